package dev.provisioning.notifications.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.provisioning.notifications.benchmarks.page.Series.Point;
import dev.provisioning.notifications.benchmarks.page.Series.Stroke;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartTest {
    private static final Series OURS =
            new Series("ours", Stroke.BOLD, List.of(new Point(1_000, 40), new Point(1, 10), new Point(1_000_000, 160)));
    private static final Series THEIRS =
            new Series("theirs & <others>", Stroke.DASHED, List.of(new Point(1, 1), new Point(1_000_000, 1_000)));

    @Test
    void itIsWellFormedAndTellsWhoCannotSeeItWhatItShows() throws Exception {
        Element svg = parsed(chart(OURS, THEIRS)).getDocumentElement();

        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(text(svg, "title")).containsExactly("What a repeat costs");
        assertThat(text(svg, "desc")).containsExactly("Ours is below.");
        assertThat(text(svg, "text"))
                .contains("applications", "ns per call", "ours", "theirs & <others>", "1", "10", "1k", "1M");
    }

    @Test
    void eachPowerOfTenTakesAsMuchRoomAsTheNext() throws Exception {
        List<Element> points = all(parsed(chart(OURS, THEIRS)), "circle");
        List<Element> ours = points.stream()
                .filter(point -> "main".equals(point.getAttribute("class")))
                .toList();
        double left = number(ours.get(0), "cx");
        double right = number(ours.get(2), "cx");
        double low = number(ours.get(0), "cy");
        double high = number(ours.get(2), "cy");

        assertThat(number(ours.get(1), "cx")).isCloseTo((left + right) / 2, within(0.1));
        assertThat(number(ours.get(1), "cy")).isCloseTo((low + high) / 2, within(0.1));
        assertThat(high).isLessThan(low);
        assertThat(points).hasSize(5).allSatisfy(point -> {
            assertThat(number(point, "cx")).isBetween(0.0, Drawing.WIDTH);
            assertThat(number(point, "cy")).isBetween(0.0, Drawing.HEIGHT);
        });
    }

    @Test
    void namesStandApartAndWithinThePictureHoweverCloseTheirLinesEnd() throws Exception {
        List<Series> crowd = IntStream.range(0, Chart.MOST_SERIES)
                .mapToObj(i -> new Series("series " + i, Stroke.THIN, List.of(new Point(1, 5 + i), new Point(10, 7))))
                .toList();

        List<Double> places = names(parsed(new Chart("t", "d", "x", "y", crowd)));

        assertThat(places).hasSize(Chart.MOST_SERIES);
        for (int i = 1; i < places.size(); i++) {
            assertThat(places.get(i) - places.get(i - 1)).isGreaterThanOrEqualTo(Drawing.LETTERS);
        }
        assertThat(places).allSatisfy(place -> assertThat(place).isBetween(Drawing.LETTERS, Drawing.HEIGHT));
    }

    @Test
    void aBoldNameHasRoomForItsBroaderLetters() throws Exception {
        assertThat(whereTheNameBegins(Stroke.BOLD)).isLessThan(whereTheNameBegins(Stroke.THIN));
    }

    private static double whereTheNameBegins(Stroke stroke) throws Exception {
        List<Series> one = List.of(new Series("PostgreSQL", stroke, List.of(new Point(1, 5), new Point(10, 7))));
        return all(parsed(new Chart("t", "d", "x", "y", one)), "text").stream()
                .filter(text -> text.getTextContent().equals("PostgreSQL"))
                .mapToDouble(text -> number(text, "x"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatHasRoomStaysBesideItsLine() {
        assertThat(Spacing.spread(new double[] {200, 50, 52}, 10, 0, 300)).containsExactly(200, 46, 56);
        assertThat(Spacing.spread(new double[] {1, 1}, 10, 0, 300)).containsExactly(0, 10);
        assertThat(Spacing.spread(new double[] {299, 300}, 10, 0, 300)).containsExactly(290, 300);
    }

    @Test
    void aSinglePointIsDrawnToo() throws Exception {
        Series point = new Series("one", Stroke.THIN, List.of(new Point(1, 1)));
        Series nothing = new Series("none", Stroke.THIN, List.of());

        assertThat(names(parsed(chart(point, nothing)))).hasSize(1);
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        assertThatThrownBy(() -> new Point(0, 1)).hasMessageContaining("(0.0, 1.0)");
        assertThatThrownBy(() -> new Point(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> chart(new Series("none", Stroke.THIN, List.of())))
                .hasMessageContaining("no points");
        assertThatThrownBy(() -> new Chart("t".repeat(51), "d", "x", "y", List.of(OURS)))
                .hasMessageContaining("title");
    }

    @Test
    void numbersOnAnAxisAreShort() {
        assertThat(IntStream.rangeClosed(-1, 9).mapToObj(power -> LogScale.label(Math.pow(10, power))))
                .containsExactly("0.1", "1", "10", "100", "1k", "10k", "100k", "1M", "10M", "100M", "1G");
        assertThat(new LogScale(new double[] {3, 80}, 0, 1).ticks()).containsExactly(2.0, 5.0, 10.0, 20.0, 50.0, 100.0);
    }

    private static Chart chart(Series... series) {
        return new Chart("What a repeat costs", "Ours is below.", "applications", "ns per call", List.of(series));
    }

    private static Document parsed(Chart chart) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(chart.svg())));
    }

    private static List<Double> names(Document svg) {
        return all(svg, "text").stream()
                .filter(text -> text.getAttribute("class").startsWith("name"))
                .map(text -> number(text, "y"))
                .sorted()
                .toList();
    }

    private static List<String> text(Element svg, String tag) {
        return elements(svg.getElementsByTagName(tag)).stream()
                .map(Element::getTextContent)
                .toList();
    }

    private static List<Element> all(Document svg, String tag) {
        return elements(svg.getElementsByTagName(tag));
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
