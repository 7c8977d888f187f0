package dev.provisioning.notifications.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.AnyText;
import dev.provisioning.notifications.spi.Composer;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Digest;
import dev.provisioning.notifications.spi.DigestItem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Mails about issues that say anything, to somebody of any name. */
class LetterFuzzTest {
    private static final TemplateComposer COMPOSER = TemplateComposer.create();
    private static final List<String> LANGUAGES = List.of("en", "nl", "de", "fr", "es", "ar", "is-x-any");
    private static final List<String> ZONES = List.of(
            "UTC", "Europe/Berlin", "Asia/Kathmandu", "America/Sao_Paulo", "Pacific/Apia", "+18:00", "UTC-03:30");

    /** More than a mail may have, but for what one value can make of it, whose every letter is escaped. */
    private static final int LARGEST = 200_000;

    /** What a mail is made of that says nothing special, and all that there is to say. */
    private static final Set<String> OURS = Stream.of(Digests.usual(), Digests.late(), ordinary())
            .map(COMPOSER::compose)
            .flatMap(LetterFuzzTest::elements)
            .collect(Collectors.toUnmodifiableSet());

    @FuzzTest
    void everyValueIsWordsAndNothingElse(byte[] input) {
        Digest digest;
        try {
            digest = digest(AnyText.several(input, 10));
        } catch (IllegalArgumentException refused) {
            return;
        }

        for (Composer composer : List.of(COMPOSER, new PlainComposer())) {
            Content content = composer.compose(digest);
            Mails.notification(digest, content);
            assertThat(content.text().length()).isLessThan(LARGEST);
            assertThat((content.subject() + content.text() + content.html()).codePoints())
                    .noneMatch(LetterFuzzTest::isMisleading);
            assertThat(content.subject()).doesNotContain("\n");
            assertNothingButTheTemplate(content);
        }
    }

    /** No element, no attribute and no style that is not in our templates, and no link but to the web. */
    static void assertNothingButTheTemplate(Content content) {
        String html = content.html();
        if (html != null) {
            assertThat(html.length()).isLessThan(LARGEST);
            assertThat(OURS).containsAll(elements(content).collect(Collectors.toSet()));
            assertThat(Jsoup.parse(html).select("a").eachAttr("href")).allMatch(href -> href.matches("https?://\\S+"));
        }
    }

    private static Stream<String> elements(Content content) {
        return Jsoup.parse(Mails.html(content)).getAllElements().stream().map(LetterFuzzTest::shape);
    }

    /** What an element is, whatever it says and in whichever direction. */
    private static String shape(Element element) {
        return element.tagName()
                + element.attributes().asList().stream()
                        .map(LetterFuzzTest::shape)
                        .collect(Collectors.joining());
    }

    private static String shape(Attribute attribute) {
        boolean ofWords = List.of("href", "lang", "aria-label").contains(attribute.getKey());
        return " " + attribute.getKey()
                + (ofWords ? "" : "=" + attribute.getValue().replaceAll("left|right|ltr|rtl", "side"));
    }

    private static boolean isMisleading(int c) {
        return (Character.isISOControl(c) && c != '\n')
                || (c >= 0x202A && c <= 0x202E)
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C
                || c == 0xFEFF;
    }

    private static Digest ordinary() {
        return digest(List.of("1 A", "b", "c", "d", "e", "f", "https://example.com/", "g", "h", "i"));
    }

    private static Digest digest(List<String> parts) {
        int chosen = parts.get(0).codePoints().findFirst().orElse(0);
        ReportLink link = ReportLink.of(parts.get(7), parts.get(6), parts.get(8));
        Instant at = chosen % 3 == 0 ? Instant.MIN : chosen % 3 == 1 ? Instant.MAX : Digests.NOW;
        Issue issue = Issue.builder(Digests.APP, chosen % 2 == 0 ? IssueKind.QUOTA_EXCEEDED : IssueKind.of("own"))
                .summary(parts.get(1))
                .detail(parts.get(2))
                .remedy(parts.get(3))
                .fact(parts.get(4), parts.get(5))
                .fact("Answer", parts.get(1))
                .link(link)
                .deadline(at, parts.get(9))
                .build();
        Subscription to = Subscription.builder(parts.get(0))
                .recipient("iam-team@example.com")
                .zone(ZoneId.of(ZONES.get(chosen % ZONES.size())))
                .language(Locale.forLanguageTag(LANGUAGES.get(chosen % LANGUAGES.size())))
                .report(link)
                .settings(link)
                .build();
        DigestItem known =
                new DigestItem(issue, Severity.URGENT, at, Digests.NOW, Long.MAX_VALUE, 3, false, true, true, null);
        return new Digest(
                Digests.APP,
                to,
                8,
                Digests.NOW,
                at,
                at,
                at,
                List.of(Digests.item(issue), known),
                List.of(Digests.resolved(issue)),
                Map.of(issue.kind(), 3L));
    }

    /** The same digest for somebody else. */
    static Digest to(Subscription to, Digest digest) {
        return new Digest(
                digest.app(),
                to,
                digest.slot(),
                digest.now(),
                digest.lastMailAt(),
                digest.nextMailAt(),
                digest.lateSince(),
                digest.items(),
                digest.resolved(),
                digest.countedOnly());
    }
}
