package dev.provisioning.notifications.benchmarks.scale.start;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * A process with one {@link Embedding}. Says when it is ready, and how many threads there are then. Uses little of the JDK
 * itself, and ends without anything that loads classes.
 */
public final class ReadyMain {
    private static final int MOST_THREADS = 1_000;

    private ReadyMain() {}

    /**
     * Starts an embedding.
     *
     * @param args the name of its class, and a directory
     * @throws IOException if the standard input cannot be read
     * @throws ReflectiveOperationException if there is no such class
     */
    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        PrintStream out = System.out;
        Class<? extends Embedding> embedding = Class.forName(args[0]).asSubclass(Embedding.class);
        Object embedded = embedding.getDeclaredConstructor().newInstance().start(Path.of(args[1]));
        out.println("ready " + threads());
        // Until it is told that it has been seen.
        System.in.read();
        Runtime.getRuntime().halt(embedded.equals(args) ? 1 : 0);
    }

    private static int threads() {
        ThreadGroup all = Thread.currentThread().getThreadGroup().getParent();
        return all.enumerate(new Thread[MOST_THREADS]);
    }
}
