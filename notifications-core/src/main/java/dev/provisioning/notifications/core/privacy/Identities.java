package dev.provisioning.notifications.core.privacy;

import dev.provisioning.notifications.core.privacy.Assignments.Assignment;
import dev.provisioning.notifications.core.privacy.Assignments.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds people: mail addresses, names of accounts, and what stands after a name such as {@code user=}. */
final class Identities implements Detector {
    private static final int LONGEST_NAME = 40;

    private static final Pattern GUID =
            Pattern.compile("[{(]?[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}[)}]?");

    /** {@code DOMAIN\name}, group 1 being the domain, 2 the backslashes and 3 the name. */
    private static final Shape DOWN_LEVEL = new Shape(
            text -> text.indexOf('\\') >= 0,
            Pattern.compile("(?<![\\w\\\\./:$%-])([A-Za-z](?:[A-Za-z0-9-]|\\.(?=[A-Za-z0-9])){0,63}+|\\.)(\\\\{1,2}+)"
                    + "(\\*{3}|[\\p{L}0-9_](?:[\\p{L}\\p{M}0-9_-]|[.$](?=[\\p{L}0-9_])){0,63}+\\$?+)(?![\\\\/:(])"));

    /** {@code userName eq "ada"}, as in filters of SCIM (RFC 7644) and OData, also within an address. */
    private static final Shape FILTER = new Shape(
            Identities::mayHoldFilter,
            Pattern.compile(
                    "\\b([A-Za-z][A-Za-z.]{0,60})(?: |%20|\\+)(?:eq|ne|co|sw|ew)(?: |%20|\\+)(?:[\"']|\\\\\"|%22|%27)"
                            + "([^\"'%\\\\\\n]{1,200})",
                    Pattern.CASE_INSENSITIVE));

    private static final List<String> OPERATORS = List.of("eq", "ne", "co", "sw", "ew");

    /** What is found by an expression. */
    static final List<Shape> SHAPES = List.of(DOWN_LEVEL, FILTER);

    private static final Pattern FILE = Pattern.compile(
            ".*\\.(?:exe|dll|log|txt|xml|json|ya?ml|conf|cfg|ini|properties|csv|zip|jar|bat|cmd|ps1|sh|sql|pem|key|crt|pfx|html?)",
            Pattern.CASE_INSENSITIVE);

    /** What directories themselves are made of. */
    private static final Set<String> CONTAINERS = Set.of("""
            users, people, persons, groups, roles, accounts, computers, builtin, configuration, schema,
            services, system, sites, partitions, directory manager, manager, managed service accounts, microsoft
            exchange, domain controllers, config, monitor, changelog""".split(",\\s+", -1));

    private static final Pattern HOST = Pattern.compile(
            "(?:\\*\\.|[A-Za-z0-9-]{1,63}\\.)(?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,63}|\\*\\.[A-Za-z0-9.-]{1,200}");

    private static final Pattern AUTHORITY =
            Pattern.compile(".*\\b(?:CA|Root|Authority|Issuing|Certificate|Certification|TLS|SSL|RSA|ECC)\\b.*");

    private final List<Pattern> allowed;

