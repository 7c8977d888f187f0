package dev.provisioning.notifications.jdbc;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The log beside an SQLite file, of what is committed and not in the file yet (section 4 of SQLite's file format). SQLite
 * reads it up to the first frame whose checksum is wrong, and takes what follows for what never was. That is right of a
 * transaction that a loss of power has torn; but each is on disk before the next begins, so it is the last one. Where
 * more than one commit follows, a frame was damaged later, and what would be lost was acknowledged.
 */
final class WriteAheadLog {
    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int MAGIC = 0x377f0682;

    private final FileChannel channel;
    private final int pageSize;
    private ByteOrder order = ByteOrder.BIG_ENDIAN;
    private int sum1;
    private int sum2;

    private WriteAheadLog(FileChannel channel, int pageSize) {
        this.channel = channel;
        this.pageSize = pageSize;
    }

    /** How many commits of a log SQLite would not see, though they are there. */
    static int unseenCommits(Path file, Path log) throws IOException {
        if (!Files.exists(log)) {
            return 0;
        }
        try (FileChannel channel = FileChannel.open(log)) {
            return new WriteAheadLog(channel, pageSize(file)).unseenCommits();
        }
    }

    /**
     * Makes sure that what is read of a log is on the disk. When forcing it has failed once, the system takes what it has not
     * written for written, and says at the next time that all is well: a commit behind it would be lost with it. So each byte is
     * written again. Not by a channel, which an interrupted thread may not use.
     */
    static void writeAgain(Path log) throws IOException {
        if (!Files.exists(log)) {
            return;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            byte[] bytes = new byte[64 * 1_024];
            for (int size = file.read(bytes); size > 0; size = file.read(bytes)) {
                file.seek(file.getFilePointer() - size);
                file.write(bytes, 0, size);
            }
            file.getFD().sync();
        }
    }

    private static int pageSize(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer header = read(channel, 0, HEADER);
            int size = header == null ? 0 : header.getShort(16) & 0xffff;
            return size < 512 ? 65_536 : size;
        }
    }

    private int unseenCommits() throws IOException {
        ByteBuffer header = read(channel, 0, HEADER);
        boolean sound = header != null && isSound(header);
        Long salts = sound && header != null ? header.getLong(16) : null;
        int unseen = 0;
        long size = (long) FRAME_HEADER + pageSize;
        for (long at = HEADER; at + size <= channel.size(); at += size) {
            ByteBuffer frame = read(channel, at, (int) size);
            if (frame == null) {
                break;
            }
            salts = salts == null ? (Long) frame.getLong(8) : salts;
            boolean ofThisLog = frame.getLong(8) == salts;
            sound = sound && ofThisLog && frame.getInt(0) != 0 && isSoundFrame(frame);
            boolean commit = frame.getInt(4) != 0;
            unseen += !sound && ofThisLog && commit ? 1 : 0;
        }
        return unseen;
    }

    private boolean isSound(ByteBuffer header) {
        int magic = header.getInt(0);
        order = (magic & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        add(header, 0, 24);
        return (magic & ~1) == MAGIC && header.getInt(24) == sum1 && header.getInt(28) == sum2;
    }

    private boolean isSoundFrame(ByteBuffer frame) {
        add(frame, 0, 8);
        add(frame, FRAME_HEADER, frame.limit());
        return frame.getInt(16) == sum1 && frame.getInt(20) == sum2;
    }

    /** The checksum of section 4.2, which goes on from frame to frame. */
    private void add(ByteBuffer bytes, int from, int to) {
        ByteBuffer words = bytes.duplicate().order(order);
        for (int at = from; at < to; at += 8) {
            sum1 += words.getInt(at) + sum2;
            sum2 += words.getInt(at + 4) + sum1;
        }
    }

    private static @Nullable ByteBuffer read(FileChannel channel, long position, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                return null;
            }
        }
        return bytes.flip();
    }
}
