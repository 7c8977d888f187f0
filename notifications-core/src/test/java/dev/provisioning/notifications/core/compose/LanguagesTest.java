package dev.provisioning.notifications.core.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.core.ExpectsWarnings;
import dev.provisioning.notifications.spi.Content;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
    private static final ClassLoader HOST = LanguagesTest.class.getClassLoader();
    private static final Map<String, String> ENGLISH = ours("en");

    private final Languages languages = new Languages(HOST);

    static List<String> tags() {
        return List.of("nl", "de", "fr", "es", "ar");
    }

    @Test
    void everyWellKnownKindHasItsWords() {
        List<IssueKind> kinds = Arrays.stream(IssueKind.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == IssueKind.class)
                .map(LanguagesTest::kind)
                .toList();

        assertThat(kinds)
                .hasSizeGreaterThanOrEqualTo(9)
                .allSatisfy(kind -> assertThat(ENGLISH)
                        .containsKeys(
                                "kind." + kind + ".title",
                                "kind." + kind + ".subject",
                                "kind." + kind + ".meaning",
                                "kind." + kind + ".remedy"));
    }

    @Test
    void everySeverityAndStateHasItsWord() {
        assertThat(Stream.of(Severity.values())
                        .filter(severity -> severity != Severity.CRITICAL)
                        .map(severity -> "severity." + lower(severity)))
                .allMatch(ENGLISH::containsKey);
        assertThat(Stream.of(State.values())
                        .flatMap(state -> Stream.of("state.", "overview.")
                                .map(group -> group + lower(state) + (group.equals("overview.") ? ".other" : ""))))
                .allMatch(ENGLISH::containsKey);
    }

    @ParameterizedTest
    @MethodSource("tags")
    void everyLanguageHasEveryKeyInEveryForm(String tag) {
        assertThatCode(() -> new Languages(nothing()).require(Locale.forLanguageTag(tag)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("tags")
    void noLanguageHasAKeyOrAFormThatNobodyAsksFor(String tag) {
        Map<String, String> words = ours(tag);
        Set<String> forms =
                PluralRules.parse(words.getOrDefault("plurals", "")).forms().collect(Collectors.toSet());

        assertThat(words.keySet()).allSatisfy(key -> {
            String general = WordsFile.general(key);
            assertThat(ENGLISH).containsKey(general);
            assertThat(general.equals(key) || forms.contains(key.substring(key.lastIndexOf('.') + 1)))
                    .isTrue();
        });
    }

    /** Only a word for one or for two, such as "once", may leave the number itself out. */
    @ParameterizedTest
    @MethodSource("tags")
    void everySentenceHasThePlacesOfTheEnglishOne(String tag) {
        ours(tag).forEach((key, words) -> {
            Set<String> expected = new Sentence(
                            Objects.requireNonNull(ENGLISH.getOrDefault(key, ENGLISH.get(WordsFile.general(key)))))
                    .places();
            Set<String> places = new TreeSet<>(new Sentence(words).places());
            if (key.matches(".*\\.(zero|one|two)")) {
                places.remove("count");
                expected.remove("count");
            }
            assertThat(places).as(key).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @MethodSource("tags")
    void noSentenceIsLeftInEnglish(String tag) {
        assertThat(ours(tag))
                .allSatisfy((key, words) -> assertThat(words.matches("[^a-zA-Z]*(\\{\\w+}[^a-zA-Z]*)*")
                                || key.matches("direction|plurals|pattern.moment|in.now|label.detail|severity.urgent")
                                || !words.equals(ENGLISH.get(key)))
                        .as(key)
                        .isTrue());
    }

    @Test
    void whatAHostSaysStandsBeforeOurs() {
        Language german = languages.find(Locale.forLanguageTag("de-AT"));

        assertThat(german.get("label.remedy").pattern()).isEqualTo("Nächste Schritte");
        assertThat(german.get("label.detail").pattern()).isEqualTo("Einzelheiten");
        assertThat(german.get("kind.licence-audit.subject").pattern()).isEqualTo("Lizenzprüfung offen");
        assertThat(german.locale()).isEqualTo(Locale.forLanguageTag("de-AT"));
    }

    @Test
    @ExpectsWarnings
    void whatAHostsLanguageLacksIsEnglish() {
        Language turkish = languages.find(Locale.forLanguageTag("tr"));

        assertThat(turkish.get("label.remedy").pattern()).isEqualTo("Yapılacaklar");
        assertThat(turkish.get("label.detail").pattern()).isEqualTo("Details");
        assertThat(turkish.locale()).isEqualTo(Locale.forLanguageTag("tr"));
        assertThat(turkish.get("subject.more", 1).pattern())
                .as("a language with one form for all numbers gets no English one")
                .isEqualTo("{app}: {problem}, {count} sorun daha");
    }

    @Test
    void whatNobodyHasWordsForIsEnglish() {
        for (Locale unknown : List.of(Locale.forLanguageTag("is"), Locale.ROOT, Locale.forLanguageTag("x-klingon"))) {
            assertThat(languages.find(unknown).locale()).isEqualTo(Locale.ENGLISH);
        }
        assertThat(languages.find(Locale.UK).locale()).isEqualTo(Locale.UK);
    }

    @Test
    void aLocaleThatIsNoLanguageCostsNoMail() {
        for (Locale odd :
                List.of(new Locale("a b", "c", "d_e"), new Locale("en", "x y", "?"), new Locale("ja", "JP", "JP"))) {
            Content content = TemplateComposer.create().compose(Digests.in(odd));

            assertThat(content.text()).contains("What to do:", "Reported 214 times.");
        }
    }

    @Test
    @ExpectsWarnings
    void whatAHostHasWrongIsEnglish() {
        Language wrong = languages.find(Locale.forLanguageTag("et"));

        assertThat(wrong.get("label.remedy").pattern()).isEqualTo("What to do");
        assertThat(wrong.get("label.detail").pattern()).isEqualTo("Üksikasjad");
        assertThat(wrong.get("why").places()).containsExactly("app");
        assertThat(wrong.rightToLeft()).isFalse();
        assertThat(wrong.plurals().formOf(1)).isEqualTo("one");
    }

    @Test
    @ExpectsWarnings
    void noMomentIsPaddedToWhatAnotherIsTooLongFor() {
        Language finnish = languages.find(Locale.forLanguageTag("fi"));

        assertThat(finnish.get("pattern.moment").pattern()).isEqualTo(ENGLISH.get("pattern.moment"));
    }

    @Test
    void tellsAtTheStartWhatIsWrongWithALanguage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateComposer.builder()
                        .classLoader(HOST)
                        .language(Locale.forLanguageTag("et"))
                        .build())
                .withMessageStartingWith("composer.language et cannot be used: ")
                .withMessageContaining("mail.et.properties: label.remedi is no known key")
                .withMessageContaining("mail.et.properties: label.remedy says nothing that could be used")
                .withMessageContaining("mail.et.properties: direction says nothing that could be used")
                .withMessageContaining(
                        "mail.et.properties: plurals cannot be used: not a condition of a plural rule: n is 1")
                .withMessageContaining("mail.et.properties: pattern.moment cannot be used: ")
                .withMessageContaining(
                        "mail.et.properties: why has places for which there are no values, among [app, application]")
                .withMessageContaining("mail.et.properties: next lacks places, of [app, at]")
                .withMessageContaining("mail.et.properties: previous has a brace that encloses no place")
                .withMessageContaining("mail.et.properties: headline.one has a control character")
                .withMessageContaining("mail.et.properties: asOf has a control character")
                .withMessageContaining("reported.few is in a form that no number takes")
                .withMessageContaining(" words are missing: ago.days.one, ago.days.other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"is", "und"})
    void aLanguageThatWasAskedForMustBeThere(String tag) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> languages.require(Locale.forLanguageTag(tag)))
                .withMessage("composer.language " + tag
                        + " cannot be used: [there is no META-INF/provisioning-notifications/mail." + tag
                        + ".properties]");
    }

    @Test
    void aLanguageThatWasAskedForMustBeThereAsAWhole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> languages.require(Locale.forLanguageTag("tr")))
                .withMessageMatching("composer.language tr cannot be used: \\[\\d+ words are missing: .*, …]");
    }

    @Test
    @ExpectsWarnings
    void aFileThatIsNotUtf8IsNotGuessedAt() {
        Language latin = languages.find(Locale.forLanguageTag("lv"));

        assertThat(latin.get("label.detail").pattern()).isEqualTo("Details");
    }

    @Test
    void aSubscriptionSourceThatMakesLanguagesUpFillsNoMemory() {
        Languages bounded = new Languages(nothing());

        for (int i = 0; i < 26 * 26; i++) {
            String country = "" + (char) ('A' + i / 26) + (char) ('A' + i % 26);
            assertThat(bounded.find(Locale.forLanguageTag("en-" + country))
                            .get("label.detail")
                            .pattern())
                    .isEqualTo("Details");
        }
        assertThat(bounded.remembered()).isEqualTo(500);
    }

    private static ClassLoader nothing() {
        return ClassLoader.getPlatformClassLoader();
    }

    private static Map<String, String> ours(String tag) {
        return WordsFile.read(Objects.requireNonNull(Languages.class.getResource("mail." + tag + ".properties")));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static IssueKind kind(java.lang.reflect.Field field) {
        try {
            return (IssueKind) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
