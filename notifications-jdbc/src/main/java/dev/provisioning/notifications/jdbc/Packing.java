package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Deadline;
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
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a ledger that are kept as one text each, packed and unpacked. */
final class Packing {
    private Packing() {}

    static String of(Collection<Entry> entries) {
        Packed packed = new Packed();
        return packed.list(entries, entry -> pack(packed, entry)).toString();
    }

    static Map<String, Entry> entries(AppId app, String line) {
        Map<String, Entry> entries = new HashMap<>();
        for (Entry entry : new Packed.Reader(line).list(packed -> entry(app, packed))) {
            if (entries.put(entry.key(), entry) != null) {
                throw new DamagedException("an issue is there twice");
            }
        }
        return entries;
    }

    private static void pack(Packed packed, Entry entry) {
        long firstSeen = Micros.of(entry.firstSeen());
        packed.text(entry.key())
                .text(entry.status().name())
                .text(entry.severity().name())
                .number(firstSeen)
                .number(Micros.of(entry.lastSeen()) - firstSeen)
                .number(Micros.of(entry.heldAt()) - firstSeen)
                .number(entry.count())
                .number(entry.told())
                .number(entry.born())
                .number(entry.version())
                .number(entry.inDoubt() ? 1 : 0)
                .instant(entry.resolvedAt());
        pack(packed, entry.issue(), entry.key(), entry.severity());
    }

    private static Entry entry(AppId app, Packed.Reader packed) {
        String key = packed.text();
        Entry.Status status = Entry.Status.valueOf(packed.text());
        Severity severity = Severity.valueOf(packed.text());
        long firstSeen = packed.number();
        Instant lastSeen = Micros.instant(firstSeen + packed.number());
        Instant heldAt = Micros.instant(firstSeen + packed.number());
        long count = packed.number();
        long told = packed.number();
        long born = packed.number();
        long version = packed.number();
        boolean inDoubt = packed.number() != 0;
        Instant resolvedAt = packed.instantOrNull();
        return new Entry(
                key,
                status,
                issue(app, packed, key, severity),
                severity,
                Micros.instant(firstSeen),
                lastSeen,
                heldAt,
                count,
                told,
                born,
                version,
                inDoubt,
                resolvedAt);
    }

    static String of(Issue issue) {
        Packed packed = new Packed();
        pack(packed, issue, "", null);
        return packed.toString();
    }

    /** An issue that mostly is of a key and a severity, which are not repeated then; nor is its key, if it names its kind. */
    private static void pack(Packed packed, Issue issue, String key, @Nullable Severity severity) {
        packed.text(unless(key, issue.key()))
                .text(unless(issue.key(), issue.kind().name()))
                .text(issue.severity() == severity ? null : issue.severity().name())
                .text(issue.summary())
                .text(issue.detail())
                .text(issue.remedy())
                .instant(issue.occurredAt());
        Deadline deadline = issue.deadline();
        packed.instant(deadline == null ? null : deadline.at());
        packed.text(deadline == null ? null : deadline.consequence());
        packed.list(issue.facts().entrySet(), fact -> packed.text(fact.getKey()).text(fact.getValue()));
        packed.list(
                issue.links(),
                link -> packed.text(link.label()).text(link.uri().toString()).text(link.role()));
    }

    static Issue issue(AppId app, String line) {
        return issue(app, new Packed.Reader(line), "", Severity.CRITICAL);
    }

    private static Issue issue(AppId app, Packed.Reader packed, String usualKey, Severity usualSeverity) {
        String key = packed.textOr(usualKey);
        IssueKind kind = IssueKind.of(packed.textOr(key));
        String other = packed.textOrNull();
        Severity severity = other == null ? usualSeverity : Severity.valueOf(other);
        String summary = packed.text();
        String detail = packed.text();
        String remedy = packed.text();
        Instant occurredAt = packed.instantOrNull();
        Instant deadlineAt = packed.instantOrNull();
        String consequence = packed.textOrNull();
        Map<String, String> facts = new LinkedHashMap<>();
        packed.list(fact -> facts.put(fact.text(), fact.text()));
        List<ReportLink> links =
                packed.list(link -> new ReportLink(link.text(), URI.create(link.text()), link.textOrNull()));
        Deadline deadline = deadlineAt == null || consequence == null ? null : new Deadline(deadlineAt, consequence);
        return new Issue(app, kind, key, severity, summary, detail, remedy, facts, links, deadline, occurredAt);
    }

