package dev.provisioning.notifications.smtp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders what really happened as a page of the documentation, the same at each run. */
final class FailurePage {
    private static final String INTRODUCTION = """
            # What each failure of a mail server means

            A table of what `SmtpTransport` makes of a server that fails, by the moment at which it fails and the way in which it does. It is
            written by a test, `FailureMatrixTest`, which lets a server fail in each of these ways over plaintext, STARTTLS and TLS from the first
            byte, with and without PIPELINING, compares what the transport says with what it ought to say, and then compares this page with what
            happened. The page is written anew by

                mvn test -pl notifications-smtp -am -Dtest=FailureMatrixTest -Dsurefire.failIfNoSpecifiedTests=false -Dsmtp.failures.write=true

            | class | means | what becomes of the mail |
            |---|---|---|
            | **retry** | certainly not accepted; may be later | tried again, at the latest after an hour |
            | **permanent** | certainly not accepted; this mail to these recipients never will be | its issues stay held, tried again slowly |
            | **config** | certainly not accepted; an administrator of this side must act | the same, and told loudly |
            | **in doubt** | handed over, and no answer that makes sense: perhaps accepted (RFC 1047) | not sent again; the next mail tells its issues with a remark |
            | **accepted** | the server has taken responsibility, for at least one recipient | done |

            Only what comes after the final dot can leave a doubt: before it, nothing can have been accepted.

            ## By moment and kind

            *Time-out*: the server says nothing, for 5 minutes, after the final dot for 10. *Close*, *reset*: it ends the connection, in order or
            by TCP RST. *Drip*: it sends a byte now and then. *Long line*, *long reply*: a line of more than 4,096 bytes, more than 100 lines.
            *Garbage*: bytes that are no reply. *4yz*, *5yz*, *421*: it answers so. At the TLS handshake, what is not TLS shows that none is
            spoken on this port. A connection that nobody takes is a time-out, one that is refused a reset.

            """;

    private FailurePage() {}

    static String render(Map<Trial, Observed> trials, Map<SpecialCase, Observed> specials) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        meanings(page, trials);
        page.append("\n## Told apart beyond that\n\n");
        page.append(
                "What the server answers, or what else is special about it; each was tried with a mail for two.\n\n");
        specials(page, specials);
        page.append("\n## What an administrator reads\n\n");
        page.append("Beside the server's own words, in which addresses are masked; an ellipsis stands for what the");
        page.append(" operating system says.\n\n");
        texts(page, trials);
        return page.toString();
    }

    private static void meanings(StringBuilder page, Map<Trial, Observed> trials) {
        row(page, Stream.concat(Stream.of("at"), Stream.of(Failing.values()).map(failing -> failing.title)));
        row(page, Stream.of(Failing.values()).map(failing -> "---"), "---");
        for (Moment moment : Moment.values()) {
            row(page, Stream.of(Failing.values()).map(failing -> meaning(trials, moment, failing)), moment.title);
        }
    }

    /** The same over every channel, or else what it is over each. */
    private static String meaning(Map<Trial, Observed> trials, Moment moment, Failing failing) {
        Map<String, List<String>> channels = new LinkedHashMap<>();
        for (Channel channel : moment.channels()) {
            Observed observed = trials.get(new Trial(moment, failing, channel));
            String meaning = observed == null ? FailureTable.NONE : observed.meaning();
            channels.computeIfAbsent(meaning, key -> new ArrayList<>()).add(channel.title);
        }
        return channels.size() == 1
                ? channels.keySet().iterator().next()
                : channels.entrySet().stream()
                        .map(entry -> entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")")
                        .collect(Collectors.joining(", "));
    }

    private static void specials(StringBuilder page, Map<SpecialCase, Observed> specials) {
        row(page, Stream.of("over", "the server", "class", "what an administrator reads"), "at");
        row(page, Stream.of("---", "---", "---", "---"), "---");
        specials.forEach((special, observed) -> row(
                page,
                Stream.of(special.channel().title, special.what(), observed.meaning(), observed.text()),
                special.moment().title));
    }

    private static void texts(StringBuilder page, Map<Trial, Observed> trials) {
        Map<String, Set<String>> moments = new LinkedHashMap<>();
        Map<String, Set<String>> kinds = new LinkedHashMap<>();
        trials.forEach((trial, observed) -> {
            if (!observed.text().isEmpty() && !trial.isRacy()) {
                moments.computeIfAbsent(observed.text(), key -> new LinkedHashSet<>())
                        .add(trial.moment().title);
                kinds.computeIfAbsent(observed.text(), key -> new LinkedHashSet<>())
                        .add(trial.failing().title);
            }
        });
        row(page, Stream.of("after", "at"), "text");
        row(page, Stream.of("---", "---"), "---");
        moments.forEach((text, at) -> row(
                page, Stream.of(String.join(", ", kinds.getOrDefault(text, Set.of())), String.join(", ", at)), text));
    }

    private static void row(StringBuilder page, Stream<String> cells, String first) {
        row(page, Stream.concat(Stream.of(first), cells));
    }

    private static void row(StringBuilder page, Stream<String> cells) {
        page.append(cells.map(cell -> cell.replace("|", "\\|").replace("<", "\\<"))
                .collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
