package dev.provisioning.notifications.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.benchmarks.store.crowd.Crowd;
import dev.provisioning.notifications.benchmarks.store.crowd.CrowdFigures;
import dev.provisioning.notifications.benchmarks.store.durable.Contestant;
import dev.provisioning.notifications.benchmarks.store.durable.Field;
import dev.provisioning.notifications.benchmarks.store.load.Pace;
import dev.provisioning.notifications.benchmarks.store.mails.Delivery;
import dev.provisioning.notifications.benchmarks.store.mails.Route;
import dev.provisioning.notifications.benchmarks.store.medium.Engine;
import dev.provisioning.notifications.benchmarks.store.medium.Media;
import dev.provisioning.notifications.benchmarks.store.medium.Medium;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that is measured, in miniature, so that it works on the day it is wanted; without the server, which takes seconds. */
class MiniatureRunTest {
    private static final Duration MOMENT = Duration.ofMillis(20);

    @TempDir
    private Path directory;

    private Media media;

    @BeforeEach
    void emptyTheDirectory() throws Exception {
        media = new Media(directory.resolve("data"));
    }

    @AfterEach
    void leaveNothing() throws Exception {
        media.close();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void everybodyMakesIssuesDurable() throws Exception {
        try (Field field = new Field(media, Contestant.on(Engine.SQLITE))) {
            for (Contestant contestant : Contestant.on(Engine.SQLITE)) {
                Pace pace = field.measure(contestant, 2, MOMENT);

                assertThat(pace.perSecond()).isPositive();
                assertThat(pace.worst()).isGreaterThanOrEqualTo(pace.median()).isPositive();
            }
        }
    }

    @Test
    void aMailThatIsDueAloneTakesFourCommitsAndManyShareThem() throws Exception {
        try (Route route = new Route(media.fresh(Engine.SQLITE, "mails"))) {
            assertThat(route.measure(Delivery.STEPS_ALONE, 3).commits()).isEqualTo(4);
            assertThat(route.measure(Delivery.NOTIFIER_ALONE, 3).commits()).isEqualTo(4);
            assertThat(route.measure(Delivery.STEPS_OF_MANY, 40).commits()).isBetween(0.1, 4.0);
            assertThat(route.measure(Delivery.NOTIFIER_OF_MANY, 40).commits()).isBetween(0.1, 4.0);
        }
    }

    @Test
    void aCrowdIsPutInAndAsked() throws Exception {
        try (Medium medium = media.fresh(Engine.SQLITE, "crowd")) {
            CrowdFigures crowd = new Crowd(medium, 2_000).measure();

            assertThat(crowd.mebibytes()).isPositive();
            assertThat(crowd.mebibytesForMillion()).isEqualTo(500 * crowd.mebibytes());
        }
    }
}
