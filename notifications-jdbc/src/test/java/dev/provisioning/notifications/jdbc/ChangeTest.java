package dev.provisioning.notifications.jdbc;

import static dev.provisioning.notifications.jdbc.Samples.APP;
import static dev.provisioning.notifications.jdbc.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.spi.Ledger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is written of a change")
class ChangeTest {
    private static Change change(Ledger before, Ledger after) {
        return Change.between(before, after, Duration.ofDays(1), List.of());
    }

    @Test
    @DisplayName("is a mail with the step that it was sent by, and with no later one")
    void isAMailOnce() {
        Ledger before = Ledger.empty(APP);
        Ledger sent = Samples.mailed(before, NOON);

        assertThat(change(before, sent).mail()).isNotNull();
        assertThat(change(before, sent).forgetBefore()).isEqualTo(Micros.of(NOON.minus(Duration.ofDays(1))));
        assertThat(change(sent, sent.successor(Samples.due(NOON))).mail()).isNull();
    }
}
