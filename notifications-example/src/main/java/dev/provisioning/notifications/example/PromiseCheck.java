package dev.provisioning.notifications.example;

import dev.provisioning.notifications.AppId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks what the library promises, by nothing but what the engine was answered and what the mail server has accepted.
 */
final class PromiseCheck {
    private final Subscriptions subscriptions;
    private final List<CycleReport> cycles;
    private final List<CaughtMail> mails;

    /**
     * A promise, and where it was broken.
     *
     * @param promise what was promised
     * @param broken each breach, in words; empty if there is none
     */
    record Verdict(String promise, List<String> broken) {
        boolean isKept() {
            return broken.isEmpty();
        }
    }

    PromiseCheck(Subscriptions subscriptions, List<CycleReport> cycles, List<CaughtMail> mails) {
        this.subscriptions = subscriptions;
        this.cycles = List.copyOf(cycles);
        this.mails = List.copyOf(mails);
    }

    List<Verdict> verdicts() {
        return List.of(
                new Verdict("At most one mail per application and calendar day", secondMails()),
                new Verdict("Every acknowledged issue is named in the next mail, or resolved before it", lostIssues()),
                new Verdict("No mail about an application that is switched off", unwantedMails()),
                new Verdict("No mail to anybody but the configured recipients", strangers()));
    }

    private List<String> secondMails() {
        List<String> broken = new ArrayList<>();
        for (AppId app : subscriptions.applications()) {
            ZoneId zone = subscriptions.subscription(app).zone();
            Set<LocalDate> days = new HashSet<>();
            for (CaughtMail mail : mailsAbout(app)) {
                LocalDate day = mail.at().atZone(zone).toLocalDate();
                if (!days.add(day)) {
                    broken.add("one more mail about " + app + " on " + day + ": " + mail.subject());
                }
            }
        }
        return broken;
    }

    private List<String> lostIssues() {
        List<String> broken = new ArrayList<>();
        for (CycleReport cycle : cycles) {
            for (CycleReport.Report report : cycle.reports()) {
                if (report.isAcknowledged() && !isSettled(cycle, report)) {
                    broken.add(report.key() + " of " + cycle.app() + ", acknowledged at " + cycle.at()
                            + ", is not in the next mail");
                }
            }
        }
        return broken;
    }

    private List<String> unwantedMails() {
        return subscriptions.applications().stream()
                .filter(app -> !subscriptions.subscription(app).active())
                .flatMap(app -> mailsAbout(app).stream())
                .map(mail -> "a mail at " + mail.at() + ": " + mail.subject())
                .toList();
    }

    private List<String> strangers() {
        List<String> broken = new ArrayList<>();
        for (CaughtMail mail : mails) {
            List<AppId> about = subscriptions.applications().stream()
                    .filter(app -> mail.isAbout(app, subscriptions))
                    .toList();
            if (about.size() != 1) {
                broken.add("it is not clear what this mail is about: " + mail.subject());
            } else if (!subscriptions.addresses(about.get(0)).containsAll(mail.recipients())) {
                broken.add(mail.recipients() + " got a mail about " + about.get(0));
            }
        }
        return broken;
    }

    private boolean isSettled(CycleReport cycle, CycleReport.Report report) {
        if (!subscriptions.subscription(cycle.app()).active()) {
            return true;
        }
        Optional<CaughtMail> next = mailsAbout(cycle.app()).stream()
                .filter(mail -> !mail.at().isBefore(cycle.at()))
                .findFirst();
        Instant end = next.map(CaughtMail::at).orElse(Instant.MAX);
        return isResolved(cycle, end)
                || next.filter(mail -> names(mail, cycle, report)).isPresent();
    }

    /** A cycle completes only if it has nothing to report, and so resolves all there was. */
    private boolean isResolved(CycleReport reported, Instant end) {
        return cycles.stream()
                .anyMatch(cycle -> cycle.completed()
                        && cycle.app().equals(reported.app())
                        && cycle.at().isAfter(reported.at())
                        && cycle.at().isBefore(end));
    }

    /** A mail names an issue by the words of its newest report; so any report between the two will do. */
    private boolean names(CaughtMail mail, CycleReport reported, CycleReport.Report issue) {
        return cycles.stream()
                .filter(cycle -> cycle.app().equals(reported.app()))
                .filter(cycle ->
                        !cycle.at().isBefore(reported.at()) && !cycle.at().isAfter(mail.at()))
                .flatMap(cycle -> cycle.reports().stream())
                .filter(report -> report.key().equals(issue.key()))
                .anyMatch(report -> mail.says(report.summary()));
    }

    private List<CaughtMail> mailsAbout(AppId app) {
        return mails.stream().filter(mail -> mail.isAbout(app, subscriptions)).toList();
    }
}
