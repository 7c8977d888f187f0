package dev.provisioning.notifications.spi;

import org.jspecify.annotations.Nullable;

/**
 * What a mail says. Immutable and thread-safe.
 *
 * @param subject one line without control characters
 * @param text the body as plain text, with {@code \n} between lines
 * @param html the body as one HTML document, if there is one
 */
public record Content(String subject, String text, @Nullable String html) {}
