package dev.provisioning.notifications.example.replay;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Transport;
import dev.provisioning.notifications.smtp.SmtpTransport;
import dev.provisioning.notifications.smtp.SmtpTransportBuilder;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The command {@code replay}: reads files, and shows or sends the mails that would have come of them. */
public final class ReplayCommand {
    private static final Pattern LOOPBACK = Pattern.compile("^smtp://(localhost|127\\.0\\.0\\.1|\\[::1])(:|/|$)");

    private final PrintStream out;
    private final Clock clock;

    /**
     * Prepares the command.
     *
     * @param out where to show the mails
     * @param clock tells the time of failures that have none
     */
    public ReplayCommand(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /**
     * Runs the command.
     *
     * @param arguments files and options
     * @return whether every mail that was to be sent was accepted
     * @throws IllegalArgumentException if the arguments are not understood; the message says what is wrong
     * @throws UnreadableFileException if a file cannot be read
     */
    public boolean run(List<String> arguments) {
        ReplayOptions options = ReplayOptions.parse(arguments);
        try (Transport transport = transport(options)) {
            List<Failure> failures = new ArrayList<>();
            for (Path file : options.files()) {
                failures.addAll(GraphFile.failures(file, clock.instant()));
            }
            Replay replay = new Replay(failures, options.to(), transport);
            List<SentMail> mails = replay.run();
            new ReplayReport(out, options.smtp() != null).print(failures, mails);
            replay.faults().forEach(fault -> out.println("Not accepted: " + fault));
            return replay.faults().isEmpty();
        }
    }

    private static Transport transport(ReplayOptions options) {
        String smtp = options.smtp();
        if (smtp == null) {
            return (notification, point) -> {
                point.pass();
                return DeliveryResult.accepted(notification);
            };
        }
        SmtpTransportBuilder transport = SmtpTransport.builder().url(smtp).from(options.from());
        return (LOOPBACK.matcher(smtp).find() ? transport.allowPlaintext() : transport).build();
    }
}
