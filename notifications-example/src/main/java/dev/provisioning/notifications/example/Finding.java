package dev.provisioning.notifications.example;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.core.Explanation;
import dev.provisioning.notifications.spi.SentMail;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a process knows of an application, whoever has reported it.
 *
 * @param app which application
 * @param held how many issues wait for a mail
 * @param lastMail when the last mail left; null if none did
 * @param nextMail when the next one leaves, as far as that can be told; null if none is on its way
 */
record Finding(
        AppId app,
        int held,
        @Nullable Instant lastMail,
        @Nullable Instant nextMail) {
    static Finding of(Explanation explained) {
        SentMail last = explained.lastMail();
        return new Finding(
                explained.app(), explained.heldIssues(), last == null ? null : last.at(), explained.nextMailAt());
    }
}
