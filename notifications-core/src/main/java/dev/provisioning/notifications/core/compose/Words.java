package dev.provisioning.notifications.core.compose;

import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.spi.Digest;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a mail says, in the language and the time of its readers, and never in those of this machine. Not thread-safe. */
final class Words {
    private static final String DIGITS = "latn";

    private final Language language;
    private final WallClock clock;
    private final Instant now;
    private final boolean isolating;
    private final NumberFormat numbers;

    private Words(Language language, WallClock clock, Instant now, boolean isolating, NumberFormat numbers) {
        this.language = language;
        this.clock = clock;
        this.now = now;
        this.isolating = isolating;
        this.numbers = numbers;
    }

    static Words of(Digest digest, Languages languages) {
        return of(digest.subscription(), digest.now(), languages);
    }

    static Words of(Subscription subscription, Instant now, Languages languages) {
        Language language = languages.find(subscription.language());
        WallClock clock =
                WallClock.of(subscription.zone(), language.get("pattern.moment").pattern(), language.locale());
        Locale latin = new Locale.Builder()
                .setLocale(language.locale())
                .setUnicodeLocaleKeyword("nu", DIGITS)
                .build();
        return new Words(language, clock, now, true, NumberFormat.getIntegerInstance(latin));
    }

    /** The same, without marks of direction, which no subject carries. */
    Words unmarked() {
        return new Words(language, clock, now, false, numbers);
    }

    /** The language that the words are really in. */
    Language language() {
        return language;
    }

    /**
     * Says a sentence.
     *
     * @param values name and value in turn
     */
    String say(String key, String... values) {
        return language.get(key).with(named(values));
    }

    /** Says the sentence for a number, which it calls {@code count}. */
    String count(String key, long number, String... others) {
        Map<String, String> values = named(others);
        values.put("count", number(number));
        return language.get(key, number).with(values);
    }

    /** A number, in digits that are the same in links and reports. */
    String number(long number) {
        return numbers.format(number);
    }

    /** When something was or will be, and no more. */
    String bareMoment(Instant moment) {
        return clock.show(moment);
    }

    /** When something was or will be, and how long that is from now. */
    String moment(Instant moment) {
        return withDistance(clock.show(moment), moment);
    }

    /** The same, with the name of the zone: for times that are told to others. */
    String zonedMoment(Instant moment) {
        String zoned = say("moment.zoned", "moment", clock.show(moment), "zone", clock.place());
        return withDistance(zoned, moment);
    }

    /** The zone of all times: its name for programs, and what people call it. */
    String zone() {
        String name = clock.placeName();
        return name.isEmpty() ? clock.place() : say("zone", "zone", clock.place(), "name", name);
    }

    /** Some things in a row. */
    String list(List<String> things) {
        return things.stream()
                .reduce((first, second) -> say("list", "first", first, "second", second))
                .orElse("");
    }

    /** What is known of a kind, such as its {@code title}; for a kind of the host's own, something else. */
    String ofKind(IssueKind kind, String what, String otherwise) {
        Sentence known = language.find("kind." + kind.name() + "." + what);
        return known == null ? otherwise : known.pattern();
    }

    private String withDistance(String shown, Instant moment) {
        String relative = RelativeTime.between(now, moment, this);
        return relative.isEmpty() ? shown : say("moment.relative", "moment", shown, "relative", relative);
    }

    private Map<String, String> named(String... values) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            named.put(values[i], isolating ? Direction.isolate(values[i + 1], language.rightToLeft()) : values[i + 1]);
        }
        return named;
    }
}
