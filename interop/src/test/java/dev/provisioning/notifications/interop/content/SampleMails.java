package dev.provisioning.notifications.interop.content;

import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.core.NotificationPreview;
import dev.provisioning.notifications.spi.Composer;
import dev.provisioning.notifications.spi.Digest;
import dev.provisioning.notifications.testkit.SampleDigests;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Named;

/** Mails that stand for all: each kind, the long ones in each language, and both directions of writing. */
final class SampleMails {
    private static final Composer COMPOSER = NotificationPreview.standard()::render;
    private static final List<Locale> BOTH_DIRECTIONS = List.of(Locale.ENGLISH, Locale.forLanguageTag("ar"));

    private SampleMails() {}

    static List<Named<Notification>> all() {
        List<Named<Notification>> mails = new ArrayList<>();
        for (Locale language : BOTH_DIRECTIONS) {
            for (IssueKind kind : SampleDigests.kinds()) {
                mails.add(composed(SampleDigests.in(language).digest(kind, 1)));
                mails.add(composed(SampleDigests.in(language).digest(kind, 3)));
            }
        }
        for (Locale language : SampleDigests.languages()) {
            mails.add(composed(SampleDigests.in(language).mixed(20)));
            mails.add(composed(SampleDigests.in(language).mixed(500)));
        }
        return mails;
    }

    private static Named<Notification> composed(Digest digest) {
        String language = digest.subscription().language().toLanguageTag();
        return Named.of(digest.app().name() + " in " + language, SampleDigests.mail(digest, COMPOSER.compose(digest)));
    }
}
