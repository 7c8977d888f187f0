package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A failure that means something else than its kind would, or that more than one rule is about; tried with a mail for two.
 *
 * @param moment when it fails
 * @param what what the server does, in words
 * @param expected what that means
 * @param channel over what
 * @param set what is special about the server before it starts
 * @param script what it does then
 */
record SpecialCase(
        Moment moment,
        String what,
        String expected,
        Channel channel,
        UnaryOperator<ScriptedSmtpServer.Builder> set,
        Consumer<ScriptedSmtpServer> script) {

    Observed run() {
        try (ScriptedSmtpServer server = set.apply(channel.server()).start();
                SmtpTransport transport =
                        channel.towards(server.host(), server.port()).build()) {
            script.accept(server);
            DeliveryResult result = transport.deliver(Fixtures.notification(Fixtures.ANN, Fixtures.BOB), () -> {});
            return Observed.of(result, Duration.ZERO, server);
        }
    }

    @Override
    public String toString() {
        return moment.title + " over " + channel.title + ", " + what + ": " + expected;
    }
}
