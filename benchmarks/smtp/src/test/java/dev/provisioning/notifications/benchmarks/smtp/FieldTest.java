package dev.provisioning.notifications.benchmarks.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.benchmarks.process.ChildProcess;
import dev.provisioning.notifications.benchmarks.process.JavaCommand;
import dev.provisioning.notifications.benchmarks.smtp.contestant.Contestant;
import dev.provisioning.notifications.benchmarks.smtp.contestant.ContestantMain;
import dev.provisioning.notifications.benchmarks.smtp.contestant.Measurement;
import dev.provisioning.notifications.benchmarks.smtp.report.Cell;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldTest {
    private static final Duration NO_TIME = Duration.ofMillis(1);

    @TempDir
    private Path directory;

    @Test
    void whatTheSinkHasCountedIsWhatWasSentNearAndFar() throws Exception {
        try (Field field = new Field(directory)) {
            Cell near = Cell.SMALL_MAILS.get(1);
            Measurement first = field.measure(Contestant.BARE_RENDERED, near, NO_TIME);
            assertThat(field.counts().mails()).isEqualTo(first.mails()).isGreaterThanOrEqualTo(2L * near.sessions());

            Measurement second = field.measure(Contestant.BARE_RENDERED, Cell.DISTANT.get(0), NO_TIME);
            assertThat(field.counts().mails()).isEqualTo(first.mails() + second.mails());
        }
    }

    @Test
    void smtpSourceTakesNoPartInTls() throws Exception {
        try (Field field = new Field(directory)) {
            assertThat(Cell.SMALL_MAILS)
                    .filteredOn(Cell::tls)
                    .allSatisfy(cell -> assertThat(field.contestants(cell))
                            .doesNotContain(Contestant.SMTP_SOURCE)
                            .hasSize(Contestant.inJava().size()));
        }
    }

    @Test
    void aProcessThatFailsIsNamed() throws Exception {
        try (ChildProcess process = ChildProcess.start(JavaCommand.of(ContestantMain.class, "NOBODY"))) {
            assertThatThrownBy(() -> process.ask("?"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("ContestantMain NOBODY");
        }
    }
}
