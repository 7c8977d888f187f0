package dev.provisioning.notifications.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.soak.check.Violation;
import dev.provisioning.notifications.soak.child.Note;
import dev.provisioning.notifications.soak.child.Sabotage;
import dev.provisioning.notifications.soak.child.Step;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Nodes that share a database, and what is done to them and to it around the mark. */
@SuppressWarnings("NullAway.Init") // database
@Execution(ExecutionMode.CONCURRENT)
class NodesAtTheMarkTest {
    private static final String DATABASE = "the database of these tests";
    private static final List<String> CRM = List.of("crm");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ONCE = "1: k x1 fresh";
    private static final String CARRIED_OVER = "2: k x1 perhaps";

    private static final Path DATA = Directories.fresh("nodes-at-the-mark-database");

    private static Database database;

    @BeforeAll
    static void start() {
        database = new Database(DATA);
    }

    @AfterAll
    static void stop() {
        database.close();
        Directories.delete(DATA);
    }

    @Test
    @ResourceLock(value = DATABASE, mode = ResourceAccessMode.READ)
    void a_sender_that_is_paused_before_the_mark_is_taken_over_and_sends_nothing_when_it_goes_on() {
        try (Run run = Run.named("paused-before-the-mark");
                Node sender = node(run, plan -> plan.at(Step.BEFORE_MARK_COMMITS, "PAUSE", 1))) {
            sender.process().say("report crm k").await(Note.AT);
            try (Node other = node(run, plan -> plan)) {
                run.server().awaitMails(1, PATIENCE);
                sender.process().resume();
                finish(sender, other);
            }
            assertThat(Outcome.of(run.mails())).isEqualTo(ONCE);
            run.verify();
        }
    }

    @Test
    @ResourceLock(value = DATABASE, mode = ResourceAccessMode.READ)
    void a_sender_whose_application_was_switched_off_at_another_node_sends_nothing() {
        try (Run run = Run.named("switched-off-elsewhere");
                Node sender = node(run, NodesAtTheMarkTest::waiting)) {
            overtake(run, sender);
            assertThat(Outcome.of(run.mails())).isEqualTo(ONCE);
            run.verify();
        }
    }

    @Test
    @ResourceLock(value = DATABASE, mode = ResourceAccessMode.READ)
    void a_store_that_compares_nothing_would_let_it_send_a_second_mail_of_the_slot() {
        try (Run run = Run.named("compares-nothing");
                Node sender = node(run, plan -> waiting(plan).sabotage(Sabotage.COMPARES_NOTHING))) {
            overtake(run, sender);
            assertThat(run.broken()).contains(Violation.Kind.SAME_SLOT);
        }
    }

    @Test
    @ResourceLock(value = DATABASE, mode = ResourceAccessMode.READ)
    void a_sender_that_is_paused_behind_the_mark_is_in_doubt_and_sends_nothing_more_than_that_one_mail() {
        try (Run run = Run.named("paused-behind-the-mark");
                Node sender = node(run, plan -> plan.at(Step.BEFORE_DOT, "PAUSE", 1))) {
            sender.process().say("report crm k").await(Note.AT);
            try (Node other = node(run, plan -> plan)) {
                other.process().await(Note.IN_DOUBT);
                run.server().awaitMails(1, PATIENCE);
                sender.process().resume();
                finish(sender, other);
            }
            assertThat(Outcome.of(run.mails())).isIn(CARRIED_OVER, ONCE + ", " + CARRIED_OVER);
            run.verify();
        }
    }

    @Test
    @ResourceLock(DATABASE)
    void a_connection_that_is_terminated_during_the_mark_means_no_dot() throws SQLException {
        try (Run run = Run.named("terminated-during-the-mark");
                Node sender = node(run, NodesAtTheMarkTest::waiting)) {
            sender.process().say("report crm k").await(Note.AT);
            try (Connection lock = database.lock(schema(run))) {
                sender.process().say("go");
                Patience.await(() -> database.terminateWaiting() > 0, () -> "nobody waits for the lock");
                lock.rollback();
            }
            finish(sender);
            assertThat(run.journals().get(0).words("store-failed")).isNotEmpty();
            assertThat(Outcome.of(run.mails())).isEqualTo(ONCE);
            run.verify();
        }
    }

    @Test
    @ResourceLock(value = DATABASE, mode = ResourceAccessMode.READ)
    void a_mark_whose_confirmation_does_not_arrive_means_no_dot() {
        try (Run run = Run.named("confirmation-lost");
                Node sender = node(run, NodesAtTheMarkTest::waiting)) {
            sender.process().say("report crm k").await(Note.AT);
            sender.relay().swallowAnswers();
            sender.process().say("go").await(Note.STORE_FAILED);
            assertThat(sender.relay().swallowed()).isPositive();
            assertThat(sender.process().hasNoted(Note.PASSED)).isFalse();
            sender.relay().mend();
            finish(sender);
            assertThat(Outcome.of(run.mails())).isEqualTo(ONCE);
            run.verify();
        }
    }

