package dev.provisioning.notifications.core.compose;

import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.spi.Composer;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The default composer: writes a mail from logic-less templates (Mustache), in the language of the subscription as far as
 * there are words for it, and in English otherwise.
 *
 * <p>At most {@value #LISTED} problems are listed, and fewer if the mail would grow beyond what mail programs show of it;
 * all others are counted by kind, so that everything in the digest is named or counted. The text is wrapped at 72
 * columns. Every value is escaped in HTML, and loses the marks that turn the direction of writing around.
 *
 * <p><b>Languages.</b> There are words in English, Dutch, German, French, Spanish and Arabic. A host adds a language, or
 * words for kinds of its own, or replaces some of ours, by one file on its class path:
 * {@code META-INF/provisioning-notifications/mail.it.properties}, of the same form as the English one, which stands beside
 * this class and explains it. What a file lacks or has wrong is English, and is warned of once;
 * {@link Builder#language(Locale)} finds that out at the start.
 *
 * <p><b>Templates.</b> A host may replace {@code mail.txt}, {@code mail.html}, and the parts that these are made of:
 * {@code problem.txt}, {@code problem.html} and {@code style.css}. Their names are:
 * <ul>
 *   <li>{@code subject name language direction start end} (for right-to-left languages {@code rtl right left});
 *   <li>sentences: {@code headline preheader overview late previous asOf next now why switchOff}, and headings: {@code
 *       label.remedy label.detail label.facts label.links label.resolved label.reports}, for text the same with
 *       {@code heading.} and a colon;
 *   <li>{@code problems}: each with {@code number title severity urgent state marks summary meaning when count note
 *       sameRemedy deadline}, the lists of lines {@code remedy detail}, and {@code facts} (each {@code name value}, and
 *       {@code aligned} for text) and {@code links};
 *   <li>{@code more} and the list {@code moreByKind}: the problems that are not listed; {@code counted} and the list
 *       {@code countedByKind}: those that were only counted;
 *   <li>the list {@code resolved} (each {@code what at}), and the links {@code reports} and {@code settings}; a link has
 *       {@code label url role};
 *   <li>{@code hasRemedy hasDetail hasFacts hasLinks hasResolved hasReports}: whether a list has anything in it.
 * </ul>
 * What has nothing to say is an empty text or list, which a section {@code {{#deadline}}…{{/deadline}}} leaves out. A
 * template that leaves {@code problems more moreByKind counted countedByKind} out breaks the promise that nothing is lost.
 * The classes that {@code style.css} can speak of are {@code page card part strong quiet todo due mark state}.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Composer composer = TemplateComposer.builder()
 *         .template("style.css", Files.readString(Path.of("style.css")))
 *         .language(Locale.GERMAN)
 *         .build();
 * }</pre>
 *
 * @see PlainComposer
 */
public final class TemplateComposer implements Composer {
    private static final int LISTED = 20;

    /** Some mail programs cut a mail at 102 kB, and with it the end, which says where to switch it off. */
    private static final int SHOWN = 100_000;

    private final Languages languages;
    private final Supplier<Templates.Pair> templates;

    private TemplateComposer(Languages languages, Supplier<Templates.Pair> templates) {
        this.languages = languages;
        this.templates = templates;
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
        Words words = Words.of(digest, languages);
        int listed = LISTED;
        Content content = write(new Letter(digest, listed, words));
        while (listed > 1 && !isShownWhole(content)) {
            listed /= 2;
            content = write(new Letter(digest, listed, words));
        }
        return content;
    }

    /**
     * Composes a test, which says nothing but that mail works.
     *
     * @param subscription who gets it
     * @param now when it leaves
     * @return subject and text, in the language of the subscription
     */
    public Content composeTest(Subscription subscription, Instant now) {
        Words words = Words.of(subscription, now, languages);
        String name = Tidy.line(subscription.displayName());
        return new Content(
                words.unmarked().say("test.subject", "app", name),
                Wrapping.wrap(words.say("test.text", "app", name)),
                null);
    }

    private Content write(Letter letter) {
        Map<String, Object> parts = letter.parts();
        Templates.Pair pair = templates.get();
        return new Content(
                SubjectLine.of(letter.digest(), letter.words()),
                Wrapping.wrap(pair.text().execute(parts)),
                pair.html().execute(parts));
    }

    private static boolean isShownWhole(Content content) {
        String html = content.html();
        return content.text().length() <= SHOWN && (html == null || html.length() <= SHOWN);
    }

    /** Gathers templates and languages. Not thread-safe. */
    public static final class Builder {
        private final Map<String, String> templates = new HashMap<>();
        private final List<Locale> required = new ArrayList<>();
        private ClassLoader classLoader = TemplateComposer.class.getClassLoader();

        private Builder() {}

        /**
         * Replaces a template. Default: the built-in ones.
         *
         * @param name {@code mail.txt}, {@code problem.txt}, {@code mail.html}, {@code problem.html} or {@code style.css}
         * @param source a Mustache template. In text no value is escaped, and lines are wrapped; in HTML every value is
         *     escaped, unless it is asked for in three braces
         * @return this builder
         * @throws IllegalArgumentException if there is no template of that name
         */
        public Builder template(String name, String source) {
            Templates.requireKnown(name);
            templates.put(name, Objects.requireNonNull(source, "composer.template " + name + " is missing"));
            return this;
        }

        /**
         * Says where files with words are looked for. Default: where this library comes from.
         *
         * @param classLoader finds {@code META-INF/provisioning-notifications/mail.<language>.properties}
         * @return this builder
         */
        public Builder classLoader(ClassLoader classLoader) {
            this.classLoader = classLoader;
            return this;
        }

        /**
         * Makes certain that a language is there: all words, with the right places for values. Default: none is asked for,
         * and what is missing is English.
         *
         * @param language a language that subscriptions will ask for
         * @return this builder
         */
        public Builder language(Locale language) {
            required.add(language);
            return this;
        }

        /**
         * Makes the composer; templates that are not ours are tried against sample digests first.
         *
         * @return the composer
         * @throws IllegalArgumentException if a template is none, or misspells a name, or writes what a mail cannot hold, or
         *     if a language lacks words
         */
        public TemplateComposer build() {
            Languages languages = new Languages(classLoader);
            required.forEach(languages::require);
            if (templates.isEmpty()) {
                return new TemplateComposer(languages, Templates::ours);
            }
            Templates.Pair tried = new Templates(templates).tried(languages);
            return new TemplateComposer(languages, () -> tried);
        }
    }
}
