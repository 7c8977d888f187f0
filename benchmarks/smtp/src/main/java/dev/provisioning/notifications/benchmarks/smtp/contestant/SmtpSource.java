package dev.provisioning.notifications.benchmarks.smtp.contestant;

import dev.provisioning.notifications.benchmarks.smtp.mail.HandWrittenMail;
import dev.provisioning.notifications.benchmarks.smtp.mail.SampleMail;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Postfix's load generator, if it is installed. It is told a number of mails and no time, so it is told twice as many
 * again and again, until they fill the window.
 */
public final class SmtpSource {
    private final Path program;
    private final Path directory;

    private SmtpSource(Path program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    /**
     * Looks for it on the path, and where Debian has it.
     *
     * @param directory where the mails go that it sends
     * @return it, if it is installed
     */
    public static Optional<SmtpSource> find(Path directory) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(File.pathSeparator, -1)), Stream.of("/usr/sbin"))
                .map(place -> Path.of(place, "smtp-source"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new SmtpSource(program, directory));
    }

    /**
     * Puts a load on it.
     *
     * @param load without TLS
     * @return what came of it; processor time and allocation are not known
     * @throws IOException if it does not end well
     * @throws InterruptedException if the thread is interrupted
     */
    public Measurement run(Load load) throws IOException, InterruptedException {
        Path content = content(load);
        int firsts = load.sessions();
        double first = seconds(load, content, firsts);
        int sent = firsts;
        int mails = firsts;
        double all;
        do {
            mails *= 2;
            all = seconds(load, content, mails);
            sent += mails;
        } while (all < load.window().toMillis() / 1000.0);
        // Never less than half, lest a hiccup in the first run becomes a speed.
        double further = Math.max(all - first, all / 2);
        return new Measurement(sent, (mails - firsts) / further, Double.NaN, Double.NaN, first * 1000);
    }

    /** The mail as lines without their ends, which the program adds; without the final dot, too. */
    private Path content(Load load) throws IOException {
        byte[] wire = new HandWrittenMail().render(SampleMail.of(load.size())).toByteArray();
        String lines = new String(wire, StandardCharsets.US_ASCII).replace("\r\n", "\n");
        Path file = directory.resolve("mail-" + load.size() + ".txt");
        return Files.writeString(file, lines.substring(0, lines.length() - ".\n".length()));
    }

    private double seconds(Load load, Path content, int mails) throws IOException, InterruptedException {
        long started = System.nanoTime();
        Process process = new ProcessBuilder(
                        program.toString(),
                        "-4",
                        "-d",
                        "-s",
                        String.valueOf(load.sessions()),
                        "-m",
                        String.valueOf(mails),
                        "-M",
                        Server.HELLO,
                        "-f",
                        SampleMail.FROM,
                        "-t",
                        SampleMail.TO,
                        "-F",
                        content.toString(),
                        Server.HOST + ":" + load.port())
                .inheritIO()
                .start();
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException("smtp-source ended with " + exit);
        }
        return (System.nanoTime() - started) / 1e9;
    }
}
