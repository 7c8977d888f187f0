package dev.provisioning.notifications.example.replay;

import dev.provisioning.notifications.Recipient;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the replay was told on the command line.
 *
 * @param files which files to read
 * @param smtp to which mail server to send the mails; null to only show them
 * @param to who gets the mails
 * @param from whose mails they are
 */
record ReplayOptions(List<Path> files, @Nullable String smtp, String to, String from) {
    private static final String NOBODY = "administrator@example.com";

    ReplayOptions {
        files = List.copyOf(files);
    }

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException if it is not understood; the message says what is wrong
     */
    static ReplayOptions parse(List<String> arguments) {
        List<Path> files = new ArrayList<>();
        String smtp = null;
        String to = null;
        String from = null;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            switch (argument) {
                case "--smtp" -> smtp = value(argument, rest);
                case "--to" -> to = address(value(argument, rest));
                case "--from" -> from = address(value(argument, rest));
                default -> files.add(file(argument));
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("replay needs a FILE");
        }
        if ((smtp == null) != (to == null)) {
            throw new IllegalArgumentException("--smtp and --to go together");
        }
        String recipient = to == null ? NOBODY : to;
        return new ReplayOptions(files, smtp, recipient, from == null ? recipient : from);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    private static String address(String address) {
        return Recipient.mail(address).address();
    }

    private static Path file(String argument) {
        if (argument.startsWith("-")) {
            throw new IllegalArgumentException("replay does not know the option " + argument);
        }
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("not the name of a file: " + argument, e);
        }
    }
}
