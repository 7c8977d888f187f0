package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
        "However threads alternate, the table is a map to whoever looks, also while rows are moved up and the part grows")
class AppTableInterleavingsTest {
    private static final List<Integer> PRESENT = List.of(1, 2, 3, 4, 5, 6);

    @Test
    void ofRowsOfOneHash() {
        Alternation.oneByOne().sequentialSpecification(Numbers.class).check(Table.class);
    }

    /** A table whose rows are all in each other's way, and so many that one more makes the part grow. */
    @Param(name = "number", gen = IntGen.class, conf = "0:3")
    public static class Table {
        private final AppTable<Numbered> table = new AppTable<>();

        public Table() {
            PRESENT.forEach(this::put);
        }

        @Operation
        public int find(@Param(name = "number") int number) {
            Numbered found = table.find(app(number));
            return found == null ? -1 : found.number;
        }

        @Operation
        public void put(@Param(name = "number") int number) {
            table.change(app(number), present -> new Numbered(number));
        }

        @Operation
        public void remove(@Param(name = "number") int number) {
            table.change(app(number), present -> null);
        }
    }

    /** What it shall be to whoever looks on. */
    public static class Numbers {
        private final Set<Integer> numbers = new TreeSet<>(PRESENT);

        public int find(int number) {
            return numbers.contains(number) ? number : -1;
        }

        public void put(int number) {
            numbers.add(number);
        }

        public void remove(int number) {
            numbers.remove(number);
        }
    }

    /** "Aa" and "BB" have the same hash, and so have all words of as many of these. */
    private static AppId app(int number) {
        StringBuilder name = new StringBuilder();
        for (int bit = 0; bit < 3; bit++) {
            name.append((number >> bit) % 2 == 0 ? "Aa" : "BB");
        }
        return AppId.of("tenant", name.toString());
    }

    private static final class Numbered extends AppTable.Row {
        private final int number;

        Numbered(int number) {
            super(AppTableInterleavingsTest.app(number));
            this.number = number;
        }
    }
}
