package dev.provisioning.notifications.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What happened at a {@link ScriptedSmtpServer}. Thread-safe; waits by condition. */
final class SmtpLog {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<SmtpMail> mails = new ArrayList<>();
    private final List<List<Line>> commands = new ArrayList<>();
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

    /** Notes a command, and with which read of the connection its end came. */
    void command(int connection, String line, int read) {
        write(() -> commands.get(connection - 1).add(new Line(line, read)));
    }

    void accepted(SmtpMail mail) {
        write(() -> mails.add(mail));
    }

    List<SmtpMail> mails() {
        return read(() -> List.copyOf(mails));
    }

    List<List<String>> commands() {
        return read(() -> commands.stream().map(SmtpLog::texts).toList());
    }

    /** The commands of a connection; those that ended within the same read are one group. */
    List<List<String>> groups(int connection) {
        return read(() -> commands.get(connection - 1).stream()
                .collect(Collectors.groupingBy(Line::read, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(SmtpLog::texts)
                .toList());
    }

    private static List<String> texts(List<Line> lines) {
        return lines.stream().map(Line::text).toList();
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

    private static boolean hasStart(List<Line> lines, String start) {
        return lines.stream().anyMatch(line -> line.text().regionMatches(true, 0, start, 0, start.length()));
    }

    private void await(String what, BooleanSupplier reached, Duration timeout) {
        lock.lock();
        try {
            long left = timeout.toNanos();
            while (!reached.getAsBoolean()) {
                if (left <= 0) {
                    throw new AssertionError("no sight of " + what + " within " + timeout + ": " + mails.size()
                            + " mails, " + open + " open connections, commands "
                            + commands.stream().map(SmtpLog::texts).toList());
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

    private record Line(String text, int read) {}
}
