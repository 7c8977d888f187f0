package dev.provisioning.notifications.protections.model;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Searches a case: Spin makes a program of the model, gcc compiles it, and it visits every state. */
final class Spin {
    private static final List<String> TOOLS = List.of("spin", "gcc");
    private static final Pattern STEP = Pattern.compile("\\s+(node \\d|world:)\\s.*");
    private static final long MOST_MINUTES = 30;

    /** Without optimisation, because the compiler would take longer than the search. */
    private static final List<String> COMPILER = List.of("gcc", "-w", "-O0", "-DNOREDUCE", "-DSAFETY", "-DMEMLIM=8000");

    private final Path directory;

    /**
     * Searches in a directory of its own for each case.
     *
     * @param directory where these are made
     */
    Spin(Path directory) {
        this.directory = directory;
    }

    /** The tools that are not there. */
    static List<String> missing() {
        String path = System.getenv().getOrDefault("PATH", "");
        return TOOLS.stream()
                .filter(tool -> Stream.of(path.split(File.pathSeparator, -1))
                        .noneMatch(place -> Files.isExecutable(Path.of(place, tool))))
                .toList();
    }

    /** What to do about it. */
    static String advice(List<String> missing) {
        return String.join(" and ", missing) + " cannot be found: apt-get install -y spin gcc";
    }

    Verdict search(Case which) {
        try {
            Path place = copied(which);
            run(place, command("spin", which, "-a"));
            run(place, compiler(which));
            String printed = run(place, List.of("./pan", "-m300000", "-w22"));
            boolean traced = which.isHole() && Files.exists(place.resolve("slot.pml.trail"));
            return Verdict.of(printed, traced ? trace(run(place, command("spin", which, "-t"))) : "");
        } catch (IOException e) {
            throw new IllegalStateException(which.name(), e);
        }
    }

    private Path copied(Case which) throws IOException {
        Path place = Files.createDirectories(directory.resolve(which.name()));
        for (Path file : Source.files()) {
            Files.copy(file, place.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.deleteIfExists(place.resolve("slot.pml.trail"));
        return place;
    }

    /** A hole is searched with the words that its trace will have, because a trail fits one program only. */
    private static List<String> command(String tool, Case which, String what) {
        List<String> command = new ArrayList<>(List.of(tool, what));
        which.defined().map(name -> "-D" + name).forEach(command::add);
        if (which.isHole()) {
            command.add("-DTRACE");
        }
        command.add("slot.pml");
        return command;
    }

    /** The shortest way is found by looking at all that is near first. */
    private static List<String> compiler(Case which) {
        Stream<String> order = which.isHole() ? Stream.of("-DBFS") : Stream.empty();
        return Stream.of(COMPILER.stream(), order, Stream.of("-o", "pan", "pan.c"))
                .flatMap(flags -> flags)
                .toList();
    }

    private static String trace(String told) {
        return told.lines()
                .filter(STEP.asMatchPredicate())
                .map(line -> "    " + line.strip())
                .collect(Collectors.joining("\n"));
    }

    private static String run(Path place, List<String> command) throws IOException {
        Path output = place.resolve(command.get(0).replaceAll("\\W", "") + ".txt");
        Process process = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException(command + " took longer than " + MOST_MINUTES + " minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(command + " was interrupted", e);
        } finally {
            process.destroy();
        }
        String printed = Files.readString(output);
        if (process.exitValue() != 0 && !command.get(0).contains("pan")) {
            throw new IOException(command + " failed: " + printed);
        }
        return printed;
    }
}
