package dev.provisioning.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void aSlotIsNotLessThanZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Labels(-1, Severity.INFO, List.of(), null))
                .withMessage("labels.slot is less than 0: -1");
    }

    @Test
    void aKindStandsOnceOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Labels(1, Severity.INFO, List.of(IssueKind.QUARANTINED, IssueKind.of("quarantined")), null))
                .withMessage("labels.kinds has a kind twice: [quarantined, quarantined]");
    }

    @Test
    void thereAreNoMoreKindsThanARuleCanGoBy() {
        List<IssueKind> kinds =
                IntStream.range(0, 21).mapToObj(i -> IssueKind.of("kind-" + i)).toList();

        assertThat(new Labels(1, Severity.INFO, kinds.subList(0, 20), null).kinds())
                .hasSize(20);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Labels(1, Severity.INFO, kinds, null))
                .withMessage("labels.kinds has 21 elements, more than 20");
    }
}
