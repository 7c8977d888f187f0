package dev.provisioning.notifications.core.compose;

import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Subscription;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/** The words of a mail, in the language of its readers or else in English; never in the one of this machine. */
final class Words {
    private static final String BUNDLE = "dev.provisioning.notifications.core.compose.Messages";
    private static final String LABEL = "label.";

    private final ResourceBundle bundle;
    private final Locale locale;
    private final WallClock clock;

    private Words(ResourceBundle bundle, Locale locale, WallClock clock) {
        this.bundle = bundle;
        this.locale = locale;
        this.clock = clock;
    }

    static Words of(Subscription subscription) {
        ResourceBundle bundle = bundle(subscription.language());
        Locale locale = localeOf(bundle, subscription.language());
        return new Words(bundle, locale, WallClock.of(subscription.zone(), bundle.getString("pattern.moment"), locale));
    }

    /** The language that the words are really in. */
    Locale locale() {
        return locale;
    }

    String say(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** The sentence for a number: of {@code key.one} or {@code key.other}, the number first among its values. */
    String count(String key, long number, Object... others) {
        Object[] values = new Object[others.length + 1];
        values[0] = NumberFormat.getIntegerInstance(locale).format(number);
        System.arraycopy(others, 0, values, 1, others.length);
        return say(key + (number == 1 ? ".one" : ".other"), values);
    }

    String moment(Instant moment) {
        return clock.show(moment);
    }

    String place() {
        return clock.place();
    }

    /** What is known of a kind, such as its {@code title}; for a kind of the host's own, something else. */
    String ofKind(IssueKind kind, String what, String otherwise) {
        String key = "kind." + kind.name() + "." + what;
        return bundle.containsKey(key) ? say(key) : otherwise;
    }

    /** All labels, by their keys without {@code label.}. */
    Map<String, Object> labels() {
        Map<String, Object> labels = new TreeMap<>();
        bundle.keySet().stream()
                .filter(key -> key.startsWith(LABEL))
                .forEach(key -> labels.put(key.substring(LABEL.length()), say(key)));
        return labels;
    }

    /** The JDK would rather take the default locale than the root; ResourceBundle.Control is closed to modules. */
    private static ResourceBundle bundle(Locale language) {
        ResourceBundle found = ResourceBundle.getBundle(BUNDLE, language);
        boolean asked = found.getLocale().getLanguage().equals(language.getLanguage());
        return asked ? found : ResourceBundle.getBundle(BUNDLE, Locale.ROOT);
    }

    private static Locale localeOf(ResourceBundle bundle, Locale language) {
        boolean english = bundle.getLocale().equals(Locale.ROOT);
        return english && !language.getLanguage().equals("en") ? Locale.ENGLISH : language;
    }
}
