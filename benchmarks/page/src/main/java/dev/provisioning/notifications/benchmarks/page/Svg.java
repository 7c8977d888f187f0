package dev.provisioning.notifications.benchmarks.page;

import java.util.Locale;

/** Elements of SVG, one a line. */
final class Svg {
    private final StringBuilder out = new StringBuilder();

    /**
     * Adds text as it is, with numbers and words in it; each line of a format ends its own line.
     *
     * @param format as of {@link String#format}
     * @param values what goes into it: words are escaped, numbers are rounded to what a picture needs
     */
    Svg add(String format, Object... values) {
        Object[] shown = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            shown[i] = values[i] instanceof Double number ? number(number) : escaped(values[i].toString());
        }
        out.append(String.format(Locale.ROOT, format, shown)).append('\n');
        return this;
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
