package dev.provisioning.notifications.simulation.world;

import java.time.Duration;

/** What happens, line by line, for whoever wants to read it. */
public final class Trace {
    private final StringBuilder lines = new StringBuilder();

    void line(long nanos, String what) {
        Duration at = Duration.ofNanos(nanos);
        lines.append('+')
                .append(two(at.toDays()))
                .append('d')
                .append(two(at.toHoursPart()))
                .append(':')
                .append(two(at.toMinutesPart()))
                .append(':')
                .append(two(at.toSecondsPart()))
                .append('.')
                .append(at.toMillisPart() + 1_000)
                .deleteCharAt(lines.length() - 4)
                .append(' ')
                .append(what)
                .append('\n');
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
