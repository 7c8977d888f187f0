package dev.provisioning.notifications.soak;

import dev.provisioning.notifications.soak.check.ReadMail;
import dev.provisioning.notifications.soak.check.Told;
import java.util.List;
import java.util.stream.Collectors;

/** What became of one issue, in short: in which slots it was told, how often it was said to be reported, and with what remark. */
final class Outcome {
    private Outcome() {}

    /** Such as {@code 1: k x1 fresh, 2: k x1 perhaps}. */
    static String of(List<ReadMail> mails) {
        return mails.stream().map(Outcome::of).sorted().collect(Collectors.joining(", "));
    }

    private static String of(ReadMail mail) {
        return mail.slot() + ": " + mail.issues().stream().map(Outcome::of).collect(Collectors.joining(" "));
    }

    private static String of(Told issue) {
        return issue.key() + " x" + issue.count() + (issue.perhaps() ? " perhaps" : " fresh");
    }
}
