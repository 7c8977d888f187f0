package dev.provisioning.notifications.soak.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What the parent says, one command a line. Whatever may be held up is done by a thread of its own, one after another. */
final class Commands {
    private static final int ORPHANED = 4;
    private static final int ROAMING = 2;

    private final Orders orders;
    private final Engine engine;
    private final Steps steps;
    private final Runnable drain;
    private final Runnable close;
    private final ExecutorService work = Executors.newSingleThreadExecutor();
    private final List<Roaming> roaming = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Commands(Orders orders, Engine engine, Steps steps, Runnable drain, Runnable close) {
        this.orders = orders;
        this.engine = engine;
        this.steps = steps;
        this.drain = drain;
        this.close = close;
    }

    /** Obeys until there is nobody any more to command, and then ends the process. */
    void obey(InputStream in) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                obey(line.split(" "));
            }
        } catch (IOException e) {
            // The parent is gone.
        }
        Runtime.getRuntime().halt(ORPHANED);
    }

    private void obey(String... words) {
        switch (words[0]) {
            case "report" -> work.execute(() -> engine.report(words[1], words[2]));
            case "resolve" -> work.execute(() -> engine.resolve(words[1], words[2]));
            case "off" -> work.execute(() -> engine.switchOff(words[1]));
            case "on" -> work.execute(() -> engine.switchOn(words[1]));
            case "roam" -> roam();
            case "calm" -> work.execute(this::calm);
            case "drain" -> work.execute(drain);
            case "close" -> work.execute(close);
            case "go" -> steps.goOn();
            default -> throw new IllegalArgumentException("no such command: " + words[0]);
        }
    }

    private synchronized void roam() {
        for (int i = 0; i < ROAMING; i++) {
            Roaming one = new Roaming(orders, engine, i);
            Thread thread = new Thread(one, "roaming-" + i);
            roaming.add(one);
            threads.add(thread);
            thread.start();
        }
    }

    private synchronized void calm() {
        roaming.forEach(Roaming::end);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
        roaming.clear();
    }
}
