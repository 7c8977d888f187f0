package dev.provisioning.notifications.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Severity;
import java.lang.reflect.Modifier;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final ResourceBundle english =
            ResourceBundle.getBundle("dev.provisioning.notifications.core.compose.Messages", Locale.ROOT);

    @Test
    void everyWellKnownKindHasItsWords() {
        List<IssueKind> kinds = Arrays.stream(IssueKind.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == IssueKind.class)
                .map(WordsTest::kind)
                .toList();

        assertThat(kinds)
                .hasSizeGreaterThanOrEqualTo(9)
                .allSatisfy(kind -> assertThat(english.keySet())
                        .contains(
                                "kind." + kind + ".title",
                                "kind." + kind + ".subject",
                                "kind." + kind + ".meaning",
                                "kind." + kind + ".remedy"));
    }

    @Test
    void everySeverityThatIsShownHasItsWord() {
        assertThat(Arrays.stream(Severity.values()).filter(severity -> severity != Severity.CRITICAL))
                .allSatisfy(severity -> assertThat(english.containsKey(
                                "severity." + severity.name().toLowerCase(Locale.ROOT)))
                        .isTrue());
    }

    @Test
    void everySentenceForOneHasOneForOthers() {
        Set<String> ones = stems(".one");

        assertThat(ones).isNotEmpty().isEqualTo(stems(".other"));
    }

    @Test
    void noValueIsLostBehindAnApostrophe() {
        assertThat(english.keySet()).allSatisfy(key -> {
            String pattern = english.getString(key);
            assertThat(new MessageFormat(pattern, Locale.ROOT).format(new Object[] {"a", "b", "c"}))
                    .doesNotContain("{", "}");
        });
    }

    @Test
    void countsInTheReadersWayAndNotInTheMachines() {
        Words words = Words.of(Digests.in(Locale.ENGLISH).subscription());

        assertThat(words.count("reported", 1)).isEqualTo("Reported once.");
        assertThat(words.count("reported", 1_234_567)).isEqualTo("Reported 1,234,567 times.");
    }

    @Test
    void namesThePlace() {
        assertThat(place(ZoneId.of("Europe/Berlin"))).isEqualTo("Europe/Berlin");
        assertThat(place(ZoneOffset.UTC)).isEqualTo("UTC");
        assertThat(place(ZoneId.of("Etc/UTC"))).isEqualTo("UTC");
        assertThat(place(ZoneOffset.ofHoursMinutes(5, 30))).isEqualTo("UTC+05:30");
    }

    private static String place(ZoneId zone) {
        return Words.of(Digests.salesforce().zone(zone).build()).place();
    }

    private Set<String> stems(String ending) {
        return english.keySet().stream()
                .filter(key -> key.endsWith(ending))
                .map(key -> key.substring(0, key.length() - ending.length()))
                .collect(Collectors.toSet());
    }

    private static IssueKind kind(java.lang.reflect.Field field) {
        try {
            return (IssueKind) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
