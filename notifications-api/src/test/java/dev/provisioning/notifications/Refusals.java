package dev.provisioning.notifications;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Bad input is refused where it comes in, with a message that names the field, on one short line. */
final class Refusals {
    private static final int LONGEST_MESSAGE = 250;

    /** A value that is shown may be all of control characters, each of which takes six. */
    private static final int LONGEST_OF_ALL = 700;

    private Refusals() {}

    /** A refusal of whatever it may be: it fits on a line, and nothing breaks that. */
    static void assertReadable(IllegalArgumentException refused) {
        Assertions.assertThat(refused.getMessage())
                .hasSizeLessThan(LONGEST_OF_ALL)
                .matches(message -> message.codePoints().noneMatch(Check::isControl), "has no control characters");
    }

    static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String field, ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(field + " ")
                .satisfies(thrown -> Assertions.assertThat(thrown.getMessage())
                        .hasSizeLessThan(LONGEST_MESSAGE)
                        .matches(
                                message -> message.codePoints().noneMatch(Check::isControl),
                                "has no control characters"));
    }
}
