package dev.provisioning.notifications.interop;

import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.smtp.SmtpTransportBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Postfix of our own: started by root, in a directory and at ports of its own, beside any other on this machine, and
 * gone when closed. It keeps its ports and its queue while it is down.
 */
final class Postfix implements AutoCloseable {
    static final String USER = "engine";
    static final String PASSWORD = "throw-away";

    private static final int MAX_STARTS = 3;

    private final PostfixConfiguration configuration;
    private final PolicyService policy;
    private final Thread lastResort = new Thread(this::vanish, "postfix-vanishes");
    private final AtomicInteger mailboxes = new AtomicInteger();
    private boolean running;

    private Postfix(PostfixConfiguration configuration, PolicyService policy) {
        this.configuration = configuration;
        this.policy = policy;
    }

    /** Starts a new one; again, at other ports, if somebody was faster to take one. */
    static Postfix launch() {
        for (int attempt = 1; ; attempt++) {
            Postfix postfix = prepare();
            try {
                postfix.start();
                return postfix;
            } catch (IllegalStateException e) {
                String log = postfix.log();
                postfix.close();
                if (attempt == MAX_STARTS || !log.contains("Address already in use")) {
                    throw new IllegalStateException("Postfix does not start:\n" + log, e);
                }
            }
        }
    }

    private static Postfix prepare() {
        PolicyService policy = new PolicyService();
        PostfixConfiguration configuration = new PostfixConfiguration(PostfixHome.create(), ports(), policy.port());
        PostfixHome.furnish(configuration);
        PostfixHome.admit(configuration, USER, PASSWORD);
        Postfix postfix = new Postfix(configuration, policy);
        Runtime.getRuntime().addShutdownHook(postfix.lastResort);
        return postfix;
    }

    private static Map<Door, Integer> ports() {
        Map<Door, Integer> ports = new EnumMap<>(Door.class);
        Iterator<Integer> free = Loopback.freePorts(Door.values().length).iterator();
        for (Door door : Door.values()) {
            ports.put(door, free.next());
        }
        return ports;
    }

    PostfixConfiguration configuration() {
        return configuration;
    }

    PolicyService policy() {
        return policy;
    }

    int port(Door door) {
        return configuration.port(door);
    }

    SmtpTransportBuilder towards(Door door) {
        return door.transport(port(door));
    }

    /** A mailbox in which there is nothing yet. */
    Mailbox mailbox() {
        return mailbox(PostfixConfiguration.numbered(mailboxes.incrementAndGet()));
    }

    Mailbox mailbox(String name) {
        String directory = PostfixConfiguration.mailboxes().get(name);
        if (directory == null) {
            throw new IllegalArgumentException("no mailbox " + name);
        }
        return new Mailbox(
                this,
                Recipient.mail(name + "@" + PostfixConfiguration.DOMAIN),
                configuration.mail().resolve(directory));
    }

    /** {@return how many connections were made to it up to now} */
    int connections() {
        return (int)
                log().lines().filter(line -> line.contains(": connect from ")).count();
    }

    /** Waits until all that was accepted is in its mailbox. */
    void awaitDelivery() {
        Patience.await(new PostfixQueue(configuration.queue())::isEmpty, () -> "mails stay in the queue:\n" + log());
    }

    synchronized void start() {
        command("start");
        running = true;
        String greeting = Loopback.firstLine(port(Door.PLAIN));
        if (!greeting.startsWith("220 ")) {
            throw new IllegalStateException("Postfix does not greet, but says " + greeting);
        }
    }

    /** As an administrator does it: conversations are cut short. */
    synchronized void stop() {
        command("stop");
        running = false;
    }

    /** As a loss of power does it. */
    synchronized void kill() {
        if (running) {
            running = false;
            Program.run("sh", "-c", "kill -9 -" + masterProcess());
            Patience.await(() -> !Loopback.listens(port(Door.PLAIN)), () -> "Postfix cannot be killed");
        }
    }

    /** What it has noted, of all its programs. */
    String log() {
        try {
            return Files.exists(configuration.log()) ? Files.readString(configuration.log()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(lastResort);
        vanish();
    }

    private void vanish() {
        kill();
        policy.close();
        PostfixHome.remove(configuration.home());
    }

    private void command(String command) {
        Program.run(
                PostfixInstallation.program("postfix"),
                "-c",
                configuration.config().toString(),
                command);
    }

    /** Also the number of the group of all its processes. */
    private String masterProcess() {
        try {
            return Files.readString(configuration.queue().resolve("pid").resolve("master.pid"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
