package dev.provisioning.notifications.benchmarks.smtp.sink;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The key by which a sink proves that it is {@code localhost}; made anew by the JDK's keytool for each run. */
public final class ThrowAwayKey {
    private static final String PASSWORD = "throw-away";

    private final KeyStore server;
    private final KeyStore trusted;

    private ThrowAwayKey(KeyStore server) throws GeneralSecurityException, IOException {
        this.server = server;
        this.trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("sink", server.getCertificate("sink"));
    }

    /**
     * Makes a key.
     *
     * @param directory where its file goes
     * @return the file
     * @throws IOException if that fails
     * @throws InterruptedException if the thread is interrupted
     */
    public static Path make(Path directory) throws IOException, InterruptedException {
        Path file = Files.createDirectories(directory).resolve("sink.p12");
        Files.deleteIfExists(file);
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-J-Duser.language=en",
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-alias",
                        "sink",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException("keytool ended with " + exit);
        }
        return file;
    }

    /**
     * Reads a key.
     *
     * @param file as {@link #make} has made it
     * @return the key
     * @throws IOException if it cannot be read
     * @throws GeneralSecurityException if the JDK cannot use it
     */
    public static ThrowAwayKey read(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return new ThrowAwayKey(store);
    }

    /**
     * Makes the server's side.
     *
     * @return a context that presents the key
     * @throws GeneralSecurityException if the JDK cannot use it
     */
    public SSLContext serverContext() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(server, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /**
     * Makes the client's side.
     *
     * @return a context that trusts the key, and no other
     * @throws GeneralSecurityException if the JDK cannot use it
     */
    public SSLContext clientContext() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust().getTrustManagers(), null);
        return context;
    }

    /**
     * Says whom clients trust.
     *
     * @return the key, and no other
     * @throws GeneralSecurityException if the JDK cannot use it
     */
    public TrustManagerFactory trust() throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        return trust;
    }
}
