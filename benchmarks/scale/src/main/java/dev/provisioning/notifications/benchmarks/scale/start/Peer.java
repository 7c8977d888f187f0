package dev.provisioning.notifications.benchmarks.scale.start;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is embedded. */
public enum Peer {
    /** The floor. */
    NOTHING("an empty `main`", null, NothingEmbedded.class),
    /** This library. */
    CORE("notifications-core, in memory", "core", CoreEmbedded.class),
    /** This library. */
    SMTP("… and notifications-smtp", "smtp", SmtpEmbedded.class),
    /** This library. */
    JDBC("… and notifications-jdbc, SQLite", "jdbc", JdbcEmbedded.class),
    /** Sends mails. */
    SIMPLE_JAVA_MAIL("Simple Java Mail", "simple-java-mail", SimpleJavaMailEmbedded.class),
    /** Sends mails. */
    SPRING_MAIL("Spring Boot, starter for mail", "spring-mail", SpringMailEmbedded.class),
    /** Limits rates. */
    RESILIENCE4J("Resilience4j, rate limiter", "resilience4j", Resilience4jEmbedded.class);

    private final String label;
    private final @Nullable String embedding;
    private final Class<? extends Embedding> start;

    Peer(String label, @Nullable String embedding, Class<? extends Embedding> start) {
        this.label = label;
        this.embedding = embedding;
        this.start = start;
    }

    /** {@return how tables name it} */
    public String label() {
        return label;
    }

    Class<? extends Embedding> start() {
        return start;
    }

    /** Where Maven has written its class path. */
    Optional<Path> classPathFile(Path embeddings) {
        return Optional.ofNullable(embedding)
                .map(name -> embeddings.resolve(name).resolve("target").resolve("class-path"));
    }
}
