package dev.provisioning.notifications.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The directory of a Postfix, in which it finds all that it needs, and leaves all that it makes. */
final class PostfixHome {
    private PostfixHome() {}

    /** Makes the directory; it must be open to the users that Postfix becomes. */
    static Path create() {
        try {
            Path home = Files.createTempDirectory("postfix-");
            return Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what it begins with. The queue's directories Postfix makes itself. */
    static void furnish(PostfixConfiguration configuration) {
        try {
            for (Path directory : List.of(
                    configuration.config(), configuration.sasl(), configuration.queue(), configuration.mail())) {
                Files.createDirectory(directory);
            }
            for (Map.Entry<Path, String> file : configuration.files().entrySet()) {
                Files.writeString(file.getKey(), file.getValue());
            }
            Files.writeString(configuration.chain(), TestKey.pem());
            Files.setAttribute(configuration.mail(), "unix:uid", PostfixConfiguration.MAILBOX_OWNER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets somebody sign in; readable by the user that smtpd becomes. */
    static void admit(PostfixConfiguration configuration, String user, String password) {
        Program.runWithInput(
                password,
                PostfixInstallation.program("saslpasswd2"),
                "-p",
                "-c",
                "-f",
                configuration.passwords().toString(),
                "-u",
                PostfixConfiguration.DOMAIN,
                user);
        try {
            Files.setPosixFilePermissions(configuration.passwords(), PosixFilePermissions.fromString("rw-r--r--"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(Path home) {
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
