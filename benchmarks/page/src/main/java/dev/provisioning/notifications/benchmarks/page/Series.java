package dev.provisioning.notifications.benchmarks.page;

import java.util.Comparator;
import java.util.List;

/**
 * A line of a {@link Chart}.
 *
 * @param name what it is, in a word or two
 * @param stroke how it is drawn
 * @param points through which points; in any order
 */
public record Series(String name, Stroke stroke, List<Point> points) {
    /** Puts the points in order. */
    public Series {
        points = points.stream().sorted(Comparator.comparingDouble(Point::x)).toList();
    }

    /** How a line is drawn. */
    public enum Stroke {
        /** Thick, for the one that the chart is about. */
        BOLD,
        /** Thin, for those beside it. */
        THIN,
        /** Thin and dashed, for bounds. */
        DASHED
    }

    /**
     * A point.
     *
     * @param x where; more than 0
     * @param y how much; more than 0
     */
    public record Point(double x, double y) {
        /** Checks that both have a logarithm. */
        public Point {
            if (!(x > 0 && y > 0 && Double.isFinite(x) && Double.isFinite(y))) {
                throw new IllegalArgumentException("point is (" + x + ", " + y + "), not of positive numbers");
            }
        }
    }

    Point last() {
        return points.get(points.size() - 1);
    }
}
