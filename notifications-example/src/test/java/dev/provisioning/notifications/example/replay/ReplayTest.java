package dev.provisioning.notifications.example.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Transport;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** With the samples that come with the example. */
class ReplayTest {
    private static final Transport ACCEPTS = (notification, point) -> {
        point.pass();
        return DeliveryResult.accepted(notification);
    };

    private final List<Failure> failures = samples();

    @Test
    void eachApplicationGetsAtMostOneMailADay() {
        List<SentMail> mails = new Replay(failures, "admins@example.com", ACCEPTS).run();

        Map<LocalDate, List<String>> days = mails.stream()
                .collect(Collectors.groupingBy(
                        mail -> mail.at().atOffset(ZoneOffset.UTC).toLocalDate(),
                        Collectors.mapping(ReplayTest::application, Collectors.toList())));
        assertThat(days)
                .isEqualTo(Map.of(
                        LocalDate.of(2026, 4, 13), List.of("Slack", "Atlassian Cloud", "SAP Concur"),
                        LocalDate.of(2026, 4, 14), List.of("SAP Concur", "Slack", "Atlassian Cloud"),
                        LocalDate.of(2026, 4, 15), List.of("SAP Concur", "Atlassian Cloud"),
                        LocalDate.of(2026, 4, 16), List.of("SAP Concur")));
    }

    @Test
    void aSecondReplayGivesTheSameMails() {
        assertThat(new Replay(failures, "admins@example.com", ACCEPTS).run())
                .isEqualTo(new Replay(failures, "admins@example.com", ACCEPTS).run());
    }

    @Test
    void noMailNamesAPerson() {
        assertThat(new Replay(failures, "admins@example.com", ACCEPTS).run())
                .allSatisfy(mail -> assertThat(mail.notification().text())
                        .doesNotContain("Brandt", "Aydin", "Horak", "Prado", "Okoye", "@"));
    }

    @Test
    void nothingComesOfNothing() {
        assertThat(new Replay(List.of(), "admins@example.com", ACCEPTS).run()).isEmpty();
    }

    @Test
    void anApplicationBearsTheNameByWhichItsPeopleKnowIt() {
        assertThat(new Names(failures)
                        .of(samplesOf("synchronization-jobs.json").get(0).app()))
                .isEqualTo("Atlassian Cloud");
    }

    private static String application(SentMail mail) {
        String subject = mail.notification().subject();
        return subject.substring(0, subject.indexOf(':'));
    }

    private static List<Failure> samples() {
        List<Failure> failures = new ArrayList<>(samplesOf("provisioning-log.json"));
        failures.addAll(samplesOf("synchronization-jobs.json"));
        return failures;
    }

    private static List<Failure> samplesOf(String file) {
        return GraphFile.failures(Path.of("samples", file), Instant.parse("2026-04-20T12:00:00Z"));
    }
}
