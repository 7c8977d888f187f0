package dev.provisioning.notifications.benchmarks.smtp.sink;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The mail that is coming in over one connection. */
final class Incoming {
    private static final int FINAL_DOT = 3;

    private final LongAdder mails;
    private final LongAdder octets;
    private final @Nullable Consumer<byte[]> reader;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long size;

    Incoming(LongAdder mails, LongAdder octets, @Nullable Consumer<byte[]> reader) {
        this.mails = mails;
        this.octets = octets;
        this.reader = reader;
    }

    void add(byte[] buffer, int from, int to) {
        size += to - from;
        if (reader != null) {
            kept.write(buffer, from, to - from);
        }
    }

    void accepted() {
        mails.increment();
        octets.add(size);
        size = 0;
        if (reader != null) {
            reader.accept(withoutDoubledDots(kept.toByteArray()));
            kept.reset();
        }
    }

    private static byte[] withoutDoubledDots(byte[] wire) {
        ByteArrayOutputStream content = new ByteArrayOutputStream(wire.length);
        boolean lineBegins = true;
        for (int i = 0; i < wire.length - FINAL_DOT; i++) {
            if (!(lineBegins && wire[i] == '.')) {
                content.write(wire[i]);
            }
            lineBegins = wire[i] == '\n';
        }
        return content.toByteArray();
    }
}
