package dev.provisioning.notifications;

import static dev.provisioning.notifications.Refusals.assertRefused;
import static dev.provisioning.notifications.Samples.APP;
import static dev.provisioning.notifications.Samples.NOON;
import static dev.provisioning.notifications.Samples.TEAM;
import static dev.provisioning.notifications.Samples.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every text of every type")
class TextFieldsTest {
    /** What may stand in a text. */
    private enum Sort {
        /** Letters, digits and hyphens of ASCII, and little else. */
        NAME,
        /** One line. */
        LINE,
        /** Any number of lines, or none. */
        LINES,
        /** One line, or null. */
        OPTIONAL_LINE,
        /** Any number of lines, or none, or null. */
        OPTIONAL_LINES;

        boolean isOptional() {
            return this == OPTIONAL_LINE || this == OPTIONAL_LINES;
        }

        boolean hasLines() {
            return this == LINES || this == OPTIONAL_LINES;
        }
    }

    /** One text of one type: how its messages call it, its bound, and how to make the type with it. */
    private record Field(String name, int max, Sort sort, Function<String, Object> make) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Field> FIELDS = List.of(
            new Field("app.tenant", 200, Sort.LINE, text -> AppId.of(text, "name")),
            new Field("app.name", 200, Sort.LINE, text -> AppId.of("tenant", text)),
            new Field("kind.name", 64, Sort.NAME, IssueKind::of),
            new Field("issue.key", 200, Sort.LINE, text -> withKey(text)),
            new Field(
                    "issue.summary",
                    200,
                    Sort.LINE,
                    text -> issue().summary(text).build()),
            new Field(
                    "issue.detail",
                    4_000,
                    Sort.LINES,
                    text -> issue().detail(text).build()),
            new Field(
                    "issue.remedy",
                    1_000,
                    Sort.LINES,
                    text -> issue().remedy(text).build()),
            new Field(
                    "issue.facts",
                    60,
                    Sort.LINE,
                    text -> issue().fact(text, "value").build()),
            new Field(
                    "issue.facts[host]",
                    500,
                    Sort.LINES,
                    text -> issue().fact("host", text).build()),
            new Field("deadline.consequence", 300, Sort.LINE, text -> new Deadline(NOON, text)),
            new Field("link.label", 100, Sort.LINE, text -> ReportLink.of(text, "https://example.com/")),
            new Field(
                    "link.role",
                    100,
                    Sort.OPTIONAL_LINE,
                    text -> new ReportLink("Report", URI.create("https://example.com/"), text)),
            new Field("fault.text", 500, Sort.LINE, text -> new DeliveryFault(Stage.DATA, 0, null, text)),
            new Field("recipient.address", 254, Sort.LINE, text -> new Recipient("chat", text)),
            new Field("notification.id", 100, Sort.NAME, text -> mail(text, "thread", "subject", "text", null)),
            new Field("notification.threadId", 100, Sort.NAME, text -> mail("id", text, "subject", "text", null)),
            new Field("notification.subject", 250, Sort.LINE, text -> mail("id", "thread", text, "text", null)),
            new Field("notification.text", 1_000_000, Sort.LINES, text -> mail("id", "thread", "subject", text, null)),
            new Field(
                    "notification.html",
                    1_000_000,
                    Sort.OPTIONAL_LINES,
                    text -> mail("id", "thread", "subject", "text", text)),
            new Field(
                    "subscription.displayName",
                    100,
                    Sort.LINE,
                    text -> Subscription.builder(text).recipient(TEAM).build()));

    private static final List<String> NEVER = List.of(
            "\u0000",
            "\u0001",
            "\u000b",
            "\f",
            "\r",
            "\r\n",
            "\u001b[31m",
            "\u007f",
            "\u0085",
            "\u2028",
            "\u2029",
            "\ud83d",
            "\ude00",
            "\ude00\ud83d");
    private static final List<String> BETWEEN_LINES = List.of("\n", "\t");

