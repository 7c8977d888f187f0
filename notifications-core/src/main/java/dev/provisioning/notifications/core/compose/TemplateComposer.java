package dev.provisioning.notifications.core.compose;

import com.samskivert.mustache.Template;
import dev.provisioning.notifications.spi.Composer;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Digest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The default composer: writes a mail from two logic-less templates (Mustache), one for text and one for HTML, in the
 * language of the subscription as far as there is a bundle for it, and in English otherwise.
 *
 * <p>At most {@value #LISTED} problems are listed, and fewer if the mail would grow beyond what mail programs show of it;
 * all others are counted by kind, so that everything in the digest is named or counted. The text is wrapped at 72
 * columns. Every value is escaped in HTML, and loses the marks that turn the direction of writing around.
 *
 * <p>A host may replace a template. Its names are:
 * <ul>
 *   <li>{@code subject name language headline preheader previous times next why switchOff}: sentences and words, and
 *       {@code label.remedy label.detail label.links label.resolved label.reports}: headings;
 *   <li>{@code problems}: each with {@code number title severity summary meaning when count deadline}, the lists of lines
 *       {@code notes remedy detail}, and {@code facts} (each {@code name value}) and {@code links};
 *   <li>{@code more} and the list {@code moreByKind}: the problems that are not listed; {@code counted} and the list
 *       {@code countedByKind}: those that were only counted;
 *   <li>the list {@code resolved}, and the links {@code reports} and {@code settings}; a link has
 *       {@code label url role};
 *   <li>{@code hasDetail hasFacts hasLinks hasResolved hasReports}: whether a list has anything in it.
 * </ul>
 * What has nothing to say is an empty text or list, which a section {@code {{#deadline}}…{{/deadline}}} leaves out. A
 * template that leaves {@code more moreByKind counted countedByKind} out breaks the promise that nothing is lost.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Composer composer = TemplateComposer.builder()
 *         .textTemplate(Files.readString(Path.of("mail.txt.mustache")))
 *         .build();
 * }</pre>
 *
 * @see PlainComposer
 */
public final class TemplateComposer implements Composer {
    private static final int LISTED = 20;

    /** Some mail programs cut a mail at 102 kB, and with it the end, which says where to switch it off. */
    private static final int SHOWN = 100_000;

    private final Template text;
    private final Template html;

    private TemplateComposer(Template text, Template html) {
        this.text = text;
        this.html = html;
    }

    /** {@return a composer with the built-in templates} */
    public static TemplateComposer create() {
        return builder().build();
    }

    /** {@return a builder that has the built-in templates} */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Content compose(Digest digest) {
        Words words = Words.of(digest.subscription());
        int listed = LISTED;
        Content content = write(new Letter(digest, listed, words));
        while (listed > 1 && !isShownWhole(content)) {
            listed /= 2;
            content = write(new Letter(digest, listed, words));
        }
        return content;
    }

    private Content write(Letter letter) {
        Map<String, Object> parts = letter.parts();
        return new Content(
                SubjectLine.of(letter.digest(), letter.words()),
                Wrapping.wrap(text.execute(parts)),
                html.execute(parts));
    }

    private static boolean isShownWhole(Content content) {
        String html = content.html();
        return content.text().length() <= SHOWN && (html == null || html.length() <= SHOWN);
    }

    /** Gathers templates. Not thread-safe. */
    public static final class Builder {
        private @Nullable String textTemplate;
        private @Nullable String htmlTemplate;

        private Builder() {}

        /**
         * Replaces the template of the text. Default: the built-in one.
         *
         * @param template a Mustache template; its values are not escaped, its lines are wrapped
         * @return this builder
         */
        public Builder textTemplate(String template) {
            this.textTemplate = template;
            return this;
        }

        /**
         * Replaces the template of the HTML. Default: the built-in one.
         *
         * @param template a Mustache template; its values are escaped, unless it asks for them in three braces
         * @return this builder
         */
        public Builder htmlTemplate(String template) {
            this.htmlTemplate = template;
            return this;
        }

        /**
         * Compiles the templates and tries them against sample digests.
         *
         * @return the composer
         * @throws IllegalArgumentException if a template is none, or misspells a name, or writes what a mail cannot hold
         */
        public TemplateComposer build() {
            return new TemplateComposer(
                    Templates.text(textTemplate == null ? Templates.read("mail.txt.mustache") : textTemplate),
                    Templates.html(htmlTemplate == null ? Templates.read("mail.html.mustache") : htmlTemplate));
        }
    }
}
