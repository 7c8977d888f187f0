package dev.provisioning.notifications.benchmarks.smtp.contestant;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Who takes part, in the order of the tables. */
public enum Contestant {
    /** This library. */
    OWN("notifications-smtp", Role.OWN),
    /** Angus, a connection for each mail. */
    ANGUS("Angus, `Transport.send`", Role.PEER),
    /** Angus, a kept connection. */
    ANGUS_REUSED("Angus, one transport kept", Role.PEER),
    /** Spring, a connection for each mail. */
    SPRING("Spring `JavaMailSenderImpl`", Role.PEER),
    /** Simple Java Mail, a connection for each mail. */
    SIMPLE_JAVA_MAIL("Simple Java Mail", Role.PEER),
    /** Simple Java Mail, kept connections. */
    SIMPLE_JAVA_MAIL_BATCH("Simple Java Mail, batch module", Role.PEER),
    /** Vert.x, kept connections. */
    VERTX("Vert.x mail client", Role.PEER),
    /** The floor for whoever renders a mail. */
    BARE_RENDERED("bare socket, renders and pipelines", Role.FLOOR),
    /** The floor for whoever sends a mail. */
    BARE_PREPARED("bare socket, prepared bytes", Role.FLOOR),
    /** Postfix's load generator, which is written in C, sends prepared bytes, waits for each answer, and knows no TLS. */
    SMTP_SOURCE("Postfix `smtp-source`", Role.FLOOR);

    private enum Role {
        OWN,
        PEER,
        FLOOR
    }

    private final String label;
    private final Role role;

    Contestant(String label, Role role) {
        this.label = label;
        this.role = role;
    }

    /** {@return those that run in Java} */
    public static List<Contestant> inJava() {
        return Arrays.stream(values()).filter(Contestant::isInJava).toList();
    }

    /** {@return the other libraries} */
    public static Stream<Contestant> peers() {
        return Arrays.stream(values()).filter(contestant -> contestant.role == Role.PEER);
    }

    /** {@return its name, for readers} */
    public String label() {
        return label;
    }

    /** {@return whether it runs in Java} */
    public boolean isInJava() {
        return this != SMTP_SOURCE;
    }

    /**
     * Says what its class path must not have: Simple Java Mail keeps connections whenever it finds its batch module.
     *
     * @param element a file or directory of the class path
     * @return whether it is to be left out
     */
    public boolean leavesOut(String element) {
        return this == SIMPLE_JAVA_MAIL && element.contains("batch-module");
    }

    MailClient client(Server server, int sessions) {
        return switch (this) {
            case OWN -> new OwnTransport(server, sessions);
            case ANGUS -> new AngusSend(server);
            case ANGUS_REUSED -> new AngusReused(server);
            case SPRING -> new SpringSender(server);
            case SIMPLE_JAVA_MAIL, SIMPLE_JAVA_MAIL_BATCH -> new SimpleJavaMail(server, sessions);
            case VERTX -> new VertxMail(server);
            case BARE_RENDERED -> () -> BareSocket.rendering(server);
            case BARE_PREPARED -> () -> BareSocket.prepared(server);
            case SMTP_SOURCE -> throw new IllegalArgumentException("not in Java");
        };
    }
}
