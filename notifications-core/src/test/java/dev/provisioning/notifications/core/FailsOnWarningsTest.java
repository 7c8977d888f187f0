package dev.provisioning.notifications.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class FailsOnWarningsTest {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    private static final List<String> WARNING = List.of("WARN somebody must act");

    /** A test that expects warnings, in a class that may have them. */
    @ExpectsWarnings
    private static final class Expecting {}

    /** A test that does not. */
    private static final class Plain {}

    private static final AnnotatedElement EXPECTING = Expecting.class;
    private static final AnnotatedElement PLAIN = Plain.class;

    @Test
    void aWarningFailsATestThatDoesNotExpectIt() {
        assertThatThrownBy(() -> FailsOnWarnings.judge(PLAIN, PLAIN, WARNING))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("somebody must act");
        assertThatCode(() -> FailsOnWarnings.judge(PLAIN, PLAIN, List.of())).doesNotThrowAnyException();
    }

    @Test
    void oneThatATestExpectsMustCome() {
        assertThatCode(() -> FailsOnWarnings.judge(EXPECTING, PLAIN, WARNING)).doesNotThrowAnyException();
        assertThatThrownBy(() -> FailsOnWarnings.judge(EXPECTING, PLAIN, List.of()))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void oneThatAClassExpectsMayCome() {
        assertThatCode(() -> FailsOnWarnings.judge(PLAIN, EXPECTING, WARNING)).doesNotThrowAnyException();
        assertThatCode(() -> FailsOnWarnings.judge(PLAIN, EXPECTING, List.of())).doesNotThrowAnyException();
    }

    @Test
    @ExpectsWarnings
    void whatTheLibraryWarnsOfIsHeard() {
        LOG.info("nobody needs to know");
        LOG.warn("somebody must act");
        assertThat(LOG.isWarnEnabled()).isTrue();
    }
}
