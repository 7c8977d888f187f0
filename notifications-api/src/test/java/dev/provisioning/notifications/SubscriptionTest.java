package dev.provisioning.notifications;

import static dev.provisioning.notifications.Refusals.assertRefused;
import static dev.provisioning.notifications.Samples.REPORT;
import static dev.provisioning.notifications.Samples.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionTest {
    private static Subscription subscription(boolean active, List<Recipient> recipients, List<ReportLink> reports) {
        return new Subscription(active, "Salesforce", recipients, ZoneOffset.UTC, Locale.ENGLISH, reports, null);
    }

    @Test
    void aBuilderNeedsNothingButANameAndARecipient() {
        assertThat(Subscription.builder("Salesforce")
                        .recipient("team@example.com")
                        .build())
                .isEqualTo(subscription(true, List.of(TEAM), List.of()));
    }

    @Test
    void aBuilderHandsOverAllThatItWasGiven() {
        ZoneId zone = ZoneId.of("Asia/Kathmandu");
        Locale language = Locale.forLanguageTag("tr-TR");
        Recipient chat = new Recipient("chat", "#ops");

        assertThat(Subscription.builder("Salesforce")
                        .recipient("team@example.com")
                        .recipient(chat)
                        .zone(zone)
                        .language(language)
                        .report(REPORT)
                        .settings(REPORT)
                        .active(false)
                        .build())
                .isEqualTo(new Subscription(
                        false, "Salesforce", List.of(TEAM, chat), zone, language, List.of(REPORT), REPORT));
    }

    @Test
    void aBuilderMayBeUsedAgainWithoutAnEffectOnWhatItHasMade() {
        Subscription.Builder builder = Subscription.builder("Salesforce").recipient(TEAM);
        Subscription first = builder.build();

        builder.recipient("other@example.com").report(REPORT);

        assertThat(first).isEqualTo(subscription(true, List.of(TEAM), List.of()));
    }

    @Test
    void switchedOnItNeedsARecipient() {
        assertRefused(
                        "subscription.recipients",
                        () -> Subscription.builder("Salesforce").build())
                .hasMessageContaining("\"Salesforce\" is switched on");
        assertThat(Subscription.builder("Salesforce").active(false).build().recipients())
                .isEmpty();
    }

    @Test
    void offIsSwitchedOffAndTellsNothing() {
        assertThat(Subscription.off()).isSameAs(Subscription.off());
        assertThat(Subscription.off().active()).isFalse();
        assertThat(Subscription.off().recipients()).isEmpty();
        assertThat(Subscription.off().displayName()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a\nb", "\u00a0", "a\tb", "\r"})
    void switchedOffItsNameIsOneLineOrEmpty(String name) {
        assertRefused(
                "subscription.displayName",
                () -> Subscription.builder(name).active(false).build());
        assertThat(Subscription.builder("").active(false).build().displayName()).isEmpty();
        assertRefused(
                "subscription.displayName",
                () -> Subscription.builder("x".repeat(101)).active(false).build());
        assertRefused(
                "subscription.displayName",
                () -> Subscription.builder(Absent.value()).active(false).build());
    }

    @Test
    void noPartMayBeMissing() {
        Subscription.Builder builder = Subscription.builder("Salesforce").recipient(TEAM);
        assertRefused("subscription.zone", () -> builder.zone(Absent.value()).build());
        builder.zone(ZoneOffset.UTC);
        assertRefused(
                "subscription.language", () -> builder.language(Absent.value()).build());
        assertRefused("subscription.recipients", () -> subscription(true, Absent.value(), List.of()));
        assertRefused("subscription.reports", () -> subscription(true, List.of(TEAM), Absent.value()));
        Recipient nobody = Absent.value();
        assertRefused(
                "subscription.recipients[1]",
                () -> Subscription.builder("Salesforce")
                        .recipient(TEAM)
                        .recipient(nobody)
                        .build());
    }

    @Test
    void recipientsAndReportsAreBounded() {
        assertThat(subscription(true, Collections.nCopies(50, TEAM), Collections.nCopies(10, REPORT))
                        .recipients())
                .hasSize(50);
        assertRefused("subscription.recipients", () -> subscription(true, Collections.nCopies(51, TEAM), List.of()));
        assertRefused("subscription.reports", () -> subscription(true, List.of(TEAM), Collections.nCopies(11, REPORT)));
    }

    @Test
    void recipientsAndReportsAreCopied() {
        List<Recipient> recipients = new ArrayList<>(List.of(TEAM));
        List<ReportLink> reports = new ArrayList<>(List.of(REPORT));
        Subscription subscription = subscription(true, recipients, reports);

        recipients.clear();
        reports.clear();

        assertThat(subscription.recipients()).containsExactly(TEAM);
        assertThat(subscription.reports()).containsExactly(REPORT);
        assertThatThrownBy(() -> subscription.recipients().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> subscription.reports().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void itDoesNotShowAnAddress() {
        assertThat(subscription(true, List.of(TEAM), List.of()).toString()).doesNotContain("team@");
    }
}
