package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Labels;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Severity;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Text that has broken mails before, and text that looks like it. */
final class Hostile {
    /** What a notification does not refuse: all but the controls. */
    private static final List<String> SEEN = List.of(
            "=?UTF-8?Q?hacked?=",
            "=?UTF-8?B?aGFja2Vk?=",
            "=?",
            "?=",
            "=",
            "=0D=0A",
            "--=_notification",
            "--=_notification--",
            "From ",
            "From",
            ".",
            "..",
            " ",
            "   ",
            "\"",
            "\\",
            "\\\"",
            "<eve@example.com>",
            "(comment)",
            "Bcc: eve@example.com",
            "Content-Type: text/html",
            "x".repeat(74),
            "x".repeat(75),
            "x".repeat(300),
            "ü",
            "Zürich",
            "–",
            "人事システム",
            "😀",
            "👩‍👩‍👧‍👦",
            "e\u0301\u0323",
            "\u760D\u760A",
            "\u010D\u010A",
            "\u202E\u2066\u200F",
            "\u00A0",
            "\u200B\uFEFF",
            "\uFFFD\uFFFF");

    /** Printable ASCII, of which no more than necessary is encoded. */
    private static final List<String> ASCII =
            List.of("problem", "a", " ", " ", " ", "  ", "\"", "\\", "x".repeat(60), "x".repeat(61));

    private static final List<String> LINES = List.of("\n", "\n\n", " \n", "\t", "=\t", "\n.\n", "\n..\n", "\n \n");

    private static final List<String> REFUSED = List.of(
            "\r", "\r\n", "\n\r", "\u0000", "\f", "\u000B", "\u001B", "\u007F", "\u0085", "\u2028", "\uD83D", "\uDE00");

    private Hostile() {}

    /** Text of one line, as a notification may have it; perhaps empty. */
    static Arbitrary<String> line() {
        return Arbitraries.oneOf(pieces(List.of(SEEN)), pieces(List.of(ASCII)), letters());
    }

    /** Text of some lines, as a notification may have it; perhaps empty. */
    static Arbitrary<String> lines() {
        return pieces(List.of(SEEN, LINES));
    }

    /** Text that nobody should let in. */
    static Arbitrary<String> anything() {
        return Arbitraries.oneOf(
                pieces(List.of(ASCII)),
                pieces(List.of(SEEN, LINES, REFUSED)),
                Arbitraries.strings().all());
    }

    /** A subject that a notification does not refuse. */
    static Arbitrary<String> subject() {
        return line().map(text -> cut(text, Notification.MAX_SUBJECT)).filter(text -> !isBlank(text));
    }

    /** A name that the builder does not refuse. */
    static Arbitrary<String> name() {
        return subject().map(text -> cut(text, 100)).filter(text -> !isBlank(text));
    }

    /** Names of applications that are not refused. */
    static Arbitrary<AppId> apps() {
        Arbitrary<String> name = line().map(text -> cut(text, AppId.MAX_LENGTH)).filter(text -> !isBlank(text));
        return Combinators.combine(name, name).as(AppId::of);
    }

    /** Labels of all sorts. */
    static Arbitrary<Labels> labels() {
        Arbitrary<IssueKind> kinds = Arbitraries.of("own", "credentials-invalid", "x".repeat(64), "quarantined")
                .map(IssueKind::of);
        return Combinators.combine(
                        Arbitraries.longs().greaterOrEqual(0),
                        Arbitraries.of(Severity.class),
                        kinds.list().uniqueElements().ofMaxSize(4),
                        settings().injectNull(0.2))
                .as(Labels::new);
    }

    /** Pages for settings, whose addresses are long, or become so. */
    private static Arbitrary<ReportLink> settings() {
        return Arbitraries.of("a", "/", "?q=", "=?UTF-8?Q?eve?=", "\u202E", "人", "😀", "x".repeat(300), "'(,);")
                .list()
                .ofMaxSize(10)
                .map(pieces -> "https://iam.example.com/" + String.join("", pieces))
                .filter(uri -> uri.length() <= ReportLink.MAX_URI)
                .map(uri -> ReportLink.of("settings", uri));
    }

    /** Recipients, also with domains and local parts outside ASCII. */
    static Arbitrary<List<Recipient>> recipients() {
        Arbitrary<String> locals = Arbitraries.of(
                "ann", "o'brien+ü", "{}|~!#$%&'*", "δοκιμή", "a.b", "=?utf-8?q?eve=40example.net?=", "x".repeat(64));
        Arbitrary<String> domains = Arbitraries.of(
                "example.com", "bücher.example", "例え.テスト", "Example.COM", "long-label.".repeat(14) + "example");
        return Combinators.combine(locals, domains)
                .as((local, domain) -> Recipient.mail(local + "@" + domain))
                .list()
                .ofMinSize(1)
                .ofMaxSize(50);
    }

    private static Arbitrary<String> letters() {
        return Arbitraries.strings()
                .all()
                .ofMaxLength(Notification.MAX_SUBJECT)
                .map(text -> text.codePoints()
                        .filter(c -> !Character.isISOControl(c) && c != 0x2028 && c != 0x2029 && !Utf8.isHalf(c))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    private static Arbitrary<String> pieces(List<List<String>> kinds) {
        return Arbitraries.of(kinds.stream().flatMap(List::stream).toList())
                .list()
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces));
    }

    private static String cut(String text, int max) {
        int end = Math.min(max, text.length());
        boolean inPair = end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, inPair ? end - 1 : end);
    }

    private static boolean isBlank(String text) {
        return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
