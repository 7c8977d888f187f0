package dev.provisioning.notifications.example;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Five days of a provisioning engine: passwords expire, servers go down, a file is cut off, the mail server has an
 * outage, and people repair things. The script is here; what comes of it is up to the engine and the library.
 */
final class Story {
    /** What a reader should know before it begins. */
    static final String PREFACE = """
            Five days of a provisioning engine. The directories and the mail server are real, on this machine;
            only time is simulated, and passes in Berlin. A cycle runs every 40 minutes at each application:
            · has completed, × has failed, ✉ is a mail that the mail server has accepted.
            """;

    /** Where the administrators are. */
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final int DAYS = 5;
    private static final ZonedDateTime START = ZonedDateTime.of(LocalDate.of(2026, 3, 2), LocalTime.MIDNIGHT, ZONE);
    private static final int ROWS_CUT_OFF = 30;

    private final Stage stage;

    private Story(Stage stage) {
        this.stage = stage;
    }

    /**
     * What came of the story.
     *
     * @param lines what was told
     * @param mails what was mailed
     * @param tally the numbers
     * @param verdicts which promises were kept
     */
    record Outcome(
            List<Timeline.Line> lines, List<CaughtMail> mails, Tally tally, List<PromiseCheck.Verdict> verdicts) {
        boolean isGood() {
            return verdicts.stream().allMatch(PromiseCheck.Verdict::isKept);
        }
    }

    /**
     * Tells the story.
     *
     * @param out where to print it
     * @param people where the file of the personnel office is to be
     * @return what came of it
     */
    static Outcome tell(PrintStream out, Path people) {
        try (Stage stage = new Stage(START, out, people)) {
            Story story = new Story(stage);
            story.writeScript();
            stage.raiseCurtain();
            stage.time.advanceTo(at(DAYS + 1, "00:00").toInstant());
            return story.outcome();
        }
    }

    // Scheduled before the engine starts, so that what happens at the time of a cycle happens right before it.
    private void writeScript() {
        IntStream.rangeClosed(1, DAYS).forEach(this::dayBegins);
        firstDay();
        secondDay();
        thirdDay();
        fourthDay();
        on(DAYS + 1, "00:00", stage.timeline::endDay);
    }

    private void firstDay() {
        on(1, "00:00", "The engine starts, with " + stage.office.headcount() + " people for 5 applications.");
        on(1, "09:00", "Two people are hired, and one leaves.", () -> {
            stage.office.hire("Nadia", "Kaminski", "Salesforce", "Slack", "Workday");
            stage.office.hire("Otto", "Lindgren", "Slack", "Workday", "Zendesk");
            stage.office.letGo("A005");
            stage.office.export();
        });
        on(
                1,
                "14:00",
                "The password of the engine's account at Salesforce expires.",
                () -> stage.salesforce.changePassword("summer-2026"));
        on(1, "14:10", "The server of Workday goes down.", stage.workday::stop);
        on(
                1,
                "15:00",
                "The server of Zendesk goes down, too. Its notifications are switched off.",
                stage.zendesk::stop);
        on(1, "16:00", "An upload breaks off: the file of people lacks its last " + ROWS_CUT_OFF + " rows.", () -> {
            stage.office.cutOff(ROWS_CUT_OFF);
            stage.office.export();
        });
    }

    private void secondDay() {
        on(2, "09:00", "Somebody is hired, who needs Salesforce and Workday. Both still fail.", () -> {
            stage.office.hire("Ravi", "Sandoval", "Salesforce", "Workday");
            stage.office.export();
        });
        on(
                2,
                "10:15",
                "The administrator of Salesforce reads the mail and enters the new password.",
                () -> stage.salesforce.application().account().enter("summer-2026"));
        on(2, "11:30", "The server of Workday is back.", stage.workday::startAgain);
    }

    private void thirdDay() {
        on(3, "06:00", "The mail server goes down.", stage.mailServer::stop);
        on(3, "08:50", "The server of Workday is down for maintenance.", stage.workday::stop);
        on(3, "09:30", "The maintenance of Workday is over.", stage.workday::startAgain);
        on(3, "11:00", "The mail server is back.", stage.mailServer::start);
        on(3, "15:00", "Somebody reads the mail about Kronos, and uploads the whole file.", () -> {
            stage.office.cutOff(0);
            stage.office.export();
        });
    }

    private void fourthDay() {
        on(4, "09:00", "Somebody is hired.", () -> {
            stage.office.hire("Pia", "Marquez", "Slack", "Workday");
            stage.office.export();
        });
        on(4, "10:00", "The server of Zendesk is back.", stage.zendesk::startAgain);
    }

    private void dayBegins(int day) {
        on(day, "00:00", () -> {
            if (day > 1) {
                stage.timeline.endDay();
            }
            stage.timeline.beginDay(day, date(day));
        });
    }

    private void on(int day, String time, String text) {
        on(day, time, text, () -> {});
    }

    private void on(int day, String time, String text, Runnable event) {
        on(day, time, () -> {
            stage.timeline.say(text);
            event.run();
        });
    }

    private void on(int day, String time, Runnable event) {
        stage.time.schedule(Duration.between(START, at(day, time)), event);
    }

    private Outcome outcome() {
        List<CaughtMail> mails = stage.mailServer.mails();
        List<LocalDate> days =
                IntStream.rangeClosed(1, DAYS).mapToObj(Story::date).toList();
        return new Outcome(
                stage.timeline.lines(),
                mails,
                Tally.of(stage.subscriptions, days, stage.cycles, mails),
                new PromiseCheck(stage.subscriptions, stage.cycles, mails).verdicts());
    }

    private static ZonedDateTime at(int day, String time) {
        return ZonedDateTime.of(date(day), LocalTime.parse(time), ZONE);
    }

    private static LocalDate date(int day) {
        return START.toLocalDate().plusDays(day - 1L);
    }
}
