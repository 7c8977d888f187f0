package dev.provisioning.notifications.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.soak.child.Note;
import dev.provisioning.notifications.soak.child.Step;
import dev.provisioning.notifications.testkit.SmtpStep;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A process ends at each step of an issue's way: before the mark the mail is sent once more, behind it its issues are carried over. */
@Execution(ExecutionMode.CONCURRENT)
class NamedStepsTest {
    private static final int ROUNDS = Integer.getInteger("soak.steps.rounds", 1);
    private static final Duration NEVER = Duration.ofMinutes(59);

    private static final String NOTHING = "";
    private static final String ONCE = "1: k x1 fresh";
    private static final String CARRIED_OVER = "2: k x1 perhaps";
    private static final String TOLD_AGAIN = ONCE + ", " + CARRIED_OVER;

    static Stream<Arguments> steps() {
        return IntStream.rangeClosed(1, ROUNDS).boxed().flatMap(NamedStepsTest::round);
    }

    private static Stream<Arguments> round(int round) {
        return Stream.of(
                row(round, Step.BEFORE_REPORT_COMMITS, NOTHING),
                row(round, Step.WHILE_REPORT_COMMITS, NOTHING, ONCE),
                row(round, Step.AFTER_REPORT_COMMITS, ONCE),
                row(round, Step.BEFORE_CLAIM_COMMITS, ONCE),
                row(round, Step.WHILE_CLAIM_COMMITS, ONCE),
                row(round, Step.AFTER_CLAIM_COMMITS, ONCE),
                row(round, Step.BEFORE_COMPOSING, ONCE),
                row(round, Step.AFTER_COMPOSING, ONCE),
                row(round, Step.BEFORE_MARK_COMMITS, ONCE),
                row(round, Step.WHILE_MARK_COMMITS, ONCE, CARRIED_OVER, TOLD_AGAIN),
                row(round, Step.AFTER_MARK_COMMITS, CARRIED_OVER),
                row(round, Step.BEFORE_DOT, CARRIED_OVER),
                row(round, Step.AFTER_REPLY, TOLD_AGAIN),
                row(round, Step.BEFORE_RESULT_COMMITS, TOLD_AGAIN),
                row(round, Step.WHILE_RESULT_COMMITS, TOLD_AGAIN, ONCE),
                row(round, Step.AFTER_RESULT_COMMITS, ONCE));
    }

    private static Arguments row(int round, Step step, String... outcomes) {
        return Arguments.of(step, List.of(outcomes), round);
    }

    @ParameterizedTest(name = "{0}: {1}, round {2}")
    @MethodSource("steps")
    void a_process_that_ends_at_a_step_leaves_to_the_next_what_has_to_be_done(
            Step step, List<String> outcomes, int round) {
        try (Run run = Run.named("step-" + step + "-" + round)) {
            ChildProcess child = run.start(plan -> crm(plan).at(step, deed(step), 1));
            child.say("report crm k").await(Note.AT).awaitEnd();
            run.drain(NamedStepsTest::crm);
            assertThat(Outcome.of(run.mails())).isIn(outcomes);
            run.verify();
        }
    }

    static Stream<Arguments> flushes() {
        return IntStream.rangeClosed(1, ROUNDS)
                .boxed()
                .flatMap(round -> Stream.of(
                        row(round, Step.BEFORE_FLUSH_COMMITS, "1: k x1 fresh"),
                        row(round, Step.WHILE_FLUSH_COMMITS, "1: k x1 fresh", "1: k x3 fresh"),
                        row(round, Step.AFTER_FLUSH_COMMITS, "1: k x3 fresh")));
    }

    @ParameterizedTest(name = "{0}: {1}, round {2}")
    @MethodSource("flushes")
    void repeats_that_were_written_are_counted(Step step, List<String> outcomes, int round) {
        try (Run run = Run.named("step-" + step + "-" + round)) {
            ChildProcess child =
                    run.start(plan -> crm(plan).gathering(Duration.ofMinutes(1)).at(step, deed(step), 1));
            threeReports(child).await(Note.AT).awaitEnd();
            run.drain(NamedStepsTest::crm);
            assertThat(Outcome.of(run.mails())).isIn(outcomes);
            run.verify();
        }
    }

    @ParameterizedTest(name = "{0}: {1}, round {2}")
    @MethodSource("flushes")
    void closing_writes_what_was_counted_and_may_end_there(Step step, List<String> outcomes, int round) {
        try (Run run = Run.named("closing-" + step + "-" + round)) {
            ChildProcess child = run.start(plan ->
                    crm(plan).gathering(Duration.ofMinutes(1)).flush(NEVER).at(step, deed(step), 1));
            threeReports(child).say("close").await(Note.AT).awaitEnd();
            run.drain(NamedStepsTest::crm);
            assertThat(Outcome.of(run.mails())).isIn(outcomes);
            run.verify();
        }
    }

    @Test
    void a_process_that_is_killed_after_the_dot_and_before_the_reply_leaves_the_mail_in_doubt() {
        try (Run run = Run.named("killed-before-the-reply")) {
            run.server().on(SmtpStep.END_OF_DATA).longLine("250 ", 10).once();
            ChildProcess child = run.start(NamedStepsTest::crm);
            child.say("report crm k");
            run.server().awaitMails(1, Duration.ofSeconds(30));
            child.kill();
            run.drain(NamedStepsTest::crm);
            assertThat(Outcome.of(run.mails())).isEqualTo(TOLD_AGAIN);
            run.verify();
        }
    }

    @Test
    void a_process_that_is_killed_while_closing_waits_for_a_mail_leaves_it_in_doubt() {
        try (Run run = Run.named("killed-while-closing")) {
            run.server().on(SmtpStep.END_OF_DATA).longLine("250 ", 10).once();
            ChildProcess child = run.start(NamedStepsTest::crm);
            child.say("report crm k");
            run.server().awaitMails(1, Duration.ofSeconds(30));
            child.say("close");
            assertThat(Patience.isTrueWithin(Duration.ofMillis(200), () -> !child.isAlive()))
                    .isFalse();
            child.kill();
            run.drain(NamedStepsTest::crm);
            assertThat(Outcome.of(run.mails())).isEqualTo(TOLD_AGAIN);
            run.verify();
        }
    }

    /** One application, and time for its mail on a busy machine. */
    private static Plan crm(Plan plan) {
        return plan.applications(List.of("crm")).lease(Duration.ofMinutes(5));
    }

    private static ChildProcess threeReports(ChildProcess child) {
        return child.say("report crm k").say("report crm k").say("report crm k");
    }

    private static String deed(Step step) {
        return step.name().startsWith("WHILE") ? "HALT_SOON" : "HALT";
    }
}
