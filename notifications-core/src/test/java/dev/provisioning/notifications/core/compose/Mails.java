package dev.provisioning.notifications.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Labels;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Digest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a mail as a person does, or a program that shows it. */
final class Mails {
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*>");
    private static final Set<String> VOID = Set.of("meta", "br");

    private Mails() {}

    /** The mail that a transport would get; throws if it cannot carry the content. */
    static Notification notification(Digest digest, Content content) {
        return new Notification(
                digest.app(),
                "id",
                "thread",
                1,
                digest.now(),
                digest.subscription().recipients(),
                digest.subscription().language(),
                Labels.NONE,
                content.subject(),
                content.text(),
                content.html());
    }

    /** The text with single spaces instead of line ends and indentation. */
    static String unwrapped(Content content) {
        return content.text().replaceAll("\\s+", " ");
    }

    static String html(Content content) {
        return Objects.requireNonNull(content.html());
    }

    static String withoutUrls(String text) {
        return text.replaceAll("https?://\\S+", "");
    }

    /** The words that are read, without tags, bullets and punctuation at their ends. */
    static List<String> words(@Nullable String document) {
        String visible = Objects.requireNonNull(document)
                .replaceAll("(?s)<head>.*</head>", "")
                .replaceAll("(?s)<div style=\"display:none.*?</div>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&amp;", "&")
                .replace("&#39;", "'");
        return Arrays.stream(visible.split("[\\s]+", -1))
                .map(word -> word.replaceAll("^[-.,:;()]+|[-.,:;()]+$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static void assertWellFormed(String html) {
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            String name = tag.group(2);
            if (VOID.contains(name)) {
                continue;
            }
            if (tag.group(1).isEmpty()) {
                open.push(name);
            } else {
                assertThat(open.poll()).as("open at %d", tag.start()).isEqualTo(name);
            }
        }
        assertThat(open).as("never closed").isEmpty();
    }

    /** Every line is short, but for one that is an address only. */
    static void assertNarrow(String text) {
        assertThat(text.lines().filter(line -> line.codePointCount(0, line.length()) > 72))
                .allMatch(line -> line.strip().matches("[(<\"']?https?://\\S*"));
    }
}
