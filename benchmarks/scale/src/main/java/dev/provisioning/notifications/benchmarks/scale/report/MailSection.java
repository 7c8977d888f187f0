package dev.provisioning.notifications.benchmarks.scale.report;

import static dev.provisioning.notifications.benchmarks.scale.report.Grid.cells;
import static dev.provisioning.notifications.benchmarks.scale.report.Grid.count;

import dev.provisioning.notifications.benchmarks.page.Figures;
import dev.provisioning.notifications.benchmarks.page.Template;
import dev.provisioning.notifications.benchmarks.scale.mails.MailFigures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What mails cost from end to end, in words and tables.
 *
 * @param figures what was measured
 */
record MailSection(MailFigures figures) {
    private static final int METHODS = 15;

    String text() throws IOException {
        Grid<Integer> sendings = Grid.of(
                figures.sendings().keySet().stream().sorted().toList(), deliveries -> deliveries + " at a time");
        sendings.row(
                "mails per second",
                deliveries -> count(figures.sending(deliveries).perSecond()));
        sendings.row(
                "processor time of each, ms",
                deliveries -> Figures.twoDecimals(figures.sending(deliveries).cpuMillis()));
        sendings.row(
                "… of Java threads alone, ms",
                deliveries -> Figures.twoDecimals(figures.sending(deliveries).javaMillis()));
        Shares shares = Shares.of(figures.profiled(), figures.profile());
        return Template.read(MailSection.class, "mails.md")
                .with("sendings", sendings.toString())
                .with("mails", count(figures.profiled().mails()))
                .with("cpu", Figures.twoDecimals(figures.profiled().javaMillis()))
                .with(
                        "packages",
                        table("code of", shares.packages(), shares.packages().size()))
                .with("methods", table("called by", shares.methods(), METHODS))
                .text();
    }

    private static String table(String title, Map<String, Double> shares, int most) {
        List<List<String>> rows = new ArrayList<>();
        shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .forEach(share -> rows.add(cells(share.getKey(), Figures.oneDecimal(100 * share.getValue()))));
        return Grid.listing(List.of(title, "%"), rows);
    }
}
