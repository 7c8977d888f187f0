package dev.provisioning.notifications.benchmarks.scale.report;

import static dev.provisioning.notifications.benchmarks.scale.report.Grid.cells;
import static dev.provisioning.notifications.benchmarks.scale.report.Grid.count;

import dev.provisioning.notifications.benchmarks.page.Figures;
import dev.provisioning.notifications.benchmarks.page.Template;
import dev.provisioning.notifications.benchmarks.scale.memory.Keeper;
import dev.provisioning.notifications.benchmarks.scale.report.Ceilings.Ceiling;
import dev.provisioning.notifications.benchmarks.store.medium.Engine;
import java.io.IOException;
import java.util.List;

/**
 * The page {@code docs/scale.md}, all of which is generated: figures here, words in the resource {@code capacity.md}.
 *
 * @param capacity what is computed
 * @param machine on what the measurements were made
 */
record CapacityPage(Capacity capacity, String machine) {
    private static final List<Double> PARTS = List.of(Premises.FEW, Premises.MANY);
    private static final int NODES = 3;

    String text() throws IOException {
        List<Ceiling> ceilings = new Ceilings(capacity).all();
        return Template.read(CapacityPage.class, "capacity.md")
                .with("applications", count(capacity.applications()))
                .with("shard", count(capacity.ofAShard()))
                .with("shards", count(capacity.shards()))
                .with("measured", measured())
                .with("standing", standing())
                .with("days", days())
                .with("ceilings", ceilings(ceilings))
                .with("first", ceilings.get(0).resource())
                .with("first-applications", count(ceilings.get(0).applications()))
                .with("default-rate", count(Premises.DEFAULT_RATE))
                .with("heap", count(Premises.HEAP))
                .with("disk", count(Premises.DISK))
                .with("few", percent(Premises.FEW))
                .with("many", percent(Premises.MANY))
                .with("nodes", count(NODES))
                .with("machine", machine)
                .text();
    }

    private String measured() {
        return Grid.listing(
                List.of("measured", "figure"),
                List.of(
                        cells("bytes in an SQLite file, each", count(capacity.fileBytesEach())),
                        cells("bytes in PostgreSQL, each", count(capacity.databaseBytesEach())),
                        cells("bytes of heap, in-memory store, each", count(capacity.heapBytesEach(Keeper.NOTIFIER))),
                        cells(
                                "bytes of heap, idle, state in a file, each",
                                count(capacity.heapBytesEach(Keeper.IDLE_FILE))),
                        cells("mails per second, SQLite, SMTP, one node", count(capacity.mailsPerSecond())),
                        cells(
                                "mails per second, PostgreSQL, one node",
                                count(capacity.mailsPerSecond(Engine.POSTGRESQL, 1))),
                        cells(
                                "mails per second, PostgreSQL, " + NODES + " nodes together",
                                count(capacity.mailsPerSecond(Engine.POSTGRESQL, NODES))),
                        cells("ms of processor time for a mail", Figures.twoDecimals(capacity.cpuMillis())),
                        cells("ms from opening a shard's file to its first report", count(capacity.openMillis()))));
    }

    private String standing() {
        return Grid.listing(
                List.of("", "of a shard", "of all"),
                List.of(
                        gibibytes("SQLite files, GiB", capacity.fileBytesEach()),
                        gibibytes("or PostgreSQL, GiB", capacity.databaseBytesEach()),
                        gibibytes("heap, idle, GiB", capacity.heapBytesEach(Keeper.IDLE_FILE)),
                        gibibytes("heap, if the store is in memory, GiB", capacity.heapBytesEach(Keeper.NOTIFIER))));
    }

    private List<String> gibibytes(String label, double bytesEach) {
        return cells(
                label,
                Figures.twoDecimals(bytesEach * capacity.ofAShard() / Premises.GIBIBYTE),
                Figures.oneDecimal(bytesEach * capacity.applications() / Premises.GIBIBYTE));
    }

    private String days() {
        double fastest = capacity.mailsPerSecond();
        double shared = capacity.mailsPerSecond(Engine.POSTGRESQL, NODES);
        return Grid.of(PARTS, part -> percent(part) + " have an issue")
                .row("mails a day", part -> count(capacity.mailsADay(part)))
                .row("processor hours a day", part -> Figures.oneDecimal(capacity.processorHours(part)))
                .row(
                        "nodes with an SQLite file each, for a morning of an hour",
                        part -> count(capacity.nodesForAnHour(part, fastest)))
                .row(
                        "or PostgreSQL databases with " + NODES + " nodes each",
                        part -> count(capacity.nodesForAnHour(part, shared)))
                .row(
                        "hours of a morning, a node for each shard, at its fastest",
                        part -> Figures.twoDecimals(capacity.hoursOfAMorning(part, fastest)))
                .row(
                        "the same at the default rate",
                        part -> Figures.twoDecimals(capacity.hoursOfAMorning(part, Premises.DEFAULT_RATE)))
                .toString();
    }

    private static String ceilings(List<Ceiling> ceilings) {
        return Grid.listing(
                List.of("what ends", "at how many applications of a node"),
                ceilings.stream()
                        .map(ceiling -> cells(ceiling.resource(), count(ceiling.applications())))
                        .toList());
    }

    private static String percent(double part) {
        return count(part * 100) + " %";
    }
}
