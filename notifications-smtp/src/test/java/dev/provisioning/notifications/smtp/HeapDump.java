package dev.provisioning.notifications.smtp;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All that this Java holds in its heap and somebody can still reach. */
record HeapDump(Path file) {
    private static final int WINDOW = Long.BYTES;
    private static final int FILTER = 0xFFFF;

    static HeapDump take(Path directory) {
        try {
            Path file = directory.resolve("live.hprof");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), true);
            return new HeapDump(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether as much as eight bytes of any of these texts are there, counted from their beginning in steps of eight. */
    boolean holdsAPartOf(byte[]... texts) {
        long[] wanted = Stream.of(texts)
                .flatMap(HeapDump::windows)
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        boolean[] ends = new boolean[FILTER + 1];
        Arrays.stream(wanted).forEach(window -> ends[(int) (window & FILTER)] = true);
        byte[] block = new byte[1 << 16];
        long last = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                for (int i = 0; i < count; i++) {
                    last = (last << Byte.SIZE) | (block[i] & 0xFF);
                    if (ends[(int) (last & FILTER)] && Arrays.binarySearch(wanted, last) >= 0) {
                        return true;
                    }
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Long> windows(byte[] text) {
        return IntStream.range(0, text.length / WINDOW)
                .mapToObj(i -> ByteBuffer.wrap(text).getLong(i * WINDOW));
    }
}