    Identities(List<Pattern> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    @Override
    public void detect(String text, Spans found) {
        MailAddresses.read(text, address -> {
            if (!isAllowed(address.in(text)) && !ServiceNames.contain(address.local(text))) {
                found.hide(address.from(), address.at());
                found.hide(address.displayFrom(), address.displayTo());
            }
        });
        for (MatchResult account : DOWN_LEVEL.in(text)) {
            if (isAccount(account) && !isAllowed(account.group()) && !isNobody(account.group(3))) {
                found.hide(account.start(3), account.end(3));
            }
        }
        for (MatchResult filter : FILTER.in(text)) {
            if (Names.ofPerson(filter.group(1)) && !isNobody(filter.group(2))) {
                found.hide(filter.start(2), filter.end(2));
            }
        }
        Assignments.read(text, Names.ENDS_OF_PEOPLE, assignment -> read(text, assignment, found));
    }

    /** Whether an operator stands where one would before what is quoted. */
    private static boolean mayHoldFilter(String text) {
        for (int i = 0; i < text.length(); i++) {
            boolean quote =
                    switch (text.charAt(i)) {
                        case '"', '\'', '\\', '%' -> true;
                        default -> false;
                    };
            if (quote && isOperatorBefore(text, text.startsWith("%20", i - 3) ? i - 3 : i - 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOperatorBefore(String text, int end) {
        for (String operator : OPERATORS) {
            if (text.regionMatches(true, end - 2, operator, 0, 2)) {
                return true;
            }
        }
        return false;
    }

    /** What is left of the whole value of a fact whose name says that it is a person. */
    String hide(String value) {
        String stripped = value.strip();
        Spans found = new Spans(value);
        if (isKnownOtherwise(stripped) || isName(stripped, 0)) {
            detect(value, found);
        } else {
            found.hide(0, value.length());
        }
        return found.hidden();
    }

    private boolean isKnownOtherwise(String value) {
        return isNobody(value)
                || MailAddresses.isOne(value)
                || DOWN_LEVEL.pattern().matcher(value).matches();
    }

    private int read(String text, Assignment assignment, Spans found) {
        if (!Names.ofPerson(assignment.name()) || isName(text, assignment.valueFrom())) {
            return -1;
        }
        Value value = PersonValue.at(text, assignment);
        if (!value.isEmpty() && !isKnownOtherwise(value.in(text)) && !isNoPerson(text, assignment, value)) {
            found.hide(value.from(), value.to());
        }
        return value.next();
    }

    private static boolean isNoPerson(String text, Assignment assignment, Value value) {
        return isProse(text, assignment, value) || isOfDirectory(text, assignment, value);
    }

    private boolean isNobody(String value) {
        return isAllowed(value)
                || ServiceNames.contain(value)
                || Harmless.isState(value)
                || GUID.matcher(value).matches();
    }

    private boolean isAllowed(String value) {
        return allowed.stream().anyMatch(pattern -> HostPatterns.matches(pattern, value));
    }

    /** A distinguished name, an address or a name of Amazon's: its parts are looked at one by one. */
    private static boolean isName(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < LONGEST_NAME && Assignments.isPartOfName(text.charAt(end))) {
            end++;
        }
        return end > from
                && (text.startsWith("=", end) || text.startsWith("://", end) || text.startsWith("arn:", from));
    }

    private static boolean isProse(String text, Assignment assignment, Value value) {
        return assignment.kind() == Kind.COLON
                && !value.quoted()
                && Harmless.isProse(value.in(text))
                && value.to() + 1 < text.length()
                && text.charAt(value.to()) == ' ';
    }

    private static boolean isOfDirectory(String text, Assignment assignment, Value value) {
        List<String> words = Words.of(assignment.name());
        if (!words.get(words.size() - 1).equals("cn")) {
            return false;
        }
        String person = value.in(text);
        String rest = text.substring(value.to(), Math.min(text.length(), value.to() + 200))
                .toLowerCase(Locale.ROOT);
        boolean directory = rest.contains("dc=") || rest.contains("ou=people") || rest.contains("ou=users");
        return CONTAINERS.contains(person.toLowerCase(Locale.ROOT))
                || rest.startsWith(",ou=groups")
                || (!directory
                        && (HOST.matcher(person).matches()
                                || AUTHORITY.matcher(person).matches()));
    }

    private static boolean isAccount(MatchResult account) {
        boolean shouting = account.group(1).equals(account.group(1).toUpperCase(Locale.ROOT));
        boolean escape =
                account.group(2).length() == 1 && "nrt".indexOf(account.group(3).charAt(0)) >= 0;
        return (shouting || !escape) && !FILE.matcher(account.group(3)).matches();
    }
}
