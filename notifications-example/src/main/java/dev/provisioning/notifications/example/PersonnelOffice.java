package dev.provisioning.notifications.example;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Where people come from: hires them, lets them go, and exports the file that the engine reads. */
final class PersonnelOffice {
    private final Path file;
    private final List<PeopleFile.Row> rows;
    private int hired;
    private int missing;

    private PersonnelOffice(Path file, List<PeopleFile.Row> rows) {
        this.file = file;
        this.rows = new ArrayList<>(rows);
    }

    /** Opens with the people that come with the example, and exports them. */
    static PersonnelOffice open(Path file) {
        try (InputStream people = Objects.requireNonNull(PersonnelOffice.class.getResourceAsStream("people.csv"));
                InputStreamReader reader = new InputStreamReader(people, StandardCharsets.UTF_8)) {
            PersonnelOffice office =
                    new PersonnelOffice(file, PeopleFile.read(reader).rows());
            office.export();
            return office;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return file;
    }

    int headcount() {
        return rows.size();
    }

    void hire(String givenName, String familyName, String... applications) {
        hired++;
        String mail = (givenName + "." + familyName + "@example.com").toLowerCase(Locale.ROOT);
        Person person = new Person("N%03d".formatted(hired), givenName, familyName, mail);
        rows.add(0, new PeopleFile.Row(person, Set.of(applications)));
    }

    void letGo(String id) {
        rows.removeIf(row -> row.person().id().equals(id));
    }

    /** Says how many rows every export lacks from now on, as after an upload that broke off; 0 for none. */
    void cutOff(int rowsAtTheEnd) {
        missing = rowsAtTheEnd;
    }

    void export() {
        new PeopleFile(rows.subList(0, rows.size() - missing)).write(file);
    }
}
