package dev.provisioning.notifications.soak.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.soak.check.Violation.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckerTest {
    private static final Checker CHECKER = new Checker(Duration.ofSeconds(60), 3);
    private static final String HELD = """
            0 reporting crm k1
            1 answered crm k1 HELD
            """;
    private static final String MARKED = """
            10 passing crm crm.1
            11 passed crm crm.1
            """;
    private static final String MERGED = """
            2 reporting crm k1
            3 answered crm k1 MERGED
            """;
    private static final ReadMail FIRST = mail(1, new Told("k1", 1, false));

    @Test
    void finds_nothing_wrong_with_an_issue_that_was_held_marked_and_mailed() {
        assertThat(check(List.of(FIRST), HELD + MARKED)).isEmpty();
    }

    @Test
    void finds_an_issue_that_was_held_and_never_named() {
        assertThat(kinds(List.of(), HELD)).containsExactly(Kind.LOST);
        assertThat(kinds(List.of(mail(1, new Told("k2", 1, false))), HELD + MARKED))
                .containsExactly(Kind.LOST);
    }

    @Test
    void forgives_as_many_issues_as_a_mail_has_counted_without_naming_them() {
        String two = HELD + "0 reporting crm k2\n1 answered crm k2 HELD\n" + MARKED;
        assertThat(check(List.of(new ReadMail("crm.1", "crm", 1, List.of(), 2)), two))
                .isEmpty();
        assertThat(kinds(List.of(new ReadMail("crm.1", "crm", 1, List.of(), 1)), two))
                .containsExactly(Kind.LOST);
    }

    @Test
    void does_not_miss_an_issue_whose_answer_was_never_noted() {
        assertThat(check(List.of(), "0 reporting crm k1\n")).isEmpty();
        assertThat(check(List.of(), "0 reporting crm k1\n1 answered crm k1 HE")).isEmpty();
    }

    @Test
    void finds_a_repeat_that_was_merged_settled_and_never_told() {
        String settled = "4 tick\n5 tick\n6 tick\n";
        assertThat(kinds(List.of(FIRST), HELD + MERGED + settled + MARKED)).containsExactly(Kind.LOST);
        assertThat(check(List.of(mail(1, new Told("k1", 2, false))), HELD + MERGED + settled + MARKED))
                .isEmpty();
    }

    @Test
    void forgives_a_repeat_that_was_answered_from_memory_right_before_the_process_died() {
        assertThat(check(List.of(FIRST), HELD + MERGED + "4 tick\n5 tick\n" + MARKED))
                .isEmpty();
    }

    @Test
    void forgives_a_repeat_as_long_as_the_store_fails() {
        String failing = "4 tick\n5 tick\n6 store-failed no connection\n7 tick\n";
        assertThat(check(List.of(FIRST), HELD + MERGED + failing + MARKED)).isEmpty();
        assertThat(kinds(List.of(FIRST), HELD + MERGED + failing + "8 tick\n9 tick\n" + MARKED))
                .containsExactly(Kind.LOST);
    }

    @Test
    void finds_a_repeat_that_the_store_has_confirmed_even_if_the_process_died_at_once() {
        assertThat(kinds(List.of(FIRST), HELD + MERGED + MARKED + "4 stored crm k1 2\n"))
                .containsExactly(Kind.LOST);
        assertThat(check(List.of(FIRST), HELD + MARKED + "4 stored crm k1 1\n")).isEmpty();
        assertThat(check(List.of(), "0 reporting crm k1\n1 stored crm k1 1\n2 switching-off crm\n"))
                .isEmpty();
    }

    @Test
    void finds_a_repeat_that_was_not_written_though_the_process_was_closed_in_order() {
        assertThat(kinds(List.of(FIRST), HELD + MERGED + MARKED + "12 closed\n"))
                .containsExactly(Kind.LOST);
    }

    @Test
    void finds_a_buffered_issue_that_was_not_written_when_the_store_was_back() {
        String buffered = "0 reporting crm k1\n1 answered crm k1 BUFFERED\n2 store-failed x\n";
        assertThat(check(List.of(), buffered + "3 tick\n")).isEmpty();
        assertThat(kinds(List.of(), buffered + "3 tick\n4 tick\n5 tick\n")).containsExactly(Kind.LOST);
    }

    @Test
    void forgives_what_was_resolved() {
        assertThat(check(List.of(), HELD + "2 resolving crm k1\n")).isEmpty();
    }

    @Test
    void forgives_what_was_reported_before_its_application_was_switched_off_and_nothing_after_it() {
        assertThat(check(List.of(), HELD + "2 switching-off crm\n3 off crm\n")).isEmpty();
        String later = """
                0 switching-off crm
                0 off crm
                0 switching-on crm
                1 reporting crm k1
                1 answered crm k1 HELD
                """;
        assertThat(kinds(List.of(), later)).containsExactly(Kind.LOST);
    }

    @Test
    void finds_two_mails_of_one_slot() {
        assertThat(kinds(List.of(FIRST, FIRST), HELD + MARKED)).contains(Kind.SAME_SLOT);
    }

    @Test
    void finds_two_slots_that_were_used_in_one_window_even_by_two_processes() {
        ReadMail second = mail(2, new Told("k1", 1, true));
        assertThat(kinds(List.of(FIRST, second), HELD + MARKED, "68 passing crm crm.2\n69 passed crm crm.2\n"))
                .containsExactly(Kind.SAME_WINDOW);
        assertThat(kinds(List.of(second, FIRST), HELD + MARKED, "68 passing crm crm.2\n69 passed crm crm.2\n"))
                .containsExactly(Kind.SAME_WINDOW);
        assertThat(check(List.of(FIRST, second), HELD + MARKED, "68 passing crm crm.2\n70 passed crm crm.2\n"))
                .as("as far apart as these instants allow, which is a window")
                .isEmpty();
    }

    @Test
    void does_not_compare_windows_of_different_applications() {
        ReadMail other = new ReadMail("erp.1", "erp", 1, List.of(), 0);
        assertThat(check(List.of(FIRST, other), HELD + MARKED + "12 passing erp erp.1\n13 passed erp erp.1\n"))
                .isEmpty();
    }

    @Test
    void finds_a_mail_that_left_without_a_confirmed_mark() {
        assertThat(kinds(List.of(FIRST), HELD + "10 passing crm crm.1\n")).containsExactly(Kind.UNMARKED);
    }

    @Test
    void finds_an_issue_that_was_told_twice_though_nothing_came_to_it() {
        String marks = MARKED + "100 passing crm crm.2\n101 passed crm crm.2\n";
        assertThat(kinds(List.of(FIRST, mail(2, new Told("k1", 1, false))), HELD + marks))
                .containsExactly(Kind.REPEATED);
        assertThat(check(List.of(FIRST, mail(2, new Told("k1", 1, true))), HELD + marks))
                .as("says that it may have been told")
                .isEmpty();
        assertThat(check(List.of(FIRST, mail(2, new Told("k1", 2, false))), HELD + MERGED + marks))
                .as("was reported again")
                .isEmpty();
        assertThat(check(List.of(FIRST, mail(2, new Told("k1", 1, false))), HELD + marks + "102 resolving crm k1\n"))
                .as("was resolved, and reported anew")
                .isEmpty();
        assertThat(check(List.of(mail(2, new Told("k1", 1, true)), FIRST), HELD + marks))
                .as("the first was late")
                .isEmpty();
    }

    @Test
    void finds_a_mail_that_was_marked_while_its_application_was_off() {
        assertThat(kinds(List.of(), "0 switching-off crm\n1 off crm\n" + MARKED))
                .containsExactly(Kind.SWITCHED_OFF);
        assertThat(check(List.of(), "0 switching-off crm\n1 off crm\n2 switching-on crm\n" + MARKED))
                .isEmpty();
        assertThat(check(List.of(), "9 switching-off crm\n" + MARKED + "12 off crm\n"))
                .isEmpty();
    }

    @Test
    void reads_a_mail_as_it_comes_over_the_wire() {
        String text =
                "Subject: crm\r\n\r\napplication crm slot 7\r\nissue k1 1 fresh\r\nissue k2 12 perh=\r\naps\r\nend\r\n";
        assertThat(ReadMail.of("<crm.7@example.com>", text))
                .isEqualTo(new ReadMail(
                        "crm.7", "crm", 7, List.of(new Told("k1", 1, false), new Told("k2", 12, true)), 0));
    }

    @Test
    void reads_the_mail_that_is_sent_when_composing_was_broken_off_too_often() {
        String text = """
                Account provisioning to crm has 2 problems.
                Times are in the zone UTC.

                1. Problem k1
                   target unreachable (critical), reported once, since Thu 26 Nov 2026,
                   22:28, last seen Thu 26 Nov 2026, 22:28.
                   A mail that may have arrived has named it already.

                2. Problem k2
                   target unreachable (critical), reported 12
                   times, since Thu 26 Nov 2026, 22:28, last seen Thu 26 Nov 2026, 22:28.

                And 3 more that are not listed here:
                - target unreachable: 3

                The next mail about crm comes on Thu 26 Nov 2026, 22:30 at the earliest.
                """;
        assertThat(ReadMail.of("<crm.7@example.com>", text))
                .isEqualTo(new ReadMail(
                        "crm.7", "crm", 7, List.of(new Told("k1", 1, true), new Told("k2", 12, false)), 3));
    }

    @Test
    void refuses_to_judge_half_a_mail() {
        assertThatThrownBy(() -> ReadMail.of("<crm.7@example.com>", "application crm slot 7\r\n"))
                .hasMessageContaining("not whole");
    }

    private static ReadMail mail(long slot, Told... issues) {
        return new ReadMail("crm." + slot, "crm", slot, List.of(issues), 0);
    }

    private static List<Kind> kinds(List<ReadMail> mails, String... journals) {
        return check(mails, journals).stream().map(Violation::kind).toList();
    }

    /** Journals whose instants are told in seconds. */
    private static List<Violation> check(List<ReadMail> mails, String... journals) {
        return CHECKER.check(
                List.of(journals).stream().map(CheckerTest::journal).toList(), mails);
    }

    private static ReadJournal journal(String text) {
        StringBuilder dated = new StringBuilder();
        for (String line : text.split("(?<=\n)", -1)) {
            int space = line.indexOf(' ');
            if (space > 0) {
                dated.append(Instant.EPOCH.plusSeconds(Long.parseLong(line.substring(0, space))))
                        .append(line.substring(space));
            }
        }
        return ReadJournal.of(dated.toString());
    }
}
