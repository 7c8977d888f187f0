package dev.provisioning.notifications.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Handover;
import dev.provisioning.notifications.spi.SentMail;
import dev.provisioning.notifications.spi.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The parts of a ledger that are packed into a line each")
class PackingTest {
    private static final DeliveryFault FAULT = new DeliveryFault(Stage.RECIPIENT, 550, "5.1.1", "no such \\N user");

    private static final Issue ISSUE = Issue.builder(Samples.APP, IssueKind.QUOTA_EXCEEDED)
            .key("k\\ey")
            .severity(Severity.URGENT)
            .summary("\\N")
            .detail("\n\ttwo\n\n\\lines\n")
            .remedy("")
            .deadline(Samples.HORIZON, "It \ud83d\ude00 stops.")
            .occurredAt(Samples.NOON)
            .fact("b", "")
            .fact("a", "\\t")
            .link(ReportLink.of("Report", "https://example.com/a?b=c#d"))
            .link(ReportLink.of("Log", "https://example.com/", "Reader"))
            .build();

    private static final SentMail MAIL = new SentMail(
            7,
            Samples.NOON,
            true,
            List.of(
                    RecipientOutcome.accepted(Samples.TEAM),
                    RecipientOutcome.refused(new Recipient("chat", "a\\b"), FAULT)),
            "Subject",
            3);

    private static final Handover MARK =
            new Handover(Samples.NOON, Samples.HORIZON, 12, List.of(Samples.TEAM, Samples.TEAM), "Subject", 2);

    private static final Trouble TROUBLE = new Trouble(Samples.NOON, FAULT);

    @Test
    @DisplayName("are the same when they are taken out")
    void areTheSame() {
        assertThat(Packing.issue(Samples.APP, Packing.of(ISSUE))).isEqualTo(ISSUE);
        assertThat(Packing.issue(Samples.APP, Packing.of(ISSUE)).facts().keySet())
                .containsExactly("b", "a");
        assertThat(Packing.mailOrNull(Packing.of(MAIL))).isEqualTo(MAIL);
        assertThat(Packing.handover(Packing.of(MARK))).isEqualTo(MARK);
        assertThat(Packing.trouble(Packing.of(TROUBLE))).isEqualTo(TROUBLE);
    }

    @Test
    @DisplayName(
            "are read, or known to be damaged, whichever letter has become another one, or is gone, or is there twice")
    void areReadOrKnownToBeDamaged() {
        List<String> wrong = new ArrayList<>();
        fuzz(Packing.of(ISSUE), line -> Packing.issue(Samples.APP, line), wrong);
        fuzz(Objects.requireNonNull(Packing.of(MAIL)), Packing::mail, wrong);
        fuzz(Objects.requireNonNull(Packing.of(MARK)), Packing::handover, wrong);
        fuzz(Objects.requireNonNull(Packing.of(TROUBLE)), Packing::trouble, wrong);

        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("are damaged if an issue is there twice")
    void areDamagedByAnIssueThatIsThereTwice() {
        Entry entry = Samples.held(Samples.APP, "a", 1);

        assertThatThrownBy(() -> Packing.entries(Samples.APP, Packing.of(List.of(entry, entry))))
                .isInstanceOf(DamagedException.class);
    }

    private static void fuzz(String line, Function<String, @Nullable Object> reader, List<String> wrong) {
        for (int at = 0; at < line.length(); at++) {
            String before = line.substring(0, at);
            String after = line.substring(at + 1);
            read(before, reader, wrong);
            read(before + after, reader, wrong);
            read(before + line.charAt(at) + line.charAt(at) + after, reader, wrong);
            for (char other : "\t\n\\Nt019- ax\u0000\ud83d\ufffd".toCharArray()) {
                read(before + other + after, reader, wrong);
            }
            for (int bit = 0; bit < 7; bit++) {
                read(before + (char) (line.charAt(at) ^ 1 << bit) + after, reader, wrong);
            }
        }
    }

    private static void read(String line, Function<String, @Nullable Object> reader, List<String> wrong) {
        try {
            assertThat(reader.apply(line)).isNotNull();
        } catch (DamagedException | IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
        } catch (RuntimeException e) {
            wrong.add(line + ": " + e);
        }
    }
}
