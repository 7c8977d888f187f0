package dev.provisioning.notifications.soak.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What the parent says, one command a line. Whatever may be held up is done by a thread of its own, one after another. */
final class Commands {
    private static final int ORPHANED = 4;
    /** So many threads of the engine. */
    private static final int THREADS = 2;

    private final Orders orders;
    private final Engine engine;
    private final Steps steps;
    private final Journal journal;
    private final Clock clock;
    private final Leak leak;
    private final Runnable drain;
    private final Runnable close;
    private final ExecutorService work = Executors.newSingleThreadExecutor();
    private final List<Work> atWork = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Commands(Orders orders, Engine engine, Steps steps, Journal journal, Clock clock, Runnable drain, Runnable close) {
        this.orders = orders;
        this.engine = engine;
        this.steps = steps;
        this.journal = journal;
        this.clock = clock;
        this.leak = new Leak(orders);
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
            case "provision" ->
                provision(
                        Integer.parseInt(words[1]),
                        Integer.parseInt(words[2]),
                        Duration.parse(words[3]),
                        new Troubles(Long.parseLong(words[4])));
            case "sample" -> journal.note(Note.SAMPLE, Gauges.words());
            case "leak" -> leak.leak(words[1]);
            case "calm" -> work.execute(this::calm);
            case "drain" -> work.execute(drain);
            case "close" -> work.execute(close);
            case "go" -> steps.goOn();
            default -> throw new IllegalArgumentException("no such command: " + words[0]);
        }
    }

    private synchronized void roam() {
        for (int i = 0; i < THREADS; i++) {
            begin("roaming-" + i, new Roaming(orders, engine, i));
        }
    }

    /** Which node of how many, how long a cycle takes, and of which seed the problems are. */
    private synchronized void provision(int node, int nodes, Duration cycle, Troubles troubles) {
        for (int i = 0; i < THREADS; i++) {
            Provisioning.Shift shift = new Provisioning.Shift(node, nodes, i, THREADS, cycle);
            begin("provisioning-" + i, new Provisioning(orders, engine, clock, shift, troubles));
        }
    }

    private void begin(String name, Work work) {
        Thread thread = new Thread(work, name);
        atWork.add(work);
        threads.add(thread);
        thread.start();
    }

    private synchronized void calm() {
        atWork.forEach(Work::end);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
        atWork.clear();
    }
}
