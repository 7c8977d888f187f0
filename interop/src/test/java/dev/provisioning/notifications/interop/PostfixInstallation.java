package dev.provisioning.notifications.interop;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The programs of a Postfix, as far as this machine has them.
 *
 * @param missing what the machine lacks for a Postfix of our own; empty if nothing
 */
record PostfixInstallation(List<String> missing) {
    static final String REMEDY = "apt-get install --no-install-recommends postfix sasl2-bin libsasl2-modules";

    private static final List<String> PROGRAMS = List.of("postfix", "postconf", "saslpasswd2");
    private static final Pattern VERSION = Pattern.compile("^(\\d+)\\.(\\d+)", Pattern.MULTILINE);

    PostfixInstallation {
        missing = List.copyOf(missing);
    }

    static PostfixInstallation find() {
        List<String> missing = new ArrayList<>();
        List<String> absent =
                PROGRAMS.stream().filter(name -> locate(name).isEmpty()).toList();
        if (!absent.isEmpty()) {
            missing.add(String.join(", ", absent) + " (" + REMEDY + ")");
        } else if (!isRecent(Program.run(program("postconf"), "-d", "-h", "mail_version"))) {
            missing.add("Postfix 3.6 or newer");
        }
        if (!isRoot()) {
            missing.add("the user root, as whom Postfix insists to be started");
        }
        return new PostfixInstallation(missing);
    }

    static String program(String name) {
        return locate(name).map(Path::toString).orElseThrow(() -> new IllegalStateException("no program " + name));
    }

    /** Before the version may be warnings about the configuration of the machine, which is none of our business. */
    static boolean isRecent(String version) {
        Matcher parts = VERSION.matcher(version);
        if (!parts.find()) {
            return false;
        }
        int major = Integer.parseInt(parts.group(1));
        return major > 3 || (major == 3 && Integer.parseInt(parts.group(2)) >= 6);
    }

    /** Looks where root's programs are, too, which are not on everybody's path. */
    private static Optional<Path> locate(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(File.pathSeparator, -1)), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What we make belongs to who we are, whatever the system says about our name. */
    private static boolean isRoot() {
        try {
            Path made = Files.createTempFile("who-am-i", "");
            try {
                return Files.getFileStore(made).supportsFileAttributeView("posix")
                        && Integer.valueOf(0).equals(Files.getAttribute(made, "unix:uid"));
            } finally {
                Files.delete(made);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