    private static Object withKey(String key) {
        return new Issue(
                APP,
                IssueKind.QUARANTINED,
                key,
                Severity.CRITICAL,
                "summary",
                "",
                "",
                java.util.Map.of(),
                List.of(),
                null,
                null);
    }

    private static Object mail(
            String id, String thread, String subject, String text, @org.jspecify.annotations.Nullable String html) {
        return new Notification(
                APP, id, thread, 1, NOON, List.of(TEAM), Locale.ENGLISH, Labels.NONE, subject, text, html);
    }

    static Stream<Field> fields() {
        return FIELDS.stream();
    }

    static Stream<Arguments> forbidden() {
        return FIELDS.stream()
                .flatMap(field -> Stream.concat(
                                NEVER.stream(), field.sort.hasLines() ? Stream.of() : BETWEEN_LINES.stream())
                        .map(text -> Arguments.argumentSet(field + " with " + Check.shown(text), field, text)));
    }

    static Stream<Arguments> blank() {
        return FIELDS.stream()
                .filter(field -> !field.sort.hasLines())
                .flatMap(field -> Stream.of("", " ", "   ", "\u00a0", "\u2003\u3000 \u202f")
                        .map(text -> Arguments.argumentSet(field + " of " + text.length(), field, text)));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void isRefusedIfMissingUnlessItMayBe(Field field) {
        if (field.sort.isOptional()) {
            assertThatCode(() -> field.make.apply(Absent.value())).doesNotThrowAnyException();
        } else {
            assertRefused(field.name, () -> field.make.apply(Absent.value())).hasMessageContaining("is missing");
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void mayBeAsLongAsItsBound(Field field) {
        assertThatCode(() -> field.make.apply("x".repeat(field.max))).doesNotThrowAnyException();
        assertThatCode(() -> field.make.apply("x")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void isRefusedIfLongerByOne(Field field) {
        String tooLong = "x".repeat(field.max + 1);

        assertRefused(field.name, () -> field.make.apply(tooLong))
                .hasMessage(
                        "%s has %d characters, more than %d: \"%s…\"",
                        field.name, field.max + 1, field.max, "x".repeat(60));
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void isRefusedWithAControlCharacterWhereverItStands(Field field, String text) {
        for (String hostile : List.of(text, text + "x", "x" + text, "x" + text + "x")) {
            assertRefused(field.name, () -> field.make.apply(hostile))
                    .hasMessageContaining("has a control character: ")
                    .hasMessageContaining("\\u");
        }
    }

    @ParameterizedTest
    @MethodSource("blank")
    void isRefusedIfThereIsNothingToSee(Field field, String text) {
        assertRefused(field.name, () -> field.make.apply(text)).hasMessageContaining("is blank");
    }

    @ParameterizedTest
    @MethodSource("fields")
    void mayHoldLinesOrNothingWhereThatIsSaid(Field field) {
        if (field.sort.hasLines()) {
            for (String text : List.of("", " ", "\n", "a\n\tb\n")) {
                assertThatCode(() -> field.make.apply(text)).doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void mayBeInAnyScriptUnlessItIsAName(Field field) {
        for (String text :
                List.of("Ж日本語", "e\u0301", "İıß", "\ud83d\ude00", "a\u00a0b", "\"quoted\" <b>&amp;</b>", "%s {0} $1")) {
            if (field.sort == Sort.NAME) {
                assertRefused(field.name, () -> field.make.apply(text)).hasMessageContaining(text);
            } else {
                assertThatCode(() -> field.make.apply(text)).doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void countsInUtf16UnitsAndNeverCutsALetterInAMessage(Field field) {
        if (field.sort != Sort.NAME) {
            String faces = "\ud83d\ude00".repeat(field.max / 2);
            assertThatCode(() -> field.make.apply(faces)).doesNotThrowAnyException();
            assertRefused(field.name, () -> field.make.apply(faces + "xy"))
                    .hasMessageContaining("\ud83d\ude00".repeat(Math.min(60, field.max / 2)));
        }
        assertThat(field.max).isPositive();
    }
}
