package dev.provisioning.notifications.soak.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what strace has written down. What is written counts from when it was asked for, what is done to names and what is forced
 * to the disk from when the system has answered: so that nothing is taken to be safe that was not.
 */
public final class Trace {
    /** What strace is to write down, and how: all bytes, as hexadecimal numbers, with the paths of files. */
    public static final List<String> OPTIONS = List.of(
            "--seccomp-bpf",
            "-f",
            "-y",
            "-xx",
            "-s",
            "1000000",
            "-e",
            "signal=none",
            "-e",
            "trace=openat,rename,unlink,lseek,pwrite64,write,ftruncate,fsync,fdatasync");

    private static final Pattern BEGUN =
            Pattern.compile("(\\d+) +(\\w+)\\((.*?)(?: <unfinished \\.\\.\\.>|\\) += (-?\\d+).*)");
    private static final Pattern ENDED = Pattern.compile("(\\d+) +<\\.\\.\\. (\\w+) resumed>.*\\) += (-?\\d+).*");
    private static final Pattern FILE = Pattern.compile("\\d+<([^>]*)>(?:, (.*))?");
    private static final Pattern TEXTS = Pattern.compile("\"([^\"]*)\"");

    private final String directory;
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, String> unfinished = new HashMap<>();
    private final Map<String, Long> places = new HashMap<>();

    private Trace(String directory) {
        this.directory = directory;
    }

    /** All that was done with the files of a directory, in its order. */
    public static List<Call> read(Path file, Path directory) {
        Trace trace = new Trace(directory.toString());
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            lines.forEach(trace::next);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return trace.calls;
    }

    private void next(String line) {
        Matcher begun = BEGUN.matcher(line);
        Matcher ended = ENDED.matcher(line);
        if (begun.matches()) {
            begin(begun.group(2), begun.group(3));
            if (begun.group(4) == null) {
                unfinished.put(begun.group(1), begun.group(3));
            } else {
                end(begun.group(2), begun.group(3), Long.parseLong(begun.group(4)));
            }
        } else if (ended.matches()) {
            String arguments = unfinished.remove(ended.group(1));
            end(ended.group(2), arguments == null ? "" : arguments, Long.parseLong(ended.group(3)));
        }
    }

    private void begin(String name, String arguments) {
        Matcher file = FILE.matcher(arguments);
        if (!file.matches()) {
            return;
        }
        String path = text(file.group(1));
        switch (name) {
            case "pwrite64" ->
                add(new Call.Written(path, lastNumber(arguments), ByteBuffer.wrap(bytes(firstText(arguments)))));
            case "write" -> write(path, firstText(arguments));
            case "ftruncate" -> add(new Call.Resized(path, lastNumber(arguments)));
            case "fsync", "fdatasync" -> add(new Call.Forcing(path));
            default -> {}
        }
    }

    /** To where it was sought before, or to the end. */
    private void write(String path, String hexadecimal) {
        Long place = places.get(path);
        if (place == null) {
            add(new Call.Said(path, text(hexadecimal)));
        } else {
            byte[] bytes = bytes(hexadecimal);
            add(new Call.Written(path, place, ByteBuffer.wrap(bytes)));
            places.put(path, place + bytes.length);
        }
    }

    private void end(String name, String arguments, long answer) {
        switch (name) {
            case "lseek" -> places.put(path(arguments), answer);
            case "fsync", "fdatasync" -> add(new Call.Forced(path(arguments), answer == 0));
            case "openat" -> {
                if (answer >= 0 && arguments.contains("O_CREAT")) {
                    add(new Call.Made(text(firstText(arguments))));
                }
            }
            case "rename" -> {
                if (answer == 0) {
                    List<String> names = TEXTS.matcher(arguments)
                            .results()
                            .map(found -> text(found.group(1)))
                            .toList();
                    add(new Call.Renamed(names.get(0), names.get(1)));
                }
            }
            case "unlink" -> {
                if (answer == 0) {
                    add(new Call.Removed(text(firstText(arguments))));
                }
            }
            default -> {}
        }
    }

    private void add(Call call) {
        if (call.path().startsWith(directory)) {
            calls.add(call);
        }
    }

    private static String path(String arguments) {
        Matcher file = FILE.matcher(arguments);
        return file.matches() ? text(file.group(1)) : "";
    }

    private static String firstText(String arguments) {
        Matcher text = TEXTS.matcher(arguments);
        return text.find() ? text.group(1) : "";
    }

    private static long lastNumber(String arguments) {
        return Long.parseLong(arguments.substring(arguments.lastIndexOf(' ') + 1));
    }

    private static String text(String hexadecimal) {
        return new String(bytes(hexadecimal), StandardCharsets.UTF_8);
    }

    /** Such as {@code \x2f\x74}. */
    private static byte[] bytes(String hexadecimal) {
        byte[] bytes = new byte[hexadecimal.length() / 4];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hexadecimal, 4 * i + 2, 4 * i + 4, 16);
        }
        return bytes;
    }
}
