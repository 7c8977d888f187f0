package dev.provisioning.notifications.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RedactedThrowableTest {
    private final Redactor redactor = Redactor.standard();

    @Test
    void itSaysOfWhichClassTheOriginalIsAndWhereItCameFrom() {
        IOException original = new IOException("refused, password=hunter2");

        Throwable redacted = redactor.redact(original);

        assertThat(redacted).hasToString("java.io.IOException: refused, password=***");
        assertThat(redacted).hasMessage("java.io.IOException: refused, password=***");
        assertThat(redacted.getStackTrace()).isEqualTo(original.getStackTrace());
    }

    @Test
    void causesAndWhatWasSuppressedAreRedactedToo() {
        IllegalStateException original = new IllegalStateException(new IOException("user=ada"));
        original.addSuppressed(new IOException("token=hunter2"));

        String printed = printed(redactor.redact(original));

        assertThat(printed)
                .contains("java.lang.IllegalStateException: java.io.IOException: user=***")
                .contains("Caused by: java.io.IOException: user=***")
                .contains("Suppressed: java.io.IOException: token=***")
                .doesNotContain("ada", "hunter2");
    }

    @Test
    void aThrowableWithNothingToHideStaysTheSame() {
        IOException original = new IOException("refused", new IllegalStateException());

        assertThat(redactor.redact(original)).isSameAs(original);
    }

    @Test
    void noMessagePassesForALineOfTheLogOrMovesACursor() {
        Throwable redacted =
                redactor.redact(new IOException("said no\r\n2026-03-02 INFO all is well\u001b[2K\u202e", null));

        assertThat(printed(redacted).lines().findFirst())
                .hasValue("java.io.IOException: said no | 2026-03-02 INFO all is well?[2K?");
    }

    @Test
    void aCircleIsCut() {
        IOException one = new IOException("password=hunter2");
        IOException other = new IOException("other", one);
        one.initCause(other);
        one.addSuppressed(other);

        Throwable redacted = redactor.redact(one);

        assertThat(redacted.getCause()).hasMessage("java.io.IOException: other").hasNoCause();
        assertThat(redacted.getSuppressed()).isEmpty();
    }

    @Test
    void aLongChainIsCut() {
        Throwable chain = new IOException("password=hunter2");
        for (int i = 0; i < 100_000; i++) {
            chain = new IOException("level", chain);
        }

        int depth = 0;
        for (Throwable each = redactor.redact(chain); each != null; each = each.getCause()) {
            assertThat(each).hasMessage("java.io.IOException: level");
            depth++;
        }

        assertThat(depth).isEqualTo(50);
    }

    @Test
    void aMessageThatCannotBeReadIsLeftOut() {
        Throwable redacted = redactor.redact(new Unreadable());

        assertThat(redacted).hasToString(Unreadable.class.getName());
    }

    private static String printed(Throwable throwable) {
        StringWriter printed = new StringWriter();
        throwable.printStackTrace(new PrintWriter(printed, true));
        return printed.toString();
    }

    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("password=hunter2");
        }
    }
}
