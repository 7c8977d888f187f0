package dev.provisioning.notifications.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.provisioning.notifications.spi.Ledger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@DisplayName("A PostgreSQL that answers before it has written to disk")
class ForgetfulServerTest {
    private final Logger library = (Logger) LoggerFactory.getLogger("dev.provisioning.notifications");
    private final Warnings warnings = new Warnings();

    /** Keeps what the library warns of. */
    private static final class Warnings extends AppenderBase<ILoggingEvent> {
        private final List<String> messages = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                messages.add(event.getFormattedMessage());
            }
        }
    }

    @BeforeEach
    void listen() {
        warnings.start();
        library.setAdditive(false);
        library.addAppender(warnings);
    }

    @AfterEach
    void ignore() {
        library.detachAppender(warnings);
        library.setAdditive(true);
    }

    private static void openAndUse(DataSource source) {
        try (JdbcNotificationStore store = JdbcNotificationStore.builder(source)
                .tablePrefix(Postgres.freshPrefix())
                .open()) {
            Samples.write(store, Samples.gathering(Ledger.empty(Samples.APP), "a"));
            Samples.write(store, Samples.gathering(store.read(Samples.APP), "b"));
        }
    }

    @Test
    @DisplayName("is warned of once, if commits are not synchronous")
    void isWarnedOfOnce() {
        openAndUse(Postgres.bare("-c synchronous_commit=off"));

        assertThat(warnings.messages).hasSize(1).first().asString().contains("synchronous_commit is off");
    }

    @Test
    @DisplayName("is warned of once, if it does not write to disk at all")
    void isWarnedOfOnceWithoutDisk() throws IOException {
        try (EmbeddedPostgres forgetful = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            openAndUse(forgetful.getPostgresDatabase());
        }
        assertThat(warnings.messages).hasSize(1).first().asString().contains("fsync is off");
    }

    @Test
    @DisplayName("is not what most have, of whom nothing is said")
    void isNotUsual() {
        openAndUse(Postgres.pool());

        assertThat(warnings.messages).isEmpty();
    }
}
