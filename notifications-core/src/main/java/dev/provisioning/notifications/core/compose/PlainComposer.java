package dev.provisioning.notifications.core.compose;

import dev.provisioning.notifications.Deadline;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.spi.Composer;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Digest;
import dev.provisioning.notifications.spi.DigestItem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The composer of last resort, for when another one failed again and again: plain English text, made without templates,
 * bundles or anything else that could be missing or broken.
 *
 * <p>It says less of a problem than {@link TemplateComposer}, but leaves none out: at most {@value #LISTED} are named, all
 * others are counted by kind. Immutable and thread-safe.
 *
 * <pre>{@code
 * Content content = new PlainComposer().compose(digest);
 * }</pre>
 *
 * @see TemplateComposer
 */
public final class PlainComposer implements Composer {
    private static final int LISTED = 20;
    private static final int LONGEST_DETAIL = 500;

    /** Makes a composer. */
    public PlainComposer() {}

    @Override
    public Content compose(Digest digest) {
        String name = SubjectLine.name(digest);
        String problems = problems(digest);
        return new Content(Tidy.cut(name, 100) + ": " + problems, body(digest, name, problems), null);
    }

    /**
     * Composes a test, which says nothing but that mail works.
     *
     * @param subscription who gets it
     * @return subject and text
     */
    public Content composeTest(Subscription subscription) {
        String name = Tidy.line(subscription.displayName());
        return new Content(
                name + ": test of provisioning notifications",
                Wrapping.wrap("This is a test: mails about the account provisioning of " + name
                        + " reach you. Nothing is wrong, and you need not do anything."),
                null);
    }

    private static String problems(Digest digest) {
        int items = digest.items().size();
        if (items == 0) {
            return "problems";
        }
        String over = Tally.of(digest.countedOnly()).isEmpty() ? "" : "more than ";
        return over + items + (items == 1 ? " problem" : " problems");
    }

    private static String body(Digest digest, String name, String problems) {
        WallClock clock = WallClock.of(digest.subscription().zone(), "EEE d MMM uuuu, HH:mm", Locale.ENGLISH);
        StringBuilder body = new StringBuilder();
        line(body, "Account provisioning to " + name + " has " + problems + ".");
        Instant late = digest.lateSince();
        if (late != null) {
            line(body, "This mail is late: it could not be delivered since " + clock.show(late) + ".");
        }
        line(body, "As of " + clock.show(digest.now()) + ". Times are in the zone " + clock.place() + ".");
        for (int i = 0; i < Math.min(LISTED, digest.items().size()); i++) {
            item(body, i + 1, digest.items().get(i), clock);
        }
        counted(body, digest);
        resolved(body, digest, clock);
        line(body, "");
        links(body, "", "Reports:", digest.subscription().reports());
        ending(body, digest, name, clock);
        return Wrapping.wrap(body.toString());
    }

    private static void item(StringBuilder body, int number, DigestItem item, WallClock clock) {
        Issue issue = item.issue();
        line(body, "");
        line(body, number + ". " + summary(issue));
        String seen = "since " + clock.show(item.firstSeen()) + ", last seen " + clock.show(item.lastSeen());
        line(body, "   " + kind(issue) + " (" + severity(item) + "), " + reported(item) + ", " + seen + ".");
        if (item.perhapsReported()) {
            line(body, "   A mail that may have arrived has named it already.");
        } else if (item.keptBack()) {
            line(body, "   It was seen after the previous mail had left, and has waited for this one.");
        }
        indented(body, "What to do: ", issue.remedy());
        deadline(body, issue.deadline(), clock);
        indented(body, "", issue.detail());
        links(body, "   ", "Read more:", issue.links());
    }

    private static String severity(DigestItem item) {
        return item.severity().name().toLowerCase(Locale.ROOT);
    }

    private static String reported(DigestItem item) {
        String all = "reported " + (item.count() == 1 ? "once" : item.count() + " times");
        return item.newCount() < item.count()
                ? all + ", " + item.newCount() + " of them since a mail last named it"
                : all;
    }

    private static String summary(Issue issue) {
        String summary = Tidy.line(issue.summary());
        return summary.isEmpty() ? kind(issue) : summary;
    }

    private static String kind(Issue issue) {
        return Tally.inWords(issue.kind());
    }

    private static void indented(StringBuilder body, String label, String text) {
        if (!text.isBlank()) {
            line(body, "   " + label + Tidy.cut(Tidy.line(text), LONGEST_DETAIL));
        }
    }

    private static void counted(StringBuilder body, Digest digest) {
        List<DigestItem> unlisted = digest.items().stream().skip(LISTED).toList();
        if (!unlisted.isEmpty()) {
            line(body, "\nAnd " + unlisted.size() + " more that are not listed here:");
        }
        Tally.ofItems(unlisted).forEach(tally -> line(body, "- " + Tally.inWords(tally.kind()) + ": " + tally.count()));
        List<Tally> counted = Tally.of(digest.countedOnly());
        if (!counted.isEmpty()) {
            line(body, "\nMore reports, which could only be counted:");
        }
        counted.forEach(tally -> line(body, "- " + Tally.inWords(tally.kind()) + ": " + tally.count()));
    }

    private static void resolved(StringBuilder body, Digest digest, WallClock clock) {
        int all = digest.resolved().size();
        if (all > 0) {
            line(body, "\nResolved since the last mail:");
        }
        digest.resolved().stream().limit(LISTED).forEach(item -> {
            Instant at = item.resolvedAt();
            String when = at == null ? "" : " (resolved " + clock.show(at) + ")";
            line(body, "- " + kind(item.issue()) + ": " + summary(item.issue()) + when);
        });
        if (all > LISTED) {
            line(body, "- and " + (all - LISTED) + " more");
        }
    }

    private static void deadline(StringBuilder body, @Nullable Deadline deadline, WallClock clock) {
        if (deadline != null) {
            line(body, "   Act by " + clock.show(deadline.at()) + ". After that: " + Tidy.line(deadline.consequence()));
        }
    }

    private static void links(StringBuilder body, String indent, String heading, List<ReportLink> links) {
        if (!links.isEmpty()) {
            line(body, indent + heading);
        }
        for (ReportLink link : links) {
            String role = link.role() == null ? "" : " (role needed: " + Tidy.line(link.role()) + ")";
            line(body, indent + "- " + Tidy.line(link.label()) + role);
            line(body, indent + "  " + link.uri().toASCIIString());
        }
    }

    private static void ending(StringBuilder body, Digest digest, String name, WallClock clock) {
        line(
                body,
                "\nThe next mail about " + name + " comes on " + clock.show(digest.nextMailAt()) + " at the earliest.");
        line(body, "\nYou get this mail because notifications are switched on for " + name + ".");
        ReportLink settings = digest.subscription().settings();
        if (settings == null) {
            line(body, "To change or switch them off, ask your provisioning administrator.");
        } else {
            links(body, "", "Change or switch them off here:", List.of(settings));
        }
        line(body, "\nThis is a plain form: the usual one could not be made.");
    }

    private static void line(StringBuilder body, String line) {
        body.append(line).append('\n');
    }
}
