package dev.provisioning.notifications.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * How a {@link ScriptedSmtpServer} proves who it is. The keys are stored in this module and so known to everybody; the
 * authority that has signed them is trusted by {@link ScriptedSmtpServer#clientTrust()} alone.
 */
public enum TestCertificate {
    /** For {@code localhost} and 127.0.0.1, signed by the throw-away authority. */
    VALID,
    /** For {@code elsewhere.example}, signed by the throw-away authority. */
    WRONG_HOST,
    /** For {@code localhost}, signed by the throw-away authority, valid in January 2020. */
    EXPIRED,
    /** For {@code localhost}, signed by itself. */
    SELF_SIGNED;

    private static final Map<TestCertificate, SSLContext> SERVER_CONTEXTS = new ConcurrentHashMap<>();
    private static final String STORE = "scripted-smtp-server.p12";
    private static final char[] PASSWORD = "throw-away".toCharArray();

    /** A context for the server that presents this certificate; made once, because that takes a while. */
    SSLContext serverContext() {
        return SERVER_CONTEXTS.computeIfAbsent(this, TestCertificate::newServerContext);
    }

    private SSLContext newServerContext() {
        try {
            KeyStore all = load();
            KeyStore one = KeyStore.getInstance("PKCS12");
            one.load(null, null);
            String alias = name().toLowerCase(Locale.ROOT);
            one.setKeyEntry(alias, all.getKey(alias, PASSWORD), PASSWORD, all.getCertificateChain(alias));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(one, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot read " + STORE, e);
        }
    }

    /** A context for clients that trusts the throw-away authority, and nobody else. */
    static SSLContext clientContext() {
        try {
            KeyStore authority = KeyStore.getInstance("PKCS12");
            authority.load(null, null);
            authority.setCertificateEntry("authority", load().getCertificate("authority"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authority);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot read " + STORE, e);
        }
    }

    private static KeyStore load() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = TestCertificate.class.getResourceAsStream(STORE)) {
            store.load(in, PASSWORD);
        }
        return store;
    }
}
