package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.privacy.LinkPolicy;
import dev.provisioning.notifications.core.privacy.Redactor;
import dev.provisioning.notifications.spi.Digest;
import dev.provisioning.notifications.spi.DigestItem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.event.Level;

/**
 * Stands between what hosts bring and whatever remembers, shows or sends it: takes out secrets, people, and links that no mail
 * may carry. What has passed once passes again as it is.
 */
final class Screen {
    private static final Log LOG = Log.of(Screen.class);
    private static final int MOST_COMPLAINTS = 1_000;

    private final Redactor redactor;
    private final LinkPolicy links;
    private final Set<String> refusedLinks = ConcurrentHashMap.newKeySet();

    Screen(Redactor redactor, LinkPolicy links) {
        this.redactor = redactor;
        this.links = links;
    }

    /** An issue, before anybody but the caller and the policy sees it. */
    Issue screened(Issue issue) {
        Issue redacted = redactor.redact(issue);
        List<ReportLink> allowed = allowed(redacted.links(), issue.app());
        return allowed.size() == issue.links().size() ? redacted : withLinks(redacted, allowed);
    }

    /** A digest, before a composer sees it: what was kept under other rules goes by these. */
    Digest screened(Digest digest) {
        return new Digest(
                digest.app(),
                screened(digest.subscription(), digest.app()),
                digest.slot(),
                digest.now(),
                digest.lastMailAt(),
                digest.nextMailAt(),
                digest.lateSince(),
                digest.items().stream().map(this::screened).toList(),
                digest.resolved().stream().map(this::screened).toList(),
                digest.countedOnly());
    }

    /** What a part of the host has thrown, before anybody hears of it. */
    Throwable screened(Throwable thrown) {
        return redactor.redact(thrown);
    }

    /** What a transport answered, before it is remembered, told and logged. */
    DeliveryResult screened(DeliveryResult result) {
        if (result instanceof DeliveryResult.Accepted accepted) {
            return new DeliveryResult.Accepted(screened(accepted.outcomes()));
        }
        if (result instanceof DeliveryResult.Retry retry) {
            return new DeliveryResult.Retry(screened(retry.fault()), retry.notBefore());
        }
        if (result instanceof DeliveryResult.Rejected rejected) {
            return new DeliveryResult.Rejected(screened(rejected.fault()), screened(rejected.outcomes()));
        }
        if (result instanceof DeliveryResult.Misconfigured misconfigured) {
            return new DeliveryResult.Misconfigured(screened(misconfigured.fault()));
        }
        return new DeliveryResult.InDoubt(screened(((DeliveryResult.InDoubt) result).fault()));
    }

    private List<RecipientOutcome> screened(List<RecipientOutcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> {
                    DeliveryFault fault = outcome.fault();
                    return fault == null
                            ? outcome
                            : new RecipientOutcome(outcome.recipient(), outcome.status(), screened(fault));
                })
                .toList();
    }

    private DeliveryFault screened(DeliveryFault fault) {
        String text = redactor.redact(fault.text());
        return text.equals(fault.text())
                ? fault
                : new DeliveryFault(
                        fault.stage(),
                        fault.code(),
                        fault.enhancedCode(),
                        DeliveryFault.at(fault.stage(), text).text());
    }

    private DigestItem screened(DigestItem item) {
        Issue issue = screened(item.issue());
        return issue.equals(item.issue()) ? item : about(issue, item);
    }

    private static DigestItem about(Issue issue, DigestItem item) {
        return new DigestItem(
                issue,
                item.severity(),
                item.firstSeen(),
                item.lastSeen(),
                item.count(),
                item.newCount(),
                item.news(),
                item.keptBack(),
                item.perhapsReported(),
                item.resolvedAt());
    }

    /** What an administrator has set: of that, only where links lead is not taken at its word. */
    private Subscription screened(Subscription subscription, AppId app) {
        ReportLink settings = subscription.settings();
        return new Subscription(
                subscription.active(),
                subscription.displayName(),
                subscription.recipients(),
                subscription.zone(),
                subscription.language(),
                allowed(subscription.reports(), app),
                settings == null
                        ? null
                        : allowed(List.of(settings), app).stream().findFirst().orElse(null));
    }

    private List<ReportLink> allowed(List<ReportLink> all, AppId app) {
        return all.isEmpty()
                ? all
                : all.stream().filter(link -> isAllowed(link, app)).toList();
    }

    private boolean isAllowed(ReportLink link, AppId app) {
        Optional<String> refusal = links.refusal(link.uri());
        refusal.ifPresent(why -> complain(app, why));
        return refusal.isEmpty();
    }

    /** Once for each application and reason; a flood of them is not worth the memory. */
    private void complain(AppId app, String why) {
        boolean first = refusedLinks.size() < MOST_COMPLAINTS && refusedLinks.add(app + " " + why);
        LOG.log(first ? Level.WARN : Level.DEBUG, "{}: a link is left out of mails: {}", app, why);
    }

    private static Issue withLinks(Issue issue, List<ReportLink> links) {
        return new Issue(
                issue.app(),
                issue.kind(),
                issue.key(),
                issue.severity(),
                issue.summary(),
                issue.detail(),
                issue.remedy(),
                issue.facts(),
                links,
                issue.deadline(),
                issue.occurredAt());
    }
}
