package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.DeliveryResult;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Delivers a mail, in a Java that does not speak IPv6, to a server that has an address of it too. */
final class WithoutIpv6 {
    private WithoutIpv6() {}

    /** Whether the mail was accepted. */
    static boolean deliverTo(int port) throws IOException, InterruptedException {
        Process process =
                OtherJava.start(List.of("-Djava.net.preferIPv4Stack=true"), WithoutIpv6.class, String.valueOf(port));
        try {
            return process.waitFor(Fixtures.PATIENCE.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
        } finally {
            process.destroy();
        }
    }

    /** Ends with an exception unless the mail is accepted. */
    public static void main(String... port) throws IOException {
        byte[] ipv6 = new byte[16];
        ipv6[15] = 1;
        InetAddress[] addresses = {InetAddress.getByAddress(ipv6), InetAddress.getLoopbackAddress()};
        try (SmtpTransport transport = SmtpTransport.builder()
                .url("smtp://mail.example.com:" + port[0])
                .allowPlaintext()
                .names(host -> addresses)
                .from("provisioning@engine.example")
                .build()) {
            DeliveryResult result = transport.deliver(Fixtures.notification(Fixtures.ANN), () -> {});
            if (!(result instanceof DeliveryResult.Accepted)) {
                throw new IllegalStateException(result.toString());
            }
        }
    }
}
