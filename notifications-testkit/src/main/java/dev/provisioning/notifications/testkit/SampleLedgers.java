package dev.provisioning.notifications.testkit;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.spi.Claim;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Handover;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.SentMail;
import dev.provisioning.notifications.spi.Slot;
import dev.provisioning.notifications.spi.Trouble;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ledgers of all sorts, up to the strangest that a store has to keep. Their instants have microseconds. */
final class SampleLedgers {
    static final AppId APP = AppId.of("contoso", "salesforce");
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");
    static final Instant LATER = Instant.parse("2026-03-03T08:00:00.000001Z");

    /** Most of the scripts of the world, letters of four bytes, and what a careless store would take for syntax. */
    static final String STRANGE = "Ж日本語 אב \ud83d\ude00 e\u0301 İıß '\"`\\%_{}[]<&>;--$1 ?:x NULL \u00a0\u202e";

    private static final DeliveryFault BARE = new DeliveryFault(Stage.CONNECT, 0, null, "refused");
    private static final DeliveryFault FULL =
            new DeliveryFault(Stage.RECIPIENT, 550, "5.1.1", fill(DeliveryFault.MAX_TEXT, STRANGE));
    private static final List<Recipient> RECIPIENTS = List.of(
            Recipient.mail("team@example.com"),
            Recipient.mail("takım@bücher.example"),
            new Recipient("chat-of-the-operators", fill(Recipient.MAX_ADDRESS, STRANGE)));

    private SampleLedgers() {}

    // --------------------------------------------------------------------------------------------- slots

    static Slot dueAt(Instant instant) {
        return Slot.FIRST.waiting(Phase.GATHERING, instant);
    }

    static Claim claim(String name) {
        return new Claim("node of " + name, "token of " + name, null);
    }

    static Slot marked(Slot claimed, Claim claim) {
        Handover mark = new Handover(NOON, LATER, Long.MAX_VALUE, RECIPIENTS, fill(250, STRANGE), Integer.MAX_VALUE);
        return claimed.handedOver(claim.handedOver(mark), LATER);
    }

    /** A slot for each phase, and some more, by what is special about them. */
    static Map<String, Slot> slots() {
        Map<String, Slot> slots = new LinkedHashMap<>();
        Slot claimed = dueAt(NOON).claimed(claim(STRANGE), LATER);
        slots.put("gathering", dueAt(NOON));
        slots.put("claimed", claimed);
        slots.put("handed over", marked(claimed, claim(STRANGE)));
        slots.put(
                "to nobody",
                claimed.handedOver(claim("a").handedOver(new Handover(NOON, LATER, 0, List.of(), "", 0)), LATER));
        slots.put("to be retried", claimed.waiting(Phase.RETRY, LATER).troubled(new Trouble(NOON, BARE), 3));
        slots.put("rejected", claimed.waiting(Phase.REJECTED, LATER).troubled(new Trouble(NOON, FULL), 0));
        slots.put("misconfigured", claimed.waiting(Phase.MISCONFIGURED, LATER).troubled(null, 0));
        slots.put("idle after a claim", claimed.idle());
        slots.put("idle after a mail", marked(claimed, claim("a")).next());
        slots.put(
                "of the greatest numbers",
                new Slot(
                        Long.MAX_VALUE,
                        Phase.RETRY,
                        LATER,
                        NOON,
                        LATER,
                        null,
                        Integer.MAX_VALUE,
                        Integer.MAX_VALUE,
                        new Trouble(NOON, FULL)));
        return slots;
    }

    // ------------------------------------------------------------------------------------------- entries

    static Issue issue(AppId app, String key) {
        return Issue.builder(app, IssueKind.QUARANTINED)
                .key(key)
                .summary("Problem " + key)
                .build();
    }

    /** A held entry, as the first report of an issue makes it. */
    static Entry entry(Issue issue, long revision) {
        return new Entry(
                issue.key(),
                Entry.Status.HELD,
                issue,
                issue.severity(),
                NOON,
                NOON,
                NOON,
                1,
                0,
                revision,
                revision,
                false,
                null);
    }

    static Entry entry(String key) {
        return entry(issue(APP, key), 1);
    }

    /** An entry of a status and a severity. */
    static Entry of(String key, Entry.Status status, Severity severity) {
        Instant resolvedAt = status == Entry.Status.RESOLVED ? NOON : null;
        Issue issue = issue(APP, key);
        return new Entry(key, status, issue, severity, NOON, NOON, NOON, 1, 0, 1, 1, false, resolvedAt);
    }

    /** The same entry, reported more often. */
    static Entry counted(Entry entry, long count, long version) {
        return new Entry(
                entry.key(),
                entry.status(),
                entry.issue(),
                entry.severity(),
                entry.firstSeen(),
                entry.lastSeen(),
                entry.heldAt(),
                count,
                entry.told(),
                entry.born(),
                version,
                entry.inDoubt(),
                entry.resolvedAt());
    }

    /** An entry for each status, and some more, by key. */
    static Map<String, Entry> entries() {
        return byKey(Stream.of(
                entry("held"),
                with("reported", Entry.Status.REPORTED, greatest(APP, "reported")),
                with("resolved", Entry.Status.RESOLVED, greatest(APP, "resolved")),
                with("+quarantined", Entry.Status.HELD, issue(APP, "another key than that of the entry")),
                entry(
                        Issue.builder(APP, IssueKind.of("x" + "-y9".repeat(21)))
                                .key(fill(Issue.MAX_KEY, STRANGE))
                                .severity(Severity.INFO)
                                .summary(STRANGE)
                                .detail("\n\ttwo\n\nlines\n")
                                .occurredAt(Instant.EPOCH)
                                .build(),
                        1)));
    }

