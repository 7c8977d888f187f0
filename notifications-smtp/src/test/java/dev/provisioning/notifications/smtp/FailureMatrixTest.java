package dev.provisioning.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Each stage fails in each way, over each channel; and the page in the documentation tells what really happened. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailureMatrixTest {
    private static final Path PAGE = Path.of("..", "docs", "smtp-failures.md");
    private static final String WRITE = "smtp.failures.write";
    private static final int AT_ONCE = 16;

    private final Map<Trial, Future<Observed>> trials = new LinkedHashMap<>();
    private final Map<SpecialCase, Future<Observed>> specials = new LinkedHashMap<>();

    @BeforeAll
    void tryAll() {
        ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE);
        Trial.all().forEach(trial -> trials.put(trial, executor.submit((Callable<Observed>) trial::run)));
        SpecialCases.all().forEach(special -> specials.put(special, executor.submit(special::run)));
        executor.shutdown();
    }

    @TestFactory
    Stream<DynamicTest> eachFailureMeansWhatTheTableSays() {
        return trials.keySet().stream().map(trial -> DynamicTest.dynamicTest(trial.toString(), () -> check(trial)));
    }

    @TestFactory
    Stream<DynamicTest> eachSpecialCaseMeansWhatItsLineSays() {
        return specials.keySet().stream()
                .map(special -> DynamicTest.dynamicTest(special.toString(), () -> check(special)));
    }

    @Test
    void thePageTellsWhatHappened() throws IOException {
        String page = FailurePage.render(observed(trials), observed(specials));
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("to write it anew, run with -D" + WRITE + "=true")
                .usingCharset(StandardCharsets.UTF_8)
                .hasContent(page);
    }

    private void check(Trial trial) {
        Observed observed = observed(trials.get(trial));

        assertThat(observed.meaning()).as(trial + ": " + observed).isEqualTo(trial.expected());
        assertThat(observed.commands()).hasSize(trial.moment() == Moment.CONNECT ? 0 : 1);
        assertThat(observed.commands()).noneMatch(commands -> commands.contains("RSET"));
        checkTime(trial, observed.waited());
        checkMails(trial.expected(), observed.mails());
        DeliveryFault fault = observed.fault();
        if (fault != null) {
            checkStage(trial, fault.stage());
            checkCodes(trial.failing().reply(trial.moment()), fault);
            checkText(fault.text());
        }
    }

    private static void checkTime(Trial trial, Duration waited) {
        if (trial.isSlow()) {
            assertThat(waited)
                    .as(trial.toString())
                    .isGreaterThanOrEqualTo(trial.moment().bound());
        } else {
            assertThat(waited).as(trial.toString()).isZero();
        }
    }

    /** What is certain is certain on both sides. */
    private static void checkMails(String meaning, int mails) {
        switch (meaning) {
            case "accepted" -> assertThat(mails).isEqualTo(1);
            case "in doubt" -> assertThat(mails).isLessThanOrEqualTo(1);
            default -> assertThat(mails).isZero();
        }
    }

    private static void checkStage(Trial trial, Stage stage) {
        Stage expected = trial.moment().stage;
        assertThat(stage)
                .as(trial.toString())
                .isIn(trial.isRacy() ? List.of(expected, Stage.CONNECT) : List.of(expected));
    }

    private static void checkCodes(String reply, DeliveryFault fault) {
        if (fault.stage() != Stage.CONTENT) {
            assertThat(fault.code()).isEqualTo(reply.isEmpty() ? 0 : Integer.parseInt(reply.substring(0, 3)));
            assertThat(fault.enhancedCode()).isEqualTo(reply.isEmpty() ? null : reply.split(" ", 3)[1]);
        }
    }

    private static void checkText(String text) {
        assertThat(text)
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(DeliveryFault.MAX_TEXT)
                .doesNotContainPattern("\\p{Cntrl}")
                .doesNotContain(Trial.RECIPIENT, Trial.SENDER, Trial.SECRET);
    }

    private void check(SpecialCase special) {
        Observed observed = observed(specials.get(special));

        assertThat(observed.meaning()).as(special + ": " + observed).isEqualTo(special.expected());
        checkMails(special.expected(), observed.mails());
        DeliveryFault fault = observed.fault();
        if (fault != null) {
            assertThat(fault.stage()).isEqualTo(special.moment().stage);
            checkText(fault.text());
        }
    }

    private static <T> Map<T, Observed> observed(Map<T, Future<Observed>> futures) {
        Map<T, Observed> all = new LinkedHashMap<>();
        futures.forEach((key, future) -> all.put(key, observed(future)));
        return all;
    }

    private static Observed observed(@Nullable Future<Observed> future) {
        assertThat(future).isNotNull();
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                // Also how a test says that it cannot be run here.
                throw thrown;
            }
            throw new AssertionError(e.getCause());
        }
    }
}
