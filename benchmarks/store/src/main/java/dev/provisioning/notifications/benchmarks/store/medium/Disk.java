package dev.provisioning.notifications.benchmarks.store.medium;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** The disk that everything is written to, as far as Linux tells of what kind it is. */
public final class Disk {
    private Disk() {}

    /** {@return the file system of a directory, and whether its disk turns} */
    public static String description(Path directory) throws IOException {
        FileStore store = Files.getFileStore(directory);
        return store.type() + kind(Path.of(store.name()).getFileName());
    }

    private static String kind(Path device) throws IOException {
        Path rotational = Path.of("/sys/class/block").resolve(device).resolve("queue/rotational");
        if (!Files.exists(rotational)) {
            return "";
        }
        boolean turns = "1".equals(Files.readString(rotational).strip());
        boolean virtual = device.toString().startsWith("vd");
        return " on a " + (virtual ? "virtual " : "") + (turns ? "disk" : "disk that does not turn");
    }
}
