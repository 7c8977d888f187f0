package dev.provisioning.notifications.example;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * What the personnel office exports: one row per person, with the applications that the person needs.
 *
 * @param rows the people, in the order of the file
 */
record PeopleFile(List<Row> rows) {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader("id", "givenName", "familyName", "mail", "applications")
            .setSkipHeaderRecord(true)
            .setRecordSeparator('\n')
            .get();

    /**
     * A line of the file.
     *
     * @param person whom it is about
     * @param applications the names of the applications that the person needs
     */
    record Row(Person person, Set<String> applications) {}

    PeopleFile {
        rows = List.copyOf(rows);
    }

    static PeopleFile read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PeopleFile read(Reader reader) throws IOException {
        try (CSVParser parser = FORMAT.parse(reader)) {
            return new PeopleFile(parser.stream().map(PeopleFile::row).toList());
        }
    }

    void write(Path file) {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(
                        writer, FORMAT.builder().setSkipHeaderRecord(false).get())) {
            for (Row row : rows) {
                Person person = row.person();
                String applications = row.applications().stream().sorted().collect(Collectors.joining(";"));
                printer.printRecord(person.id(), person.givenName(), person.familyName(), person.mail(), applications);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the people who need an application} */
    List<Person> needing(String application) {
        return rows.stream()
                .filter(row -> row.applications().contains(application))
                .map(Row::person)
                .toList();
    }

    private static Row row(CSVRecord line) {
        Person person = new Person(line.get("id"), line.get("givenName"), line.get("familyName"), line.get("mail"));
        return new Row(
                person,
                Stream.of(line.get("applications").split(";"))
                        .filter(application -> !application.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
