package dev.provisioning.notifications.core.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SentenceTest {
    @Test
    void putsValuesInTheirPlaces() {
        assertThat(new Sentence("{app}: {count} more, {app}").with(Map.of("app", "HR", "count", "3")))
                .isEqualTo("HR: 3 more, HR");
    }

    @Test
    void takesAllElseByTheLetter() {
        assertThat(new Sentence("l'application, l''autre, {}, { app }, {0}, 100 % $1 \\ {App}")
                        .with(Map.of("app", "HR")))
                .isEqualTo("l'application, l''autre, {}, { app }, {0}, 100 % $1 \\ {App}");
    }

    @Test
    void looksForNoPlacesInValues() {
        assertThat(new Sentence("{app} {count}").with(Map.of("app", "{count} $1 \\", "count", "3")))
                .isEqualTo("{count} $1 \\ 3");
    }

    @Test
    void hasNoPlaceWithoutAValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sentence("{app} {count}").with(Map.of("app", "HR")))
                .withMessage("\"{app} {count}\" has a place for which there is no value");
    }
}
