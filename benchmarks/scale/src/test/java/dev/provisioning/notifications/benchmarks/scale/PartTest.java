package dev.provisioning.notifications.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PartTest {
    @Test
    void partsAreNamedWithCommasBetween() {
        assertThat(Part.parse("start,memory")).containsExactly(Part.MEMORY, Part.START);
        assertThat(Part.parse("all")).containsExactly(Part.values());
        assertThatThrownBy(() -> Part.parse("evening")).isInstanceOf(IllegalArgumentException.class);
    }
}
