package dev.provisioning.notifications.benchmarks.smtp.contestant;

import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.benchmarks.smtp.mail.SampleMail;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.net.TrustOptions;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.X509TrustManager;

/**
 * Vert.x, with a client and an event loop for each session, as its authors advise for more than one core. It is called on
 * that loop: where several threads share a client, a first mail over TLS was seen to wait for ever.
 */
final class VertxMail implements MailClient {
    private final Vertx vertx = Vertx.vertx();
    private final MailConfig config;

    VertxMail(Server server) {
        config = new MailConfig(Server.HOST, server.port())
                .setStarttls(StartTLSOptions.DISABLED)
                .setLogin(LoginOption.DISABLED)
                .setOwnHostname(Server.HELLO)
                .setMaxPoolSize(1)
                .setSsl(server.tls())
                .setTrustOptions(
                        TrustOptions.wrap((X509TrustManager) server.trust().getTrustManagers()[0]));
    }

    @Override
    public MailSession open() {
        Context loop = vertx.getOrCreateContext();
        io.vertx.ext.mail.MailClient client = io.vertx.ext.mail.MailClient.create(vertx, config);
        return new MailSession() {
            @Override
            public void send(Notification mail) throws ExecutionException, InterruptedException {
                CompletableFuture<MailResult> accepted = new CompletableFuture<>();
                loop.runOnContext(nothing ->
                        client.sendMail(message(mail)).onComplete(accepted::complete, accepted::completeExceptionally));
                accepted.get();
            }

            @Override
            public void close() {
                client.close().toCompletionStage().toCompletableFuture().join();
            }
        };
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static MailMessage message(Notification mail) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("In-Reply-To", "<" + mail.threadId() + "@example.com>")
                .add("References", "<" + mail.threadId() + "@example.com>")
                .add("Auto-Submitted", "auto-generated")
                .add("X-Auto-Response-Suppress", "All")
                .add("Content-Language", mail.language().toLanguageTag());
        return new MailMessage()
                .setFrom(SampleMail.FROM)
                .setTo(mail.recipients().get(0).address())
                .setSubject(mail.subject())
                .setHeaders(headers)
                .setText(mail.text())
                .setHtml(mail.html());
    }
}
