package dev.provisioning.notifications.benchmarks.store.durable;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.benchmarks.store.sample.Sample;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** The floor with group commit: what was appended while the disk was busy is forced to it together. */
final class GroupAppend implements IssueWriter {
    private final FileChannel file;
    private final AtomicLong appended = new AtomicLong();
    private final ReentrantLock disk = new ReentrantLock();
    private volatile long forced;

    GroupAppend(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public void write(Issue issue) throws IOException {
        file.write(ByteBuffer.wrap(Sample.line(issue).getBytes(StandardCharsets.UTF_8)));
        long mine = appended.incrementAndGet();
        disk.lock();
        try {
            if (forced < mine) {
                long all = appended.get();
                file.force(false);
                forced = all;
            }
        } finally {
            disk.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