    static @Nullable String of(@Nullable Handover mark) {
        if (mark == null) {
            return null;
        }
        Packed packed = new Packed()
                .instant(mark.at())
                .instant(mark.opensAt())
                .number(mark.cut())
                .text(mark.subject())
                .number(mark.issues());
        return packed.list(mark.recipients(), recipient -> pack(packed, recipient))
                .toString();
    }

    static @Nullable Handover handover(@Nullable String line) {
        if (line == null) {
            return null;
        }
        Packed.Reader packed = new Packed.Reader(line);
        Instant at = packed.instant();
        Instant opensAt = packed.instant();
        long cut = packed.number();
        String subject = packed.text();
        int issues = packed.integer();
        return new Handover(at, opensAt, cut, packed.list(Packing::recipient), subject, issues);
    }

    static @Nullable String of(@Nullable Trouble trouble) {
        if (trouble == null) {
            return null;
        }
        Packed packed = new Packed().instant(trouble.since());
        pack(packed, trouble.fault());
        return packed.toString();
    }

    static @Nullable Trouble trouble(@Nullable String line) {
        if (line == null) {
            return null;
        }
        Packed.Reader packed = new Packed.Reader(line);
        return new Trouble(packed.instant(), fault(packed));
    }

    static @Nullable String of(@Nullable SentMail mail) {
        if (mail == null) {
            return null;
        }
        Packed packed = new Packed()
                .number(mail.slot())
                .instant(mail.at())
                .number(mail.inDoubt() ? 1 : 0)
                .text(mail.subject())
                .number(mail.issues());
        return packed.list(mail.outcomes(), outcome -> pack(packed, outcome)).toString();
    }

    static @Nullable SentMail mailOrNull(@Nullable String line) {
        return line == null ? null : mail(line);
    }

    static SentMail mail(String line) {
        Packed.Reader packed = new Packed.Reader(line);
        long slot = packed.number();
        Instant at = packed.instant();
        boolean inDoubt = packed.number() != 0;
        String subject = packed.text();
        int issues = packed.integer();
        return new SentMail(slot, at, inDoubt, packed.list(Packing::outcome), subject, issues);
    }

    private static @Nullable String unless(String usual, String value) {
        return value.equals(usual) ? null : value;
    }

    private static void pack(Packed packed, Recipient recipient) {
        packed.text(recipient.kind()).text(recipient.address());
    }

    private static Recipient recipient(Packed.Reader packed) {
        return new Recipient(packed.text(), packed.text());
    }

    private static void pack(Packed packed, RecipientOutcome outcome) {
        pack(packed, outcome.recipient());
        packed.text(outcome.status().name());
        DeliveryFault fault = outcome.fault();
        if (fault != null) {
            pack(packed, fault);
        }
    }

    private static RecipientOutcome outcome(Packed.Reader packed) {
        Recipient recipient = recipient(packed);
        RecipientOutcome.Status status = RecipientOutcome.Status.valueOf(packed.text());
        DeliveryFault fault = status == RecipientOutcome.Status.ACCEPTED ? null : fault(packed);
        return new RecipientOutcome(recipient, status, fault);
    }

    private static void pack(Packed packed, DeliveryFault fault) {
        packed.text(fault.stage().name())
                .number(fault.code())
                .text(fault.enhancedCode())
                .text(fault.text());
    }

    private static DeliveryFault fault(Packed.Reader packed) {
        return new DeliveryFault(Stage.valueOf(packed.text()), packed.integer(), packed.textOrNull(), packed.text());
    }
}
