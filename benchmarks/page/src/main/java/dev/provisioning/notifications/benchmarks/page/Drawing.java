package dev.provisioning.notifications.benchmarks.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The picture of a chart. All measures are in units of the picture, which is so narrow and has letters so big that they can
 * still be read when it is shrunk to the width of a telephone.
 */
final class Drawing {
    static final double WIDTH = 480;
    static final double HEIGHT = 400;
    static final double LETTERS = 15;

    /** How much room a name takes, by a guess that is rather too wide for any font. */
    private static final double LETTER_WIDTH = 0.58 * LETTERS;

    private static final double BOLD_LETTER_WIDTH = 0.68 * LETTERS;
    private static final double LINE_HEIGHT = 1.15 * LETTERS;
    private static final double LEFT = 64;
    private static final double TOP = 48;
    private static final double BOTTOM = HEIGHT - 58;
    private static final double LEADER = 24;
    private static final double RIGHT_MARGIN = 8;

    private final Chart chart;
    private final List<Series> lines;
    private final double right;
    private final LogScale x;
    private final LogScale y;
    private final Svg svg = new Svg();

    Drawing(Chart chart) {
        this.chart = chart;
        this.lines = chart.drawn();
        this.right = WIDTH - RIGHT_MARGIN - LEADER - widest();
        this.x = new LogScale(chart.xs(), LEFT, right);
        this.y = new LogScale(chart.ys(), BOTTOM, TOP);
    }

    String svg() {
        svg.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$s %2$s\" width=\"%1$s\" height=\"%2$s\""
                        + " role=\"img\" aria-labelledby=\"title description\">",
                WIDTH, HEIGHT);
        svg.add("<title id=\"title\">%s</title>", chart.title());
        svg.add("<desc id=\"description\">%s</desc>", chart.description());
        svg.add("<style>\n%s</style>", style());
        svg.add("<rect class=\"page\" width=\"100%%\" height=\"100%%\" rx=\"6\"/>");
        axes();
        // The first above all others.
        for (int i = lines.size() - 1; i >= 0; i--) {
            line(lines.get(i), colour(i));
        }
        names();
        return svg.add("</svg>").toString();
    }

    private void axes() {
        svg.add("<text class=\"title\" x=\"%s\" y=\"26\">%s</text>", RIGHT_MARGIN, chart.title());
        for (double tick : x.ticks()) {
            double place = x.place(tick);
            svg.add("<path class=\"grid\" d=\"M%s %sV%s\"/>", place, TOP, BOTTOM);
            svg.add("<text class=\"middle\" x=\"%s\" y=\"%s\">%s</text>", place, BOTTOM + 20, LogScale.label(tick));
        }
        for (double tick : y.ticks()) {
            double place = y.place(tick);
            svg.add("<path class=\"grid\" d=\"M%s %sH%s\"/>", LEFT, place, right);
            svg.add("<text class=\"end\" x=\"%s\" y=\"%s\">%s</text>", LEFT - 6, place + 5, LogScale.label(tick));
        }
        svg.add("<text class=\"middle\" x=\"%s\" y=\"%s\">%s</text>", (LEFT + right) / 2, HEIGHT - 14, chart.xName());
        svg.add(
                "<text class=\"middle\" transform=\"translate(18 %s) rotate(-90)\">%s</text>",
                (TOP + BOTTOM) / 2, chart.yName());
    }

    private void line(Series line, String colour) {
        String stroke = line.stroke().name().toLowerCase(Locale.ROOT);
        String points = line.points().stream()
                .map(point -> Svg.number(x.place(point.x())) + " " + Svg.number(y.place(point.y())))
                .collect(Collectors.joining("L", "M", ""));
        svg.add("<path class=\"%s %s\" d=\"%s\"/>", stroke, colour, points);
        for (Series.Point point : line.points()) {
            svg.add(
                    "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>",
                    colour, x.place(point.x()), y.place(point.y()), line.stroke() == Series.Stroke.BOLD ? 4.5 : 3.0);
        }
    }

    /** The name of each line beside its end, and a leader from one to the other where the name had to give way. */
    private void names() {
        double[] ends =
                lines.stream().mapToDouble(line -> y.place(line.last().y())).toArray();
        double[] places = Spacing.spread(ends, LINE_HEIGHT, TOP, BOTTOM);
        for (int i = 0; i < places.length; i++) {
            Series line = lines.get(i);
            svg.add(
                    "<path class=\"leader %s\" d=\"M%s %sL%s %s\"/>",
                    colour(i), x.place(line.last().x()), ends[i], right + LEADER - 3, places[i]);
            svg.add(
                    "<text class=\"name%s\" x=\"%s\" y=\"%s\">%s</text>",
                    line.stroke() == Series.Stroke.BOLD ? " strong" : "", right + LEADER, places[i] + 5, line.name());
        }
    }

    private String colour(int line) {
        return lines.get(line).stroke() == Series.Stroke.BOLD ? "main" : "line" + line;
    }

    private double widest() {
        return lines.stream().mapToDouble(Drawing::width).max().orElseThrow();
    }

    private static double width(Series line) {
        return line.name().length() * (line.stroke() == Series.Stroke.BOLD ? BOLD_LETTER_WIDTH : LETTER_WIDTH);
    }

    private static String style() {
        try {
            return Template.read(Drawing.class, "chart.css").text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
