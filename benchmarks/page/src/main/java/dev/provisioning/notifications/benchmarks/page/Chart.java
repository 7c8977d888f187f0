package dev.provisioning.notifications.benchmarks.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How figures grow, as a picture for a page: both axes in powers of ten, a line for each series and its name where it ends.
 *
 * <p>The picture is SVG, and plain text. It is as readable at a width of 320 pixels as at its own, on a light page as on a
 * dark one, and tells its title and its description to whoever cannot see it:
 *
 * <pre>{@code
 * new Chart("What a repeat costs", "Our line is the lowest but one.", "applications", "ns per call", List.of(
 *                 new Series("ours", Series.Stroke.BOLD, List.of(new Series.Point(1, 20), new Series.Point(1000, 25))),
 *                 new Series("a bare map", Series.Stroke.DASHED, List.of(new Series.Point(1, 10)))))
 *         .write(file);
 * }</pre>
 *
 * @param title what it shows, in at most {@value #MOST_LETTERS} characters
 * @param description what there is to see, in a sentence or two
 * @param xName what grows, with its unit
 * @param yName what is measured, with its unit
 * @param series the lines, at least one point and at most {@value #MOST_SERIES} lines; one without points is left out
 */
public record Chart(String title, String description, String xName, String yName, List<Series> series) {
    /** The longest title. */
    public static final int MOST_LETTERS = 50;

    /** The most series. */
    public static final int MOST_SERIES = 16;

    /** Checks that there is something to draw, and not too much. */
    public Chart {
        series = List.copyOf(series);
        if (title.length() > MOST_LETTERS) {
            throw new IllegalArgumentException("chart.title is longer than " + MOST_LETTERS + ": " + title);
        }
        if (series.size() > MOST_SERIES
                || series.stream().allMatch(line -> line.points().isEmpty())) {
            throw new IllegalArgumentException("chart.series has no points, or more than " + MOST_SERIES + " lines");
        }
    }

    /**
     * Writes the picture.
     *
     * @param file where to
     * @throws IOException if that fails
     */
    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, svg());
    }

    /** {@return the picture, a whole SVG document} */
    public String svg() {
        return new Drawing(this).svg();
    }

    /** The lines that there are. */
    List<Series> drawn() {
        return series.stream().filter(line -> !line.points().isEmpty()).toList();
    }

    double[] xs() {
        return all(Series.Point::x);
    }

    double[] ys() {
        return all(Series.Point::y);
    }

    private double[] all(ToDoubleFunction<Series.Point> coordinate) {
        return series.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(coordinate)
                .toArray();
    }
}
