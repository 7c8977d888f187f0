package dev.provisioning.notifications.benchmarks.store.report;

import dev.provisioning.notifications.benchmarks.page.Figures;
import dev.provisioning.notifications.benchmarks.page.Table;
import dev.provisioning.notifications.benchmarks.store.crowd.CrowdFigures;
import dev.provisioning.notifications.benchmarks.store.durable.Contestant;
import dev.provisioning.notifications.benchmarks.store.durable.Field;
import dev.provisioning.notifications.benchmarks.store.load.Pace;
import dev.provisioning.notifications.benchmarks.store.mails.Delivery;
import dev.provisioning.notifications.benchmarks.store.mails.MailCost;
import dev.provisioning.notifications.benchmarks.store.medium.Engine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The tables. */
final class Tables {
    private final Results results;

    Tables(Results results) {
        this.results = results;
    }

    /** How many times as fast each is as its floor. */
    String ratios() {
        return durable((who, threads) -> Figures.twoDecimals(results.overFloor(who, threads)));
    }

    String perSecond() {
        return durable((who, threads) -> Figures.count(results.pace(who, threads, Pace::perSecond)));
    }

    /** The median and the worst of a hundred, in microseconds. */
    String micros() {
        return durable((who, threads) -> Figures.count(results.pace(who, threads, Pace::median)) + " / "
                + Figures.count(results.pace(who, threads, Pace::worst)));
    }

    String commits(String many) {
        return mails(many, MailCost::commits, Figures::twoDecimals);
    }

    String mailsPerSecond(String many) {
        return mails(many, MailCost::mailsPerSecond, Figures::count);
    }

    /** What a crowded store is like. */
    String crowd() {
        Table table = engines();
        crowd(table, "put in, applications per second", CrowdFigures::loadedPerSecond, Figures::count);
        crowd(table, "size, MiB", CrowdFigures::mebibytes, Figures::count);
        crowd(table, "opened and asked what is due next, ms", CrowdFigures::openMillis, Figures::count);
        crowd(table, "nothing is due, µs, median", crowd -> crowd.idle().median(), Figures::count);
        crowd(
                table,
                "nothing is due, µs, 1 in 100 longer",
                crowd -> crowd.idle().worst(),
                Figures::count);
        crowd(table, "the one that is due, µs, median", crowd -> crowd.due().median(), Figures::count);
        crowd(
                table,
                "the one that is due, µs, 1 in 100 longer",
                crowd -> crowd.due().worst(),
                Figures::count);
        crowd(table, "`Notifier.report`, µs, median", crowd -> crowd.report().median(), Figures::count);
        crowd(
                table,
                "`Notifier.report`, µs, 1 in 100 longer",
                crowd -> crowd.report().worst(),
                Figures::count);
        return table.toString();
    }

    private void crowd(
            Table table, String label, ToDoubleFunction<CrowdFigures> figure, Function<OptionalDouble, String> format) {
        row(table, label, List.of(Engine.values()), engine -> format.apply(results.crowd(engine, figure)));
    }

    private String durable(BiFunction<Contestant, Integer, String> value) {
        Table table = new Table(titles(Field.THREADS, threads -> threads == 1 ? "1 thread" : threads + " threads"));
        for (Contestant who : Contestant.values()) {
            row(table, who.label(), Field.THREADS, threads -> value.apply(who, threads));
        }
        return table.toString();
    }

    private String mails(String many, ToDoubleFunction<MailCost> figure, Function<OptionalDouble, String> format) {
        Table table = engines();
        for (Delivery delivery : Delivery.values()) {
            row(
                    table,
                    delivery.label(many),
                    List.of(Engine.values()),
                    engine -> format.apply(results.mail(engine, delivery, figure)));
        }
        return table.toString();
    }

    private static Table engines() {
        return new Table(titles(Arrays.asList(Engine.values()), Engine::label));
    }

    private static <C> List<String> titles(List<C> columns, Function<C, String> title) {
        List<String> titles = new ArrayList<>(List.of(""));
        columns.forEach(column -> titles.add(title.apply(column)));
        return titles;
    }

    private static <C> void row(Table table, String label, List<C> columns, Function<C, String> value) {
        List<String> cells = new ArrayList<>(List.of(label));
        columns.forEach(column -> cells.add(value.apply(column)));
        table.row(cells);
    }
}
