package dev.provisioning.notifications.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.provisioning.notifications.core.AnyText;

/** Texts that targets, exceptions and other parts of a host bring, with a secret in them or not. */
class RedactorFuzzTest {
    private static final Redactor REDACTOR = Redactor.standard();
    private static final Redactor WITH_PEOPLE = Redactor.builder().allowPeople().build();

    /** In no form does it look like the beginning or the end of anything. */
    private static final String SECRET = "x7Xyzzy4Q";

    @FuzzTest
    void aSecretIsGoneAndWhatIsRedactedStaysAsItIs(byte[] input) {
        String text = AnyText.of(input).replace("{secret}", "");
        String once = REDACTOR.redact(text);

        assertThat(REDACTOR.redact(once)).isSameAs(once);
        assertThat(once.length()).isLessThanOrEqualTo(3 * text.length());
        String form =
                RedactorPropertiesTest.FORMS.get(Math.floorMod(text.hashCode(), RedactorPropertiesTest.FORMS.size()));
        String planted = text + "\n" + form.formatted(SECRET) + "\n" + text;
        assertThat(REDACTOR.redact(planted)).doesNotContain(SECRET);
        assertThat(WITH_PEOPLE.redact(planted)).doesNotContain(SECRET);
    }
}
