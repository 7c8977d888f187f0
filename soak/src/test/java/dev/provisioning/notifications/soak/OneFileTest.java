package dev.provisioning.notifications.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.soak.child.Note;
import dev.provisioning.notifications.testkit.SmtpStep;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What else can happen to a process with a store of its own. */
class OneFileTest {
    private static final List<String> CRM = List.of("crm");
    private static final int MOST_STARTS = 50;
    private static final int STARTS_AFTERWARDS = 2;
    private static final Duration GATHERING = Duration.ofMinutes(4);

    /** A quarter of the time in which issues are gathered, as the children's clocks run; long enough for a mail on a busy machine. */
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(1);

    @Test
    void a_second_process_on_the_same_file_refuses_clearly_and_does_not_disturb_the_first() {
        try (Run run = Run.named("two-processes")) {
            ChildProcess first = run.start(plan -> plan).await(Note.READY);
            ChildProcess second = run.start(plan -> plan).await(Note.UNOPENED);
            assertThat(second.awaitEnd()).isEqualTo(3);
            assertThat(run.journals().get(1).words("unopened")).contains("store.db is in use, by process");
            first.say("report crm k");
            Run.finish(first);
            assertThat(Outcome.of(run.mails())).isEqualTo("1: k x1 fresh");
            run.verify();
        }
    }

    @Test
    void processes_that_each_live_for_less_than_issues_are_gathered_send_one_mail_and_none_waits_for_a_long_life() {
        try (Run run = Run.named("crash-loop")) {
            UnaryOperator<Plan> plan =
                    fresh -> fresh.applications(CRM).gathering(GATHERING).window(Duration.ofHours(1));
            for (int i = 0; i < MOST_STARTS && run.mails().isEmpty(); i++) {
                dieYoung(run, plan, "k" + i);
            }
            for (int i = 0; i < STARTS_AFTERWARDS; i++) {
                dieYoung(run, plan, "j" + i);
            }
            assertThat(run.mails()).hasSize(1);
            run.drain(fresh -> plan.apply(fresh).speed(6_000));
            run.verify();
        }
    }

    private static void dieYoung(Run run, UnaryOperator<Plan> plan, String key) {
        int mails = run.mails().size();
        ChildProcess child = run.start(plan).say("report crm " + key).await(Note.READY);
        Patience.isTrueWithin(LONGEST_LIFE, () -> run.mails().size() > mails);
        child.kill();
    }

    @Test
    void a_server_that_breaks_off_at_every_step_before_the_dot_gets_the_mail_once() {
        try (Run run = Run.named("server-breaks-off")) {
            for (SmtpStep step : List.of(SmtpStep.EHLO, SmtpStep.MAIL, SmtpStep.RCPT, SmtpStep.DATA)) {
                run.server().on(step).drop().once();
            }
            ChildProcess child = run.start(
                    plan -> plan.applications(CRM).lease(Duration.ofHours(1)).speed(600));
            child.say("report crm k").say("drain").await(Note.DRAINED);
            assertThat(Outcome.of(run.mails())).isEqualTo("1: k x1 fresh");
            assertThat(run.server().connections()).isGreaterThan(4);
            Run.finish(child);
            run.verify();
        }
    }

    @Test
    void a_server_that_breaks_off_in_the_midst_of_a_mail_gets_it_once_whether_that_is_noticed_before_the_dot_or_not() {
        try (Run run = Run.named("server-breaks-off-in-the-midst")) {
            run.server().on(SmtpStep.BODY).drop().once();
            ChildProcess child = run.start(plan -> plan.applications(CRM).lease(Duration.ofMinutes(5)));
            Run.finish(child.say("report crm k"));
            assertThat(Outcome.of(run.mails())).isIn("1: k x1 fresh", "2: k x1 perhaps");
            run.verify();
        }
    }

    @Test
    void a_server_that_accepts_and_is_gone_before_it_says_so_gets_the_issue_again_with_a_remark() {
        try (Run run = Run.named("reply-lost")) {
            run.server().on(SmtpStep.END_OF_DATA).acceptThenDrop().once();
            ChildProcess child = run.start(plan -> plan.applications(CRM)).say("report crm k");
            child.await(Note.IN_DOUBT);
            Run.finish(child);
            assertThat(Outcome.of(run.mails())).isEqualTo("1: k x1 fresh, 2: k x1 perhaps");
            run.verify();
        }
    }
}
