package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpStep;
import dev.provisioning.notifications.testkit.TestCertificate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What is told apart beyond stage and first digit: what is expected, spelt out. */
final class SpecialCases {
    private static final String REPLIES = """
            greeting            | config    | 521 5.3.2 no mail here
            greeting            | retry     | nonsense
            EHLO                | config    | 500 5.5.2 what?
            EHLO                | config    | 502 5.5.1 not implemented
            AUTH                | retry     | 432 4.7.12 password transition needed
            AUTH                | config    | 530 5.7.0 must issue STARTTLS
            AUTH                | config    | 534 5.7.9 too weak
            AUTH                | config    | 538 5.7.11 encryption required
            MAIL                | config    | 530 5.7.0 sign in
            MAIL                | permanent | 552 5.3.4 too big
            RCPT                | config    | 530 5.7.0 sign in
            RCPT                | retry     | 552 5.2.2 full
            RCPT                | permanent | 550 5.7.133 only members may write to this group
            RCPT                | accepted  | 251 will forward
            RCPT                | accepted  | 252 perhaps
            RCPT                | accepted  | 299 odd
            DATA                | retry     | 250 thanks
            DATA                | retry     | nonsense
            after the final dot | in doubt  | 354 go on
            after the final dot | in doubt  | nonsense
            after the final dot | permanent | 554 5.6.0 bad content
            """;

    private SpecialCases() {}

    static List<SpecialCase> all() {
        return Stream.of(replies(), hellos(), offers(), certificates(), recipients(), brokenAnswers())
                .flatMap(cases -> cases)
                .sorted(Comparator.comparing(SpecialCase::moment))
                .toList();
    }

    private static void behave(ScriptedSmtpServer unscripted) {}

    private static Stream<SpecialCase> replies() {
        return REPLIES.lines().map(line -> {
            String[] cells = line.split("\\s*\\|\\s*", 3);
            Moment moment = Moment.titled(cells[0]);
            SmtpStep step = Objects.requireNonNull(moment.step);
            return scripted(
                    moment, cells[2], cells[1], server -> server.on(step).reply(cells[2]));
        });
    }

    private static SpecialCase scripted(
            Moment moment, String what, String expected, Consumer<ScriptedSmtpServer> script) {
        return new SpecialCase(moment, what, expected, Channel.STARTTLS, UnaryOperator.identity(), script);
    }

    private static SpecialCase of(
            Moment moment, String what, String expected, UnaryOperator<ScriptedSmtpServer.Builder> set) {
        return new SpecialCase(moment, what, expected, Channel.STARTTLS, set, SpecialCases::behave);
    }

    /** HELO is for servers that know nothing else, and only if nothing is lost by it. */
    private static Stream<SpecialCase> hellos() {
        return Stream.of("500 5.5.2 what?", "502 5.5.1 not implemented")
                .map(reply -> new SpecialCase(
                        Moment.EHLO,
                        reply,
                        "accepted",
                        Channel.PLAIN,
                        UnaryOperator.identity(),
                        server -> server.on(SmtpStep.EHLO).reply(reply)));
    }

    private static Stream<SpecialCase> offers() {
        return Stream.of(
                of(Moment.STARTTLS, "STARTTLS is not offered", "config", builder -> builder.without("STARTTLS")),
                scripted(
                        Moment.STARTTLS,
                        "220, and more before TLS",
                        "retry",
                        server -> server.on(SmtpStep.STARTTLS).reply("220 2.0.0 go ahead", "250 2.0.0 and this")),
                of(Moment.AUTH, "AUTH is not offered", "config", builder -> builder.without("AUTH")),
                of(
                        Moment.AUTH,
                        "no known way to sign in is offered",
                        "config",
                        builder -> builder.without("AUTH").announce("AUTH CRAM-MD5")));
    }

    private static Stream<SpecialCase> certificates() {
        return Stream.of(Channel.STARTTLS, Channel.TLS)
                .flatMap(channel -> Stream.of(
                        certificate(channel, "the certificate has expired", TestCertificate.EXPIRED),
                        certificate(channel, "the certificate is for another host", TestCertificate.WRONG_HOST),
                        certificate(channel, "the certificate is signed by itself", TestCertificate.SELF_SIGNED)));
    }

    private static SpecialCase certificate(Channel channel, String what, TestCertificate certificate) {
        return new SpecialCase(
                Moment.HANDSHAKE,
                what,
                "config",
                channel,
                builder -> builder.certificate(certificate),
                SpecialCases::behave);
    }

    private static Stream<SpecialCase> recipients() {
        return Stream.of(
                scripted(Moment.RCPT, "550 for one of two", "accepted", server -> refuse(server, Trial.RECIPIENT)),
                scripted(Moment.RCPT, "450 for one, 550 for the other", "retry", server -> {
                    server.on(SmtpStep.RCPT).recipient(Trial.RECIPIENT).reply("450 4.2.1 busy");
                    refuse(server, "bob@example.com");
                }),
                scripted(Moment.RCPT, "550 for all, and 354 to DATA, and 554 to the lone dot", "permanent", server -> {
                    refuseAll(server);
                    server.on(SmtpStep.DATA).reply("354 go ahead");
                }),
                scripted(Moment.RCPT, "550 for all, and 354 to DATA, and 250 to the lone dot", "permanent", server -> {
                    refuseAll(server);
                    server.on(SmtpStep.DATA).reply("354 go ahead");
                    server.on(SmtpStep.END_OF_DATA).reply("250 2.0.0 thanks for nothing");
                }));
    }

    private static void refuseAll(ScriptedSmtpServer server) {
        refuse(server, Trial.RECIPIENT);
        refuse(server, "bob@example.com");
    }

    private static void refuse(ScriptedSmtpServer server, String address) {
        server.on(SmtpStep.RCPT).recipient(address).reply("550 5.1.1 unknown");
    }

    private static Stream<SpecialCase> brokenAnswers() {
        return Stream.of(
                scripted(
                        Moment.FINAL_DOT,
                        "accepted, but closed before it says so",
                        "in doubt",
                        server -> server.on(SmtpStep.END_OF_DATA).acceptThenDrop()),
                scripted(
                        Moment.FINAL_DOT,
                        "closed within the line 250",
                        "in doubt",
                        server -> server.on(SmtpStep.END_OF_DATA).sayThenDrop("250 2.0.0 que")),
                scripted(
                        Moment.MAIL,
                        "closed within the line 550",
                        "retry",
                        server -> server.on(SmtpStep.MAIL).sayThenDrop("550 5.7.1 you are n")));
    }
}
