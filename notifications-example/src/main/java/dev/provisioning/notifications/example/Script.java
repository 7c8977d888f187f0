package dev.provisioning.notifications.example;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What happens around the engine, and to it: passwords expire, servers go down, a file is cut off, its process is killed,
 * and people repair things.
 */
final class Script {
    /** How many days it takes. */
    static final int DAYS = 5;

    /** When it begins. */
    static final ZonedDateTime START = ZonedDateTime.of(LocalDate.of(2026, 3, 2), LocalTime.MIDNIGHT, Story.ZONE);

    private static final int ROWS_CUT_OFF = 30;

    private final Stage stage;
    private final List<Scene> scenes = new ArrayList<>();

    /**
     * Something that happens; at the time of a cycle, right before it.
     *
     * @param at when
     * @param event what
     */
    record Scene(Instant at, Runnable event) {}

    private Script(Stage stage) {
        this.stage = stage;
    }

    /** {@return everything that happens on a stage, in that order} */
    static List<Scene> on(Stage stage) {
        Script script = new Script(stage);
        IntStream.rangeClosed(1, DAYS).forEach(script::dayBegins);
        script.firstDay();
        script.secondDay();
        script.thirdDay();
        script.fourthDay();
        script.at(DAYS + 1, "00:00", stage.timeline::endDay);
        return script.scenes.stream().sorted(Comparator.comparing(Scene::at)).toList();
    }

    static LocalDate date(int day) {
        return START.toLocalDate().plusDays(day - 1L);
    }

    private void firstDay() {
        at(
                1,
                "00:00",
                "The engine starts, with " + stage.office.headcount() + " people for 5 applications.",
                stage::startEngine);
        at(1, "09:00", "Two people are hired, and one leaves.", () -> {
            stage.office.hire("Nadia", "Kaminski", "Salesforce", "Slack", "Workday");
            stage.office.hire("Otto", "Lindgren", "Slack", "Workday", "Zendesk");
            stage.office.letGo("A005");
            stage.office.export();
        });
        at(
                1,
                "14:00",
                "The password of the engine's account at Salesforce expires.",
                () -> stage.salesforce.changePassword("summer-2026"));
        at(1, "14:10", "The server of Workday goes down.", stage.workday::stop);
        at(
                1,
                "15:00",
                "The server of Zendesk goes down, too. Its notifications are switched off.",
                stage.zendesk::stop);
        at(1, "16:00", "An upload breaks off: the file of people lacks its last " + ROWS_CUT_OFF + " rows.", () -> {
            stage.office.cutOff(ROWS_CUT_OFF);
            stage.office.export();
        });
    }

    // When the process is killed, the outage of Kronos is over, and untold: nothing but the file knows of it.
    private void secondDay() {
        at(2, "09:00", "Somebody is hired, who needs Salesforce and Workday. Both still fail.", () -> {
            stage.office.hire("Ravi", "Sandoval", "Salesforce", "Workday");
            stage.office.export();
        });
        at(2, "09:10", "The server of Kronos is down for half an hour.", stage.kronos::stop);
        at(2, "09:40", stage.kronos::startAgain);
        at(
                2,
                "10:15",
                "The administrator of Salesforce reads the mail and enters the new password.",
                () -> stage.enterPassword(stage.salesforce.application(), "summer-2026"));
        at(2, "10:20", stage::killEngine);
        at(
                2,
                "10:40",
                "Another process goes on with the file of the first, and finds in it:",
                () -> stage.startEngine().explain());
        at(2, "11:30", "The server of Workday is back.", stage.workday::startAgain);
    }

    private void thirdDay() {
        at(3, "06:00", "The mail server goes down.", stage.mailServer::stop);
        at(3, "08:50", "The server of Workday is down for maintenance.", stage.workday::stop);
        at(3, "09:30", "The maintenance of Workday is over.", stage.workday::startAgain);
        at(3, "11:00", "The mail server is back.", stage.mailServer::start);
        at(3, "15:00", "Somebody reads the mail about Kronos, and uploads the whole file.", () -> {
            stage.office.cutOff(0);
            stage.office.export();
        });
    }

    private void fourthDay() {
        at(4, "09:00", "Somebody is hired.", () -> {
            stage.office.hire("Pia", "Marquez", "Slack", "Workday");
            stage.office.export();
        });
        at(4, "10:00", "The server of Zendesk is back.", stage.zendesk::startAgain);
    }

    private void dayBegins(int day) {
        at(day, "00:00", () -> {
            if (day > 1) {
                stage.timeline.endDay();
            }
            stage.timeline.beginDay(day, date(day));
        });
    }

    private void at(int day, String time, String text, Runnable event) {
        at(day, time, () -> {
            stage.timeline.say(text);
            event.run();
        });
    }

    private void at(int day, String time, Runnable event) {
        ZonedDateTime at = ZonedDateTime.of(date(day), LocalTime.parse(time), Story.ZONE);
        scenes.add(new Scene(at.toInstant(), event));
    }
}
