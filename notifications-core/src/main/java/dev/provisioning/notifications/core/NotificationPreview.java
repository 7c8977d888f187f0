package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.compose.TemplateComposer;
import dev.provisioning.notifications.core.privacy.LinkPolicy;
import dev.provisioning.notifications.core.privacy.Redactor;
import dev.provisioning.notifications.spi.Composer;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Digest;
import dev.provisioning.notifications.spi.DigestItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Shows mails without sending them: for a page of settings, for templates and translations under way, for tests.
 *
 * <p>What it shows has gone the same way as a mail: secrets and people are taken out, links that no mail may carry are left out,
 * and what no transport could carry is refused. Immutable and thread-safe.
 *
 * <pre>{@code
 * Content content = NotificationPreview.of(composer).render(subscription, clock.instant(), issue);
 * }</pre>
 *
 * @see Notifier#preview()
 * @see Notifier#draft(AppId)
 */
public final class NotificationPreview {
    private final Screen screen;
    private final Editor editor;

    NotificationPreview(Screen screen, Editor editor) {
        this.screen = screen;
        this.editor = editor;
    }

    /** {@return a preview of what a notifier mails that has every default} */
    public static NotificationPreview standard() {
        return of(TemplateComposer.create());
    }

    /**
     * A preview of what a notifier mails that has this composer, and every other default.
     *
     * @param composer writes the mails
     * @return the preview
     */
    public static NotificationPreview of(Composer composer) {
        Screen screen = new Screen(Redactor.standard(), LinkPolicy.standard());
        return new NotificationPreview(screen, new Editor(composer, ""));
    }

    /**
     * Renders a digest.
     *
     * @param digest what is to be told
     * @return subject, text and perhaps HTML
     * @throws IllegalArgumentException if the composer writes what a mail cannot hold; whatever else it throws is passed on
     */
    public Content render(Digest digest) {
        Digest screened = screen.screened(digest);
        Content content = editor.content(screened);
        MailWriter.mail(screened, "preview", 1, content);
        return content;
    }

    /**
     * Renders the first mail about some issues, each of which was reported once.
     *
     * @param subscription who would get it
     * @param now when it would leave
     * @param issues what was reported, of one application; at least one
     * @return subject, text and perhaps HTML
     * @throws IllegalArgumentException if there is no issue, nobody to send it to, or the composer writes what a mail
     *     cannot hold
     */
    public Content render(Subscription subscription, Instant now, Issue... issues) {
        if (issues.length == 0) {
            throw new IllegalArgumentException("issues is empty");
        }
        List<DigestItem> items = Stream.of(issues)
                .map(issue -> new DigestItem(issue, issue.severity(), now, now, 1, 1, true, false, false, null))
                .sorted(DigestItem.MOST_PRESSING)
                .toList();
        return render(new Digest(
                issues[0].app(),
                subscription,
                1,
                now,
                null,
                now.plus(Duration.ofDays(1)),
                null,
                items,
                List.of(),
                Map.of()));
    }
}