    @Test
    @ResourceLock(DATABASE)
    void a_database_that_is_stopped_and_started_during_the_mark_means_no_dot_before_it_is_back() {
        try (Run run = Run.named("database-restarted");
                Node sender = node(run, NodesAtTheMarkTest::waiting)) {
            sender.process().say("report crm k").await(Note.AT);
            database.close();
            sender.process().say("go").await(Note.STORE_FAILED);
            assertThat(sender.process().hasNoted(Note.PASSED)).isFalse();
            database.start();
            finish(sender);
            assertThat(Outcome.of(run.mails())).isEqualTo(ONCE);
            run.verify();
        }
    }

    @Test
    @ResourceLock(DATABASE)
    void a_database_that_is_killed_during_the_mark_means_no_dot_before_it_is_back() throws SQLException {
        try (Run run = Run.named("database-killed");
                Node sender = node(run, NodesAtTheMarkTest::waiting)) {
            sender.process().say("report crm k").await(Note.AT);
            try (Connection lock = database.lock(schema(run))) {
                sender.process().say("go");
                Patience.await(() -> database.waiting() > 0, () -> "nobody waits for the lock");
                assertThat(lock.isClosed()).isFalse();
                database.kill();
            }
            sender.process().await(Note.STORE_FAILED);
            assertThat(sender.process().hasNoted(Note.PASSED)).isFalse();
            database.start();
            finish(sender);
            assertThat(Outcome.of(run.mails())).isEqualTo(ONCE);
            run.verify();
        }
    }

    @Test
    @ResourceLock(value = DATABASE, mode = ResourceAccessMode.READ)
    void a_node_that_is_cut_off_from_the_database_sends_nothing_and_keeps_what_it_is_told() {
        try (Run run = Run.named("cut-off");
                Node node = node(run, plan -> plan.gathering(Duration.ofMinutes(1)))) {
            node.process().say("report crm k").await(Note.ANSWERED);
            node.relay().cut();
            node.process().say("report crm j").await(Note.STORE_FAILED).await(Note.ANSWERED, "crm j BUFFERED");
            assertThat(Patience.isTrueWithin(
                            Duration.ofMillis(1_500), () -> !run.mails().isEmpty()))
                    .isFalse();
            node.relay().mend();
            finish(node);
            assertThat(Outcome.of(run.mails())).isEqualTo("1: k x1 fresh j x1 fresh");
            run.verify();
        }
    }

    @Test
    @ResourceLock(value = DATABASE, mode = ResourceAccessMode.READ)
    void a_sender_that_is_cut_off_before_the_mark_is_taken_over() {
        try (Run run = Run.named("cut-off-before-the-mark");
                Node sender = node(run, plan -> plan.at(Step.BEFORE_MARK_COMMITS, "WAIT", 1))) {
            sender.process().say("report crm k").await(Note.AT);
            sender.relay().cut();
            sender.process().say("go").await(Note.STORE_FAILED);
            try (Node other = node(run, plan -> plan)) {
                run.server().awaitMails(1, PATIENCE);
                sender.relay().mend();
                finish(sender, other);
            }
            assertThat(Outcome.of(run.mails())).isEqualTo(ONCE);
            run.verify();
        }
    }

    /** While a sender is about to mark, another node switches off, switches on and sends the slot's mail; then the sender goes on. */
    private static void overtake(Run run, Node sender) {
        sender.process().say("report crm k").await(Note.AT);
        try (Node other = node(run, plan -> plan)) {
            other.process().say("off crm").await(Note.OFF).say("on crm").say("report crm k");
            other.process().await(Note.ACCEPTED);
            sender.process().say("go");
            finish(sender, other);
        }
    }

    /** A sender that waits before its first mark, and is not taken over meanwhile. */
    private static Plan waiting(Plan plan) {
        return plan.lease(Duration.ofHours(1)).at(Step.BEFORE_MARK_COMMITS, "WAIT", 1);
    }

    /** A node that shares its schema with the others of its test, and is ready. */
    private static Node node(Run run, UnaryOperator<Plan> plan) {
        Node node = new Node(run, database, schema(run), fresh -> plan.apply(fresh.applications(CRM)));
        node.process().await(Note.READY);
        return node;
    }

    private static String schema(Run run) {
        return run.name().replace('-', '_');
    }

    private static void finish(Node... nodes) {
        for (Node node : nodes) {
            Run.finish(node.process());
        }
    }
}
