package dev.provisioning.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.spi.Scheduler;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Mails to a server that lies: what it says is anything, and so is when it says it. */
class ConversationFuzzTest {
    private static final String SECRET = "hunter2-Xyzzy";
    private static final Notification MAIL = Fixtures.notification(Fixtures.ANN, Fixtures.BOB);
    private static final Pattern COMMAND = Pattern.compile("(EHLO|HELO) engine\\.example|AUTH (PLAIN|LOGIN|XOAUTH2).*"
            + "|[A-Za-z0-9+/=]*|MAIL FROM:<provisioning@engine\\.example>( SIZE=\\d+)?|RCPT TO:<(ann|bob)@example\\.com>"
            + "|DATA|\\.|NOOP|QUIT");

    /** Time that passes with each look at it, by so much. */
    private static final class Ticking implements Scheduler {
        private final Duration step;
        private long now;

        Ticking(Duration step) {
            this.step = step;
        }

        @Override
        public long nanoTime() {
            now += step.toNanos();
            return now;
        }

        @Override
        public Handle schedule(Duration delay, Runnable task) {
            return () -> {};
        }
    }

    /** The first line of the input says how it is signed in, and how fast time passes; the rest is what the server says. */
    @FuzzTest
    void aMailIsAcceptedByNothingButAYesToItsDot(byte[] input) throws IOException {
        String words = new String(input, StandardCharsets.ISO_8859_1);
        int end = words.indexOf('\n');
        if (end < 0) {
            return;
        }
        String manner = words.substring(0, end);
        ScriptedChannel server = new ScriptedChannel(
                words.substring(end + 1).getBytes(StandardCharsets.ISO_8859_1), ScriptedChannel.A_LINE);
        Scheduler time =
                new Ticking(Duration.ofMillis(manner.contains("late") ? 1_000 : manner.contains("slow") ? 1 : 0));
        SmtpConfiguration configuration = configuration(credentials(manner));
        Connections connections = new Connections(configuration, new Opener(configuration, time), time);
        try {
            connections.keep(opened(server, configuration, time));
        } catch (SmtpFailure failure) {
            assertNotSent(failure.result(List.of()));
            return;
        }
        for (int mails = 0; mails < 2; mails++) {
            deliver(server, connections, configuration, time);
        }
        connections.close();
        assertOnlyCommands(server.said());
    }

    private static SmtpSession opened(ScriptedChannel server, SmtpConfiguration configuration, Scheduler time)
            throws IOException, SmtpFailure {
        Wire wire = new Wire(new ChannelSocket(server));
        Dialogue dialogue = new Dialogue(
                wire,
                new Watchdog(time, wire),
                new StageClock(time, configuration.listener()),
                new Transcript(configuration.server()),
                configuration.timeouts(),
                new Passage(time, Duration.ofMinutes(5)));
        Capabilities capabilities = new Opening(dialogue, configuration, (over, offered) -> {}).run(SECRET);
        return new SmtpSession(dialogue, capabilities, time.nanoTime());
    }

    private static void deliver(
            ScriptedChannel server, Connections connections, SmtpConfiguration configuration, Scheduler time) {
        int before = server.said().length();
        AtomicBoolean passed = new AtomicBoolean();
        PointOfNoReturn point = () -> {
            assertThat(hasDot(server.said().substring(before))).isFalse();
            passed.set(true);
        };

        DeliveryResult result = new Delivery(
                        MAIL, configuration.sender(), connections, new Passage(time, Duration.ofMinutes(5)))
                .run(point);

        boolean dot = hasDot(server.said().substring(before));
        if (dot) {
            assertThat(passed).isTrue();
            assertHeard(server.heard(), result);
        } else {
            assertNotSent(result);
        }
    }

    /** Whether a content has been sent to its end. */
    private static boolean hasDot(String said) {
        int content = said.indexOf("Message-ID: ");
        return content >= 0 && said.indexOf("\r\n.\r\n", content) >= 0;
    }

    /** What it was made of is the last thing that the server has said: a yes, a no, or nothing that makes sense. */
    private static void assertHeard(String heard, DeliveryResult result) {
        if (result instanceof DeliveryResult.Accepted accepted) {
            assertThat(accepted.outcomes())
                    .hasSize(2)
                    .anyMatch(outcome -> outcome.status() == RecipientOutcome.Status.ACCEPTED);
            assertThat(lastLine(heard)).matches("(?s)2\\d\\d( .*)?\r?\n");
        } else if (fault(result).code() >= 400) {
            assertThat(result).isNotInstanceOf(DeliveryResult.InDoubt.class);
            assertThat(lastLine(heard)).matches("(?s)" + fault(result).code() + "( .*)?\r?\n");
        } else {
            assertThat(result).isInstanceOf(DeliveryResult.InDoubt.class);
        }
    }

    private static String lastLine(String heard) {
        return heard.substring(heard.lastIndexOf('\n', heard.length() - 2) + 1);
    }

    private static void assertNotSent(DeliveryResult result) {
        assertThat(result).isNotInstanceOfAny(DeliveryResult.Accepted.class, DeliveryResult.InDoubt.class);
        assertThat(fault(result).text()).doesNotContain(SECRET);
    }

    private static DeliveryFault fault(DeliveryResult result) {
        return Fixtures.faultOf(result);
    }

    private static void assertOnlyCommands(String said) {
        String commands = said.replaceAll("(?s)Date: .*?\r\n\\.\r\n", "");
        assertThat(commands.split("\r\n")).allMatch(COMMAND.asMatchPredicate());
        assertThat(said).doesNotContain(SECRET);
    }

    private static @Nullable Credentials credentials(String manner) {
        if (manner.contains("token")) {
            return Credentials.token("engine", () -> SECRET);
        }
        return manner.contains("password") ? Credentials.password("engine", () -> SECRET) : null;
    }

    private static SmtpConfiguration configuration(@Nullable Credentials credentials) {
        Faults faults = new Faults();
        return new SmtpConfiguration(
                new ServerUrl(Security.PLAINTEXT, "192.0.2.1", 25, null, true),
                null,
                host -> {
                    throw new UnknownHostException(host);
                },
                credentials,
                Objects.requireNonNull(Sender.of("provisioning@engine.example", null, null, false, faults)),
                Timeouts.DEFAULT,
                Reuse.DEFAULT,
                null,
                "engine.example",
                StageClock.NOBODY);
    }
}
