package dev.provisioning.notifications.core.privacy;

import dev.provisioning.notifications.core.privacy.Assignments.Assignment;
import dev.provisioning.notifications.core.privacy.Assignments.Kind;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds secrets by the names that stand before them, such as {@code password=} and {@code Authorization:}. */
final class KeyedSecrets implements Detector {
    private static final int LONGEST_REST = 200;
    private static final int LONGEST_NAME = 64;

    /** {@code <property name="password" value="…"/>} and {@code "name": "password", "value": "…"}. */
    private static final Shape NAME_AND_VALUE = new Shape(
            KeyedSecrets::mayHoldPairs,
            Pattern.compile(
                    "\\b(?:name|key|id|field|param|parameter|property|header|attribute)[\"']?\\s{0,4}[=:]\\s{0,4}[\"']"
                            + "([^\"'\\n]{1,64})[\"'][\\s,]{1,8}[\"']?(?:value|val)[\"']?\\s{0,4}[=:]\\s{0,4}(?=[\"'])",
                    Pattern.CASE_INSENSITIVE));

    /** {@code curl -u name:secret}. */
    private static final Shape USER_OPTION = new Shape(
            text -> text.contains("-u") || text.contains("-U"),
            Pattern.compile("(?<!\\S)(?:-u|--user|--proxy-user|-U)[ =]{1,4}[\"']?[^\\s:\"']{0,100}:([^\\s\"']+)"));

    /** What is found by an expression. */
    static final List<Shape> SHAPES = List.of(NAME_AND_VALUE, USER_OPTION);

    @Override
    public void detect(String text, Spans found) {
        Assignments.read(text, Names.ENDS_OF_SECRETS, assignment -> read(text, assignment, found));
        for (MatchResult pair : NAME_AND_VALUE.in(text)) {
            if (Names.ofSecret(pair.group(1))) {
                Value value = Value.at(text, pair.end());
                found.hide(value.from(), value.to());
            }
        }
        for (MatchResult option : USER_OPTION.in(text)) {
            found.hide(option.start(1), option.end(1));
        }
    }

    private static boolean mayHoldPairs(String text) {
        boolean joins = text.indexOf('=') >= 0 || text.indexOf(':') >= 0;
        return joins && (text.indexOf('"') >= 0 || text.indexOf('\'') >= 0);
    }

    private static int read(String text, Assignment assignment, Spans found) {
        if (!Names.ofSecret(assignment.name())) {
            return -1;
        }
        Value value = value(text, assignment);
        if (value.isEmpty() || isHarmless(text, assignment, value)) {
            return -1;
        }
        List<String> words = Words.of(assignment.name());
        String last = words.get(words.size() - 1);
        if (!value.quoted() && last.startsWith("cookie")) {
            value = cookies(text, value);
        } else if (!value.quoted()) {
            value = credentials(text, value, last.equals("authorization"));
        }
        found.hide(value.from(), value.to());
        return next(text, assignment, value, found);
    }

    /**
     * What stands where the value should may be the name of the next one: {@code password: --password x}. What ends a
     * quotation that nobody has ended may begin the next one: {@code token: ' password 'x'}. And a tag may have attributes.
     */
    private static int next(String text, Assignment assignment, Value value, Spans found) {
        if (assignment.kind() == Kind.ELEMENT) {
            Assignments.read(
                    text,
                    assignment.nameFrom(),
                    assignment.valueFrom(),
                    Names.ENDS_OF_SECRETS,
                    attribute -> read(text, attribute, found));
            return value.next();
        }
        if (value.quoted()) {
            return value.to();
        }
        return value.next() - value.from() > LONGEST_NAME ? value.next() : value.from();
    }

    private static Value value(String text, Assignment assignment) {
        if (assignment.kind() == Kind.ELEMENT) {
            return Value.ofElement(text, assignment.valueFrom());
        }
        Value value = Value.at(text, assignment.valueFrom());
        return !value.quoted() && isInList(text, assignment.nameFrom()) ? withSpaces(text, value) : value;
    }

    private static boolean isHarmless(String text, Assignment assignment, Value value) {
        if (Harmless.isState(value.in(text))) {
            return true;
        }
        boolean goesOn = value.to() + 1 < text.length() && text.charAt(value.to()) == ' ';
        return assignment.kind() == Kind.COLON && goesOn && !value.quoted() && Harmless.isProse(value.in(text));
    }

    /** {@code Bearer abc}: the scheme stays. Of a scheme that nobody knows, the whole line is hidden. */
    private static Value credentials(String text, Value scheme, boolean header) {
        int from = scheme.to();
        while (from < text.length() && text.charAt(from) == ' ') {
            from++;
        }
        if (from == scheme.to() || from == text.length()) {
            return scheme;
        }
        if (SecretShapes.isScheme(scheme.in(text))) {
            return Value.at(text, from);
        }
        return header && hasParameters(text, from) ? scheme.upTo(Value.endOfLine(text, from)) : scheme;
    }

    private static boolean hasParameters(String text, int from) {
        for (int i = from; i < Math.min(text.length(), from + LONGEST_REST) && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == '=') {
                return true;
            }
        }
        return false;
    }

    /** {@code a=b; c=d}: each of them. */
    private static Value cookies(String text, Value first) {
        Value all = first;
        while (all.next() + 1 < text.length() && text.charAt(all.next()) == ';' && text.charAt(all.next() + 1) == ' ') {
            Value more = Value.at(text, all.next() + 2);
            all = new Value(first.from(), more.to(), more.next(), false);
        }
        return all;
    }

    /** Whether the name is one of several with semicolons between, as in connection strings. */
    private static boolean isInList(String text, int nameFrom) {
        int before = nameFrom - 1;
        while (before >= 0 && nameFrom - before < 4 && text.charAt(before) == ' ') {
            before--;
        }
        return before >= 0 && text.charAt(before) == ';';
    }

    /** There, a value may have spaces: up to the next semicolon, if there is one. */
    private static Value withSpaces(String text, Value value) {
        for (int i = value.next(); i < Math.min(text.length(), value.next() + LONGEST_REST); i++) {
            char c = text.charAt(i);
            if (c == ';') {
                return new Value(value.from(), i, i, false);
            }
            if (c == '=' || c == '\n' || c == '"') {
                return value;
            }
        }
        return value;
    }
}
