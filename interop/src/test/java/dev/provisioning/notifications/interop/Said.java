package dev.provisioning.notifications.interop;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** What a host says of one application: harmless words everywhere but in one spot. */
record Said(Issue issue, Subscription subscription) {
    /** Also gets each mail. */
    static final Recipient BOB = Recipient.mail("bob@example.com");

    /**
     * Says it.
     *
     * @throws IllegalArgumentException if the value is refused
     */
    static Said with(Spot spot, String value) {
        return new Words(spot, value).said();
    }

    AppId app() {
        return issue.app();
    }

    List<String> recipients() {
        return subscription.recipients().stream().map(Recipient::address).toList();
    }

    /** Where a mail may lead to, spelt as links are. */
    List<String> addresses() {
        return Stream.of(issue.links(), subscription.reports(), List.of(settings()))
                .flatMap(List::stream)
                .map(link -> link.uri().toASCIIString())
                .toList();
    }

    /** Where notifications can be switched off. */
    ReportLink settings() {
        return Objects.requireNonNull(subscription.settings());
    }

    private record Words(Spot spot, String value) {
        Said said() {
            AppId app = AppId.of(at(Spot.TENANT), at(Spot.NAME));
            return new Said(issue(app), subscription());
        }

        private Issue issue(AppId app) {
            return Issue.builder(app, IssueKind.of(at(Spot.KIND)))
                    .key(at(Spot.KEY))
                    .summary(at(Spot.SUMMARY))
                    .detail(at(Spot.DETAIL))
                    .remedy(at(Spot.REMEDY))
                    .fact(at(Spot.FACT_NAME), at(Spot.FACT))
                    .link(link(Spot.LINK_LABEL, Spot.LINK_ADDRESS, Spot.LINK_ROLE))
                    .deadline(Instant.parse("2026-03-05T00:00:00Z"), at(Spot.CONSEQUENCE))
                    .build();
        }

        private Subscription subscription() {
            return Subscription.builder(at(Spot.DISPLAY_NAME))
                    .recipient(new Recipient(at(Spot.RECIPIENT_KIND), at(Spot.RECIPIENT)))
                    .recipient(BOB)
                    .language(new Locale(at(Spot.LANGUAGE)))
                    .report(link(Spot.REPORT_LABEL, Spot.REPORT_ADDRESS, Spot.REPORT_ROLE))
                    .settings(link(Spot.SETTINGS_LABEL, Spot.SETTINGS_ADDRESS, Spot.SETTINGS_ROLE))
                    .build();
        }

        private ReportLink link(Spot label, Spot address, Spot role) {
            return ReportLink.of(at(label), at(address), at(role));
        }

        private String at(Spot other) {
            return other == spot ? value : other.harmless();
        }
    }
}
