package dev.provisioning.notifications.core.compose;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.spi.Digest;

/** The one line that everybody reads: which application, what is worst, and how much more there is. */
final class SubjectLine {
    private static final int ESSENTIAL = 60;
    private static final int LONGEST_NAME = 36;

    private SubjectLine() {}

    static String of(Digest digest, Words words) {
        String name = Tidy.cut(name(digest), LONGEST_NAME);
        int room = ESSENTIAL - name.codePointCount(0, name.length()) - 2;
        String worst = Tidy.cut(worst(digest, words), room);
        int more = digest.items().size() - 1;
        if (more >= 0 && !Tally.of(digest.countedOnly()).isEmpty()) {
            return words.count("subject.over", more, name, worst);
        }
        return more > 0 ? words.count("subject.more", more, name, worst) : words.say("subject.only", name, worst);
    }

    /** What readers call the application. */
    static String name(Digest digest) {
        String name = Tidy.line(digest.subscription().displayName());
        return name.isEmpty() ? Tidy.line(digest.app().name()) : name;
    }

    /** All problems of a digest may be of those that are counted only. */
    private static String worst(Digest digest, Words words) {
        return digest.items().stream()
                .findFirst()
                .map(item -> worst(item.issue(), words))
                .or(() -> Tally.of(digest.countedOnly()).stream()
                        .findFirst()
                        .map(tally -> words.ofKind(tally.kind(), "subject", Tally.inWords(tally.kind()))))
                .orElseGet(() -> words.say("subject.nothing"));
    }

    private static String worst(Issue issue, Words words) {
        String title = Problem.title(issue, words);
        String open = title.endsWith(".") ? title.substring(0, title.length() - 1) : title;
        return words.ofKind(issue.kind(), "subject", open);
    }
}