    /** Keys that are different, though some would say they are the same. */
    static List<String> alikes() {
        return List.of(
                "key",
                "Key",
                "KEY",
                "key ",
                " key",
                "k\u00e9y",
                "ke\u0301y",
                "kEy",
                "kı",
                "ki",
                "Kİ",
                "k\u00adey",
                "k'ey",
                "k%",
                "k_",
                "k\\",
                "\ud83d\ude00",
                "\ud83d\ude01",
                "ß",
                "ss",
                "ﬀ",
                "ff",
                "１",
                "1",
                "null",
                "NULL");
    }

    static Map<String, Entry> byKey(Stream<Entry> entries) {
        return entries.collect(Collectors.toMap(Entry::key, entry -> entry));
    }

    /** As many entries as an application has at most, each with as long a detail as there is. */
    static Map<String, Entry> asManyAsThereAre() {
        Map<String, Entry> entries = new HashMap<>();
        for (int i = 0; i < 120; i++) {
            Issue issue = Issue.builder(APP, IssueKind.QUARANTINED)
                    .key("key " + i)
                    .summary("Problem " + i)
                    .detail(fill(Issue.MAX_DETAIL, "detail " + i + " " + STRANGE))
                    .build();
            entries.put(issue.key(), entry(issue, 1));
        }
        return entries;
    }

    /** An issue all of whose parts are as long as they may be. */
    static Issue greatest(AppId app, String key) {
        Issue.Builder issue = Issue.builder(app, IssueKind.QUOTA_EXCEEDED)
                .key(key)
                .severity(Severity.URGENT)
                .summary(fill(Issue.MAX_SUMMARY, STRANGE))
                .detail(fill(Issue.MAX_DETAIL, STRANGE + "\n\t"))
                .remedy(fill(Issue.MAX_REMEDY, STRANGE + "\n\t"))
                .deadline(LATER, fill(300, STRANGE))
                .occurredAt(NOON);
        for (int i = Issue.MAX_FACTS; i > 0; i--) {
            issue.fact(fill(Issue.MAX_FACT_NAME, i + STRANGE), i == 1 ? "" : fill(Issue.MAX_FACT_VALUE, i + STRANGE));
        }
        String path = "https://example.com/übersicht?q=";
        for (int i = Issue.MAX_LINKS; i > 1; i--) {
            issue.link(ReportLink.of(
                    fill(ReportLink.MAX_LABEL, i + STRANGE),
                    path + "x".repeat(ReportLink.MAX_URI - path.length()),
                    fill(ReportLink.MAX_LABEL, STRANGE)));
        }
        return issue.link(ReportLink.of("Report", "HTTP://[2001:db8::1]:8443/a;b?c=%20#d"))
                .build();
    }

    private static Entry with(String key, Entry.Status status, Issue issue) {
        return new Entry(
                key,
                status,
                issue,
                Severity.WARNING,
                NOON.minusSeconds(1),
                NOON,
                LATER,
                Long.MAX_VALUE,
                Long.MAX_VALUE - 1,
                1,
                Long.MAX_VALUE,
                true,
                status == Entry.Status.RESOLVED ? LATER : null);
    }

    // ---------------------------------------------------------------------------------------------- mails

    /** Mails of both sorts, by what is special about them. */
    static Map<String, SentMail> mails() {
        List<RecipientOutcome> outcomes = List.of(
                RecipientOutcome.accepted(RECIPIENTS.get(0)),
                RecipientOutcome.refused(RECIPIENTS.get(1), FULL),
                RecipientOutcome.deferred(RECIPIENTS.get(2), BARE));
        Map<String, SentMail> mails = new LinkedHashMap<>();
        mails.put("accepted in part", new SentMail(1, NOON, false, outcomes, fill(250, STRANGE), 7));
        mails.put("in doubt", new SentMail(Long.MAX_VALUE, LATER, true, List.of(), "", Integer.MAX_VALUE));
        return mails;
    }

    /** Ledgers of one entry whose instants are all the same. */
    static Ledger at(AppId app, Instant instant) {
        Issue issue = Issue.builder(app, IssueKind.QUARANTINED)
                .summary("Problem")
                .deadline(instant, "It stops.")
                .occurredAt(instant)
                .build();
        Entry entry = new Entry(
                issue.key(),
                Entry.Status.RESOLVED,
                issue,
                Severity.INFO,
                instant,
                instant,
                instant,
                1,
                1,
                1,
                1,
                false,
                instant);
        Handover mark = new Handover(instant, instant, 1, List.of(), "subject", 1);
        Slot slot = new Slot(
                2,
                Phase.HANDED_OVER,
                instant,
                instant,
                instant,
                new Claim("node", "token", mark),
                1,
                0,
                new Trouble(instant, BARE));
        SentMail mail = new SentMail(1, instant, false, List.of(), "subject", 1);
        return Ledger.empty(app).successor(slot, Map.of(entry.key(), entry), mail);
    }

    /** A text repeated until it is exactly so long; ends in a full letter. */
    private static String fill(int length, String text) {
        String filled = text.repeat(length / text.length() + 1).substring(0, length);
        return Character.isHighSurrogate(filled.charAt(length - 1)) ? filled.substring(0, length - 1) + "x" : filled;
    }
}
