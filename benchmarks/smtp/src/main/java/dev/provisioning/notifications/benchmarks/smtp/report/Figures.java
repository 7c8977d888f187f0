package dev.provisioning.notifications.benchmarks.smtp.report;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** How figures are written. */
final class Figures {
    private static final String UNKNOWN = "–";

    private Figures() {}

    static String count(OptionalDouble figure) {
        return shown(figure, value -> String.format(Locale.ROOT, "%,.0f", value));
    }

    static String oneDecimal(OptionalDouble figure) {
        return shown(figure, Figures::oneDecimal);
    }

    static String oneDecimal(double figure) {
        return String.format(Locale.ROOT, "%.1f", figure);
    }

    static String twoDecimals(OptionalDouble figure) {
        return shown(figure, Figures::twoDecimals);
    }

    static String twoDecimals(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure);
    }

    private static String shown(OptionalDouble figure, DoubleFunction<String> format) {
        return figure.isPresent() ? format.apply(figure.getAsDouble()) : UNKNOWN;
    }
}
