package dev.provisioning.notifications.soak;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The end of a journal that is still being written. */
final class Tail {
    private final Path file;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();

    Tail(Path file) {
        this.file = file;
    }

    /** Whether a finished line says this: the words after the instant, or the first of them. */
    synchronized boolean says(String words) {
        String text = more();
        return text.contains("Z " + words + "\n") || text.contains("Z " + words + " ");
    }

    /** How many lines say this and nothing else. */
    synchronized int count(String words) {
        return more().split("Z " + words + "\n", -1).length - 1;
    }

    private String more() {
        try {
            if (Files.exists(file)) {
                append();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    private void append() throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(channel.size() - read.size()));
            channel.read(buffer, read.size());
            read.write(buffer.array(), 0, buffer.position());
        }
    }
}
