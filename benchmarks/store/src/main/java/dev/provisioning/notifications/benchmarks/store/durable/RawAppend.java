package dev.provisioning.notifications.benchmarks.store.durable;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.benchmarks.store.sample.Sample;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The floor: a record appended to a file and forced to the disk, one after the other. */
final class RawAppend implements IssueWriter {
    private final FileChannel file;

    RawAppend(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public void write(Issue issue) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Sample.line(issue).getBytes(StandardCharsets.UTF_8));
        synchronized (file) {
            file.write(bytes);
            file.force(false);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
