package dev.provisioning.notifications.example;

import dev.provisioning.notifications.AppId;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * What the administrators have set up: how the engine reaches each application, and whether mails about it are wanted.
 *
 * @param rows the applications, in the order in which the engine visits them
 */
record ApplicationsFile(List<Row> rows) {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader("tenant", "id", "name", "port", "people", "account", "password", "mails")
            .setSkipHeaderRecord(true)
            .setRecordSeparator('\n')
            .get();
    private static final String ON = "on";
    private static final String OFF = "off";

    /**
     * A line of the file.
     *
     * @param application how to reach it
     * @param mails whether notifications are switched on
     */
    record Row(TargetApplication application, boolean mails) {}

    ApplicationsFile {
        rows = List.copyOf(rows);
    }

    static ApplicationsFile of(List<TargetApplication> applications, Subscriptions subscriptions) {
        return new ApplicationsFile(applications.stream()
                .map(app -> new Row(app, subscriptions.subscription(app.id()).active()))
                .toList());
    }

    static ApplicationsFile read(Path file) {
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = FORMAT.parse(reader)) {
            return new ApplicationsFile(
                    parser.stream().map(ApplicationsFile::row).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path file) {
        try (Writer writer = Files.newBufferedWriter(file);
                CSVPrinter printer = new CSVPrinter(
                        writer, FORMAT.builder().setSkipHeaderRecord(false).get())) {
            for (Row row : rows) {
                TargetApplication app = row.application();
                printer.printRecord(
                        app.id().tenant(),
                        app.id().name(),
                        app.name(),
                        app.port(),
                        app.peopleDn(),
                        app.account().dn(),
                        app.account().password(),
                        row.mails() ? ON : OFF);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<TargetApplication> applications() {
        return rows.stream().map(Row::application).toList();
    }

    Subscriptions subscriptions(ZoneId zone) {
        Subscriptions subscriptions = new Subscriptions(zone);
        for (Row row : rows) {
            if (row.mails()) {
                subscriptions.switchOn(row.application());
            } else {
                subscriptions.switchOff(row.application());
            }
        }
        return subscriptions;
    }

    private static Row row(CSVRecord line) {
        TargetApplication application = new TargetApplication(
                AppId.of(line.get("tenant"), line.get("id")),
                line.get("name"),
                Integer.parseInt(line.get("port")),
                line.get("people"),
                new ServiceAccount(line.get("account"), line.get("password")));
        return new Row(application, line.get("mails").equals(ON));
    }
}
