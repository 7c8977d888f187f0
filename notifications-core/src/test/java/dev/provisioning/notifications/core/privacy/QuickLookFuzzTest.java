package dev.provisioning.notifications.core.privacy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.provisioning.notifications.core.AnyText;

/** Quick looks at any text: what {@link QuickLookPropertiesTest} asks of some is asked of whatever reaches new code. */
class QuickLookFuzzTest {
    private final QuickLookPropertiesTest properties = new QuickLookPropertiesTest();

    @FuzzTest
    void nothingIsPassedOver(byte[] input) {
        String text = AnyText.of(input);

        properties.noNameIsPassedOver(text);
        properties.noAssignmentIsPassedOver(text);
        properties.noShapeIsPassedOver(text);
        properties.noTokenIsPassedOver(text);
    }
}
