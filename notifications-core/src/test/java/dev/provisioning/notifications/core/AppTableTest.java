package dev.provisioning.notifications.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AppTableTest {
    private final AppTable<Named> table = new AppTable<>();

    @Test
    void itFindsWhatWasPutInWhileItGrowsAndNothingElse() {
        for (int i = 0; i < 10_000; i++) {
            put(table, i);
        }

        for (int i = 0; i < 10_000; i++) {
            assertThat(table.find(app(i)))
                    .isNotNull()
                    .extracting(row -> row.app)
                    .isEqualTo(app(i));
        }
        assertThat(table.find(app(10_000))).isNull();
    }

    @Test
    void itGoesThroughAllAndRemovesSome() {
        for (int i = 0; i < 1_000; i++) {
            put(table, i);
        }

        table.forEach(row -> table.change(row.app, present -> row.number % 10 == 0 ? row : null));

        Set<Integer> left = new HashSet<>();
        table.forEach(row -> left.add(row.number));
        assertThat(left).hasSize(100).allMatch(number -> number % 10 == 0);
    }

    /** Those of one hash lie behind each other, so that each removal has to move some. */
    @Property(tries = 200)
    void itIsAMapHoweverTheHashesCollide(
            @ForAll @Size(max = 200) List<@IntRange(max = 40) Integer> numbers, @ForAll boolean colliding) {
        AppTable<Named> tried = new AppTable<>();
        Map<Integer, Named> expected = new HashMap<>();
        for (int number : numbers) {
            AppId app = colliding ? collidingApp(number) : app(number);
            Named row = new Named(app, number);
            boolean there = expected.remove(number) != null;
            if (!there) {
                expected.put(number, row);
            }
            tried.change(app, present -> {
                assertThat(present != null).isEqualTo(there);
                return there ? null : row;
            });
        }
        for (int number = 0; number <= 40; number++) {
            assertThat(tried.find(colliding ? collidingApp(number) : app(number)))
                    .isSameAs(expected.get(number));
        }
    }

    @Test
    void whoLooksWhileOthersComeAndGoFindsWhatStays() throws Exception {
        for (int i = 0; i < 64; i++) {
            AppId app = collidingApp(i);
            int number = i;
            table.change(app, none -> new Named(app, number));
        }
        AtomicBoolean over = new AtomicBoolean();
        Thread comesAndGoes = new Thread(() -> {
            while (!over.get()) {
                for (int i = 0; i < 63; i++) {
                    AppId app = collidingApp(i);
                    int number = i;
                    table.change(app, row -> row == null ? new Named(app, number) : null);
                }
            }
        });
        comesAndGoes.start();
        try {
            for (int i = 0; i < 200_000; i++) {
                Named found = table.find(collidingApp(63));
                assertThat(found).isNotNull();
            }
        } finally {
            over.set(true);
            comesAndGoes.join();
        }
    }

    private static void put(AppTable<Named> table, int number) {
        table.change(app(number), none -> new Named(app(number), number));
    }

    private static AppId app(int number) {
        return AppId.of("tenant-" + number % 7, "app-" + number);
    }

    /** "Aa" and "BB" have the same hash, and so have all words of as many of these. */
    private static AppId collidingApp(int number) {
        StringBuilder name = new StringBuilder();
        for (int bit = 0; bit < 6; bit++) {
            name.append((number >> bit) % 2 == 0 ? "Aa" : "BB");
        }
        return AppId.of("tenant", name.toString());
    }

    private static final class Named extends AppTable.Row {
        private final int number;

        Named(AppId app, int number) {
            super(app);
            this.number = number;
        }
    }
}
