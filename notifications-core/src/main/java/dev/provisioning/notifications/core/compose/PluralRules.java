package dev.provisioning.notifications.core.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which of its forms a language takes for a whole number, by rules as Unicode writes them (UTS 35, part 3, language plural
 * rules): {@code one: v = 0 and i % 10 = 1 and i % 100 != 11; few: n % 10 = 2..4 and n % 100 != 12..14}.
 *
 * @param rules the forms and when to take them; the first that applies is taken
 */
record PluralRules(List<Rule> rules) {
    /** The form for all numbers that no rule speaks of. */
    static final String OTHER = "other";

    private static final Set<String> FORMS = Set.of("zero", "one", "two", "few", "many");
    /** The number, and its whole part; all other operands speak of digits behind the point, of which there are none. */
    private static final String WHOLE = "ni";

    private static final Pattern RELATION = Pattern.compile(
            "([nivwftec])(?: % ([1-9]\\d{0,8}))? (!?=) (\\d{1,9}(?:\\.\\.\\d{1,9})?(?:,\\d{1,9}(?:\\.\\.\\d{1,9})?)*)");

    /** One form, and the numbers that take it. */
    record Rule(String form, LongPredicate applies) {}

    /**
     * Reads rules.
     *
     * @throws IllegalArgumentException if they are not such
     */
    static PluralRules parse(String text) {
        List<Rule> rules = new ArrayList<>();
        for (String sampled : parts(text, ";")) {
            String rule = sampled.replaceFirst("@.*", "").strip();
            if (rule.equals(OTHER + ":")) {
                continue;
            }
            int colon = rule.indexOf(':');
            String form = colon < 0 ? "" : rule.substring(0, colon).strip();
            if (!FORMS.contains(form)) {
                throw new IllegalArgumentException("not a plural rule: " + rule);
            }
            rules.add(new Rule(form, condition(rule.substring(colon + 1).strip())));
        }
        return new PluralRules(List.copyOf(rules));
    }

    /** The form for a number. */
    String formOf(long number) {
        return rules.stream()
                .filter(rule -> rule.applies().test(number))
                .map(Rule::form)
                .findFirst()
                .orElse(OTHER);
    }

    /** Every form that some number takes. */
    Stream<String> forms() {
        return Stream.concat(rules.stream().map(Rule::form), Stream.of(OTHER));
    }

    private static LongPredicate condition(String text) {
        return parts(text, " or ").stream()
                .map(any -> parts(any, " and ").stream()
                        .map(PluralRules::relation)
                        .reduce(LongPredicate::and)
                        .orElseThrow())
                .reduce(LongPredicate::or)
                .orElseThrow(() -> new IllegalArgumentException("a plural rule has no condition"));
    }

    private static LongPredicate relation(String text) {
        Matcher relation = RELATION.matcher(text);
        if (!relation.matches()) {
            throw new IllegalArgumentException("not a condition of a plural rule: " + text);
        }
        long modulus = relation.group(2) == null ? Long.MAX_VALUE : Long.parseLong(relation.group(2));
        LongPredicate among = parts(relation.group(4), ",").stream()
                .map(PluralRules::range)
                .reduce(LongPredicate::or)
                .orElseThrow();
        LongPredicate is = relation.group(3).equals("=") ? among : among.negate();
        boolean itself = WHOLE.contains(relation.group(1));
        return number -> is.test(itself ? number % modulus : 0);
    }

    private static LongPredicate range(String text) {
        List<String> ends = parts(text, "..");
        long first = Long.parseLong(ends.get(0));
        long last = Long.parseLong(ends.get(ends.size() - 1));
        return number -> number >= first && number <= last;
    }

    private static List<String> parts(String text, String separator) {
        return Stream.of(text.split(Pattern.quote(separator), -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
