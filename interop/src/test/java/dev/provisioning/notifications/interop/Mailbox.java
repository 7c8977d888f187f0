package dev.provisioning.notifications.interop;

import dev.provisioning.notifications.Recipient;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A mailbox of a Postfix, in the form of a Maildir.
 *
 * @param postfix who delivers to it
 * @param recipient its address
 * @param directory where it is
 */
record Mailbox(Postfix postfix, Recipient recipient, Path directory) {
    /** Somebody who has none. */
    static final Recipient UNKNOWN = Recipient.mail("nobody@" + PostfixConfiguration.DOMAIN);

    /** {@return what has arrived, once nothing is under way any more} */
    List<MimeMessage> mails() {
        postfix.awaitDelivery();
        Path arrivals = directory.resolve("new");
        if (Files.notExists(arrivals)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(arrivals)) {
            return files.sorted().map(Mails::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the Message-IDs of what has arrived} */
    List<String> messageIds() {
        return mails().stream().map(mail -> Mails.header(mail, "Message-ID")).toList();
    }
}
