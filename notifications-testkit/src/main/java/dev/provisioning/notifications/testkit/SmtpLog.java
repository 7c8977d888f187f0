package dev.provisioning.notifications.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What happened at a {@link ScriptedSmtpServer}. Thread-safe; waits by condition. */
final class SmtpLog {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<SmtpMail> mails = new ArrayList<>();
    private final List<List<String>> commands = new ArrayList<>();
    private int open;

    /** Notes a new connection, and returns its number, from 1 on. */
    int connected() {
        return write(() -> {
            commands.add(new ArrayList<>());
            open++;
            return commands.size();
        });
    }

    void disconnected() {
        write(() -> open--);
    }

    void command(int connection, String line) {
        write(() -> commands.get(connection - 1).add(line));
    }

    void accepted(SmtpMail mail) {
        write(() -> mails.add(mail));
    }

    List<SmtpMail> mails() {
        return read(() -> List.copyOf(mails));
    }

    List<List<String>> commands() {
        return read(() -> commands.stream().map(List::copyOf).toList());
    }

    int connections() {
        return read(commands::size);
    }

    List<SmtpMail> awaitMails(int count, Duration timeout) {
        await(count + " mails", () -> mails.size() >= count, timeout);
        return mails();
    }

    void awaitConnections(int count, Duration timeout) {
        await(count + " connections", () -> commands.size() >= count, timeout);
    }

    void awaitCommand(String start, Duration timeout) {
        await("a command " + start, () -> commands.stream().anyMatch(list -> hasStart(list, start)), timeout);
    }

    void awaitNoConnection(Duration timeout) {
        await("no open connection", () -> open == 0, timeout);
    }

    private static boolean hasStart(List<String> lines, String start) {
        return lines.stream().anyMatch(line -> line.regionMatches(true, 0, start, 0, start.length()));
    }

    private void await(String what, BooleanSupplier reached, Duration timeout) {
        lock.lock();
        try {
            long left = timeout.toNanos();
            while (!reached.getAsBoolean()) {
                if (left <= 0) {
                    throw new AssertionError("no sight of " + what + " within " + timeout + ": " + mails.size()
                            + " mails, " + open + " open connections, commands " + commands);
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + what, e);
        } finally {
            lock.unlock();
        }
    }

    private <T> T write(Supplier<T> change) {
        lock.lock();
        try {
            changed.signalAll();
            return change.get();
        } finally {
            lock.unlock();
        }
    }

    private <T> T read(Supplier<T> view) {
        lock.lock();
        try {
            return view.get();
        } finally {
            lock.unlock();
        }
    }
}
