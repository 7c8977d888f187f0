package dev.provisioning.notifications.benchmarks.scale.mails;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import jdk.jfr.Recording;

/** A process that reports issues and has the mails delivered; prints what they have cost. */
public final class SendMain {
    private static final Duration PERIOD = Duration.ofMillis(10);

    private SendMain() {}

    /**
     * Sends.
     *
     * @param args the port of the server, a file for the store, how many deliveries at a time, how many mails before
     *     anything counts, how many that count; perhaps a file for a recording of where the time goes
     * @throws IOException if the recording cannot be written
     * @throws InterruptedException if the thread is interrupted
     * @throws ExecutionException if a report fails
     */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        PrintStream out = System.out;
        int warmUp = Integer.parseInt(args[3]);
        int mails = Integer.parseInt(args[4]);
        try (Host host = new Host(Integer.parseInt(args[0]), Path.of(args[1]), Integer.parseInt(args[2]))) {
            host.send(warmUp);
            out.println((args.length > 5 ? recorded(host, mails, Path.of(args[5])) : host.send(mails)).toLine());
        }
    }

    private static Sending recorded(Host host, int mails, Path file)
            throws IOException, InterruptedException, ExecutionException {
        try (Recording recording = new Recording()) {
            recording.enable(Profile.SAMPLE).withPeriod(PERIOD);
            recording.start();
            Sending sending = host.send(mails);
            recording.stop();
            recording.dump(file);
            return sending;
        }
    }
}
