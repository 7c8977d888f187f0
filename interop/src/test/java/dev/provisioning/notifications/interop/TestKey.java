package dev.provisioning.notifications.interop;

import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The throw-away key of the testkit, for localhost, which who uses {@link ScriptedSmtpServer#clientTrust()} trusts. */
final class TestKey {
    private static final String STORE = "scripted-smtp-server.p12";
    private static final String ALIAS = "valid";
    private static final char[] PASSWORD = "throw-away".toCharArray();

    private TestKey() {}

    /** The key and its certificates in the text form that servers read (RFC 7468). */
    static String pem() {
        try {
            KeyStore store = load();
            PrivateKey key = (PrivateKey) store.getKey(ALIAS, PASSWORD);
            StringBuilder text = new StringBuilder(block("PRIVATE KEY", key.getEncoded()));
            for (Certificate certificate : chain(store)) {
                text.append(block("CERTIFICATE", certificate.getEncoded()));
            }
            return text.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A context for a server that presents it. */
    static SSLContext serverContext() {
        try {
            KeyStore store = load();
            KeyStore one = KeyStore.getInstance("PKCS12");
            one.load(null, null);
            one.setKeyEntry(
                    ALIAS, store.getKey(ALIAS, PASSWORD), PASSWORD, chain(store).toArray(Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(one, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Certificate> chain(KeyStore store) throws GeneralSecurityException {
        return List.of(store.getCertificateChain(ALIAS));
    }

    private static KeyStore load() throws GeneralSecurityException {
        try (InputStream in = Objects.requireNonNull(ScriptedSmtpServer.class.getResourceAsStream(STORE), STORE)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String block(String label, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }
}
