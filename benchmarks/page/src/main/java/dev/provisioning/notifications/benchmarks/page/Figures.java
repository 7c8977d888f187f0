package dev.provisioning.notifications.benchmarks.page;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** How figures are written. */
public final class Figures {
    private static final String UNKNOWN = "–";

    private Figures() {}

    /** {@return a whole number} */
    public static String count(OptionalDouble figure) {
        return shown(figure, value -> String.format(Locale.ROOT, "%,.0f", value));
    }

    /** {@return a number with one decimal} */
    public static String oneDecimal(OptionalDouble figure) {
        return shown(figure, Figures::oneDecimal);
    }

    /** {@return a number with one decimal} */
    public static String oneDecimal(double figure) {
        return String.format(Locale.ROOT, "%.1f", figure);
    }

    /** {@return a number with two decimals} */
    public static String twoDecimals(OptionalDouble figure) {
        return shown(figure, Figures::twoDecimals);
    }

    /** {@return a number with two decimals} */
    public static String twoDecimals(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure);
    }

    private static String shown(OptionalDouble figure, DoubleFunction<String> format) {
        return figure.isPresent() ? format.apply(figure.getAsDouble()) : UNKNOWN;
    }
}
