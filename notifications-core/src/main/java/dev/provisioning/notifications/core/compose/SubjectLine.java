package dev.provisioning.notifications.core.compose;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.spi.Digest;
import dev.provisioning.notifications.spi.DigestItem;

/**
 * The one line that everybody reads: which application, what is worst, how much more there is, and whether any of it is new.
 *
 * <p>It tells all that in {@value #ESSENTIAL} characters, if the application is not called by a long name. Nothing is ever
 * cut, so that two mails with the same subject are about the same: where the words of a problem are too long, those of its
 * kind are taken.
 */
final class SubjectLine {
    /** So much of a subject is shown in most lists of mails. */
    static final int ESSENTIAL = 60;

    private SubjectLine() {}

    static String of(Digest digest, Words speaker) {
        Words words = speaker.unmarked();
        String whole = withCounts(digest, worst(digest, words, true), words);
        boolean fits = whole.codePointCount(0, whole.length()) <= ESSENTIAL;
        return withNews(digest, fits ? whole : withCounts(digest, worst(digest, words, false), words), words);
    }

    /** What readers call the application. */
    static String name(Digest digest) {
        String name = Tidy.line(digest.subscription().displayName());
        return name.isEmpty() ? Tidy.line(digest.app().name()) : name;
    }

    private static String withCounts(Digest digest, String worst, Words words) {
        int more = digest.items().size() - 1;
        if (!Tally.of(digest.countedOnly()).isEmpty()) {
            return more > 0
                    ? words.count("subject.over", more, "app", name(digest), "problem", worst)
                    : words.say("subject.uncounted", "app", name(digest), "problem", worst);
        }
        return more > 0
                ? words.count("subject.more", more, "app", name(digest), "problem", worst)
                : words.say("subject.only", "app", name(digest), "problem", worst);
    }

    /** A first mail has nothing but news, and one of nothing but news needs no word about it. */
    private static String withNews(Digest digest, String subject, Words words) {
        long news = digest.items().stream().filter(DigestItem::news).count();
        if (digest.lastMailAt() == null || news == digest.items().size()) {
            return subject;
        }
        if (news == 0) {
            return words.say("subject.asBefore", "subject", subject);
        }
        return Tally.of(digest.countedOnly()).isEmpty()
                ? words.count(
                        "subject.new",
                        news,
                        "subject",
                        subject,
                        "total",
                        words.number(digest.items().size()))
                : words.count("subject.newOver", news, "subject", subject);
    }

    /** The most pressing problem; all of a digest may be of those that are counted only. */
    private static String worst(Digest digest, Words words, boolean inItsOwnWords) {
        return digest.items().stream()
                .findFirst()
                .map(item -> worst(item.issue(), words, inItsOwnWords))
                .or(() -> Tally.of(digest.countedOnly()).stream()
                        .findFirst()
                        .map(tally -> words.ofKind(tally.kind(), "subject", Tally.inWords(tally.kind()))))
                .orElse("");
    }

    private static String worst(Issue issue, Words words, boolean inItsOwnWords) {
        String own = inItsOwnWords ? Problem.title(issue, words) : Tally.inWords(issue.kind());
        String open = own.endsWith(".") ? own.substring(0, own.length() - 1) : own;
        return words.ofKind(issue.kind(), "subject", open);
    }
}
