package dev.provisioning.notifications.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Ledger;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that say anything, and whose checksum is right all the same. */
class RowsFuzzTest {
    private static final AppId APP = AppId.of("contoso", "hr");

    /** Each column is a line of the input; what there is no line for is null. */
    @FuzzTest
    void aRowIsDamagedOrALedgerThatIsWrittenAsItWasRead(byte[] input) {
        Ledger ledger;
        try {
            ledger = Rows.ledger(APP, row(List.of(AnyText.of(input).split("\n", -1))));
        } catch (DamagedException | IllegalArgumentException damaged) {
            assertThat(damaged.getMessage()).isNotBlank();
            return;
        }

        assertThat(Rows.ledger(APP, Rows.of(ledger))).isEqualTo(ledger);
    }

    private static Row row(List<String> lines) {
        @Nullable Object[] values = new @Nullable Object[Table.LEDGER.columns().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < lines.size() ? value(Table.LEDGER.columns().get(i), lines.get(i)) : null;
        }
        return Row.of(Table.LEDGER, values);
    }

    /** As a database gives it: a number is one, or null. */
    private static @Nullable Object value(Row.Column column, String line) {
        if (line.equals("null")) {
            return null;
        }
        if (column.type() == Row.Type.TEXT) {
            return line;
        }
        try {
            return Long.valueOf(line);
        } catch (NumberFormatException e) {
            return (long) Arrays.hashCode(line.toCharArray());
        }
    }
}
