package dev.provisioning.notifications.soak.child;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What a process forgets to give back, each time that it is told to: so that it is seen that this is found. */
final class Leak {
    private final Orders orders;
    private final List<Object> forgotten = new ArrayList<>();

    Leak(Orders orders) {
        this.orders = orders;
    }

    /** One more of it: a thread, a connection to the database, an open file, or a hundred kilobytes of memory. */
    synchronized void leak(String what) {
        switch (what) {
            case "thread" -> forgotten.add(thread());
            case "connection" -> forgotten.add(connection());
            case "file" -> forgotten.add(file());
            case "memory" -> forgotten.add(new byte[100_000]);
            default -> throw new IllegalArgumentException("no such leak: " + what);
        }
    }

    private static Thread thread() {
        CountDownLatch never = new CountDownLatch(1);
        Thread thread = new Thread(
                () -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "forgotten");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private Object connection() {
        try {
            return DriverManager.getConnection(orders.store());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object file() {
        try {
            return new FileInputStream(orders.journal().toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
