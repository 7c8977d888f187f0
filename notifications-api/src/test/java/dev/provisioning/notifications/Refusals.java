package dev.provisioning.notifications;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Bad input is refused where it comes in, with a message that names the field, on one short line. */
final class Refusals {
    private static final int LONGEST_MESSAGE = 250;

    private Refusals() {}

    static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String field, ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(field + " ")
                .satisfies(thrown -> org.assertj.core.api.Assertions.assertThat(thrown.getMessage())
                        .hasSizeLessThan(LONGEST_MESSAGE)
                        .matches(
                                message -> message.codePoints().noneMatch(Check::isControl),
                                "has no control characters"));
    }
}
