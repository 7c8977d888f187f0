package dev.provisioning.notifications.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.soak.check.Violation.Kind;
import dev.provisioning.notifications.soak.child.Note;
import dev.provisioning.notifications.soak.child.Sabotage;
import dev.provisioning.notifications.soak.child.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real processes that lack a protection break a promise, and that is found. */
class TheCheckerBitesTest {
    @Test
    void a_store_that_forgets_the_mark_leads_to_two_mails_of_one_slot() {
        try (Run run = Run.named("forgets-marks")) {
            ChildProcess child =
                    run.start(plan -> crm(plan).sabotage(Sabotage.FORGETS_MARKS).at(Step.AFTER_REPLY, "HALT", 1));
            child.say("report crm k").await(Note.AT).awaitEnd();
            run.drain(TheCheckerBitesTest::crm);
            assertThat(run.broken()).contains(Kind.SAME_SLOT);
        }
    }

    @Test
    void a_store_that_forgets_reports_loses_them() {
        try (Run run = Run.named("forgets-reports")) {
            ChildProcess child = run.start(plan -> crm(plan).sabotage(Sabotage.FORGETS_REPORTS));
            child.say("report crm k").await(Note.ANSWERED, "crm k HELD").kill();
            run.drain(TheCheckerBitesTest::crm);
            assertThat(run.broken()).containsExactly(Kind.LOST);
        }
    }

    @Test
    void repeats_that_are_written_too_late_are_lost() {
        try (Run run = Run.named("flushes-late")) {
            ChildProcess child = run.start(
                    plan -> crm(plan).gathering(Duration.ofMinutes(30)).flush(Duration.ofHours(1)));
            child.say("report crm k").say("report crm k").await(Note.ANSWERED, "crm k MERGED");
            child.awaitTicks(Run.SETTLING + 1).kill();
            run.drain(plan -> crm(plan).speed(6_000));
            assertThat(run.broken()).containsExactly(Kind.LOST);
        }
    }

    @Test
    void a_transport_that_does_not_ask_sends_unmarked_mails() {
        try (Run run = Run.named("passes-nothing")) {
            run.drain(plan -> crm(plan).sabotage(Sabotage.PASSES_NOTHING), "report crm k");
            assertThat(run.broken()).containsExactly(Kind.UNMARKED);
        }
    }

    @Test
    void windows_that_are_too_short_are_found_to_be_used_twice() {
        try (Run run = Run.named("short-windows")) {
            ChildProcess child = run.start(plan -> crm(plan).window(Duration.ofSeconds(1)));
            child.say("report crm k").await(Note.ACCEPTED).say("report crm j");
            Run.finish(child);
            assertThat(run.broken()).containsExactly(Kind.SAME_WINDOW);
        }
    }

    private static Plan crm(Plan plan) {
        return plan.applications(List.of("crm")).lease(Duration.ofMinutes(5));
    }
}
