package dev.provisioning.notifications.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.IssueKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventLinesTest {
    private static final Instant NOW = Instant.parse("2026-03-03T09:20:00Z");
    private static final AppId APP = AppId.of("contoso works", "kronos");

    @ParameterizedTest
    @MethodSource("events")
    void whatIsReadIsWhatWasWritten(Consumer<EngineEvents> event) {
        List<String> written = new ArrayList<>();
        List<String> again = new ArrayList<>();

        event.accept(new EventLines(written::add));
        written.forEach(line -> EventLines.tell(line, new EventLines(again::add)));

        assertThat(again).hasSize(1).isEqualTo(written);
    }

    @Test
    void aCycleKeepsItsReports() {
        CycleReport cycle = new CycleReport(NOW, APP, null, List.of(report(), report()));
        List<String> written = new ArrayList<>();

        new EventLines(written::add).cycleRan(cycle);

        assertThat(written)
                .containsExactly("cycle\t2026-03-03T09:20:00Z\tcontoso works\tkronos\t"
                        + "\tquarantined\tkey\tHELD\tin quarantine\tquarantined\tkey\tHELD\tin quarantine");
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        assertThatThrownBy(() -> EventLines.tell("sing\ta song", new EventLines(line -> {})))
                .hasMessage("the engine said what nobody understands: sing\ta song");
    }

    static Stream<Consumer<EngineEvents>> events() {
        return Stream.of(
                to -> to.timePassed(NOW),
                to -> to.cycleRan(new CycleReport(NOW, APP, new Changes(3, 0, 12), List.of())),
                to -> to.cycleRan(new CycleReport(NOW, APP, null, List.of(report(), report()))),
                to -> to.mailWaits(APP),
                to -> to.mailServerLost(NOW),
                EngineEvents::mailServerBack,
                to -> to.found(new Finding(APP, 3, NOW, NOW.plusSeconds(1))),
                to -> to.found(new Finding(APP, 0, null, null)));
    }

    private static CycleReport.Report report() {
        return new CycleReport.Report(IssueKind.QUARANTINED, "key", "in quarantine", Disposition.HELD);
    }
}
