package dev.provisioning.notifications.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.core.privacy.Assignments.Assignment;
import dev.provisioning.notifications.core.privacy.Assignments.Glance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** A quick look at a text never passes over what the search would find. */
class QuickLookPropertiesTest {
    private static final Glance NONE_PASSED_OVER = (text, from, to) -> true;

    /** Of each shape something, and what could be taken for it. */
    private static final List<String> SHAPES = List.of(
            "Bearer a1b2c3d4e5",
            "BASIC\tdXNlcjpwYXNz",
            "ssws%20",
            "NTLM+",
            "negotiate ",
            "aB1cD2eF3gH4=",
            "hooks.slack.com/services/",
            "T00000000/B00000000/aB3dE6gH9",
            "jdbc:oracle:thin:scott/tiger@db",
            "EXAMPLE\\ada",
            ".\\svc",
            "userName eq \"ada\"",
            "mail%20co%20%22ada",
            "name sw 'a",
            "Ne+\\\"",
            " EW ",
            "name=\"password\" value=\"x\"",
            "'key': 'secret', 'val': 'x'",
            "-u ada:x",
            "-U=a:b",
            "sk-1234567890abcdef",
            "xoxb-1234567890",
            "glpat-abcdefghijklmnop",
            "ghp_abcdefghijklmnopqrst",
            "sk_live_0123456789",
            "ya29.0123456789abcdef",
            "eyJabcde.abcde",
            "%3DAKIAIOSFODNN7EXAMPLE",
            "abc1Q~" + "a".repeat(30),
            "é",
            "~");

    private static final List<String> NAMES = List.of(
            "password",
            "Pass",
            "PWD",
            "pw",
            "apiKey",
            "api",
            "key",
            "TOKEN",
            "session_id",
            "sid",
            "contraseña",
            "otp",
            "hash",
            "b64",
            "B64",
            "Md5",
            "sha256",
            "is",
            "was",
            "p",
            "w",
            "user",
            "userName",
            "cn",
            "SN",
            "upn",
            "owner",
            "createdBy",
            "mail",
            "contact",
            "author",
            "Name",
            "phone",
            "the",
            "host",
            "answer",
            "0",
            "12",
            "٣",
            "_",
            "-",
            ".",
            " ",
            "$",
            "é",
            "\u212A",
            "İ",
            "x");

    private static final List<String> JOINTS = List.of(
            "=", ":", ": ", " = ", "%3D", " \"", "\": \"", " '", " --", " -", "<", ">", "]=", "&quot;:", "%5D=", ",");

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void noNameIsPassedOver(@ForAll("names") String name) {
        List<String> words = Words.of(name);

        assertThat(Names.ofSecret(name)).isEqualTo(Names.areOfSecret(words));
        assertThat(Names.ofPerson(name)).isEqualTo(Names.areOfPerson(words));
        assertThat(Names.ofPersonAsFact(name)).isEqualTo(Names.areOfPersonAsFact(words));
    }

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void noAssignmentIsPassedOver(@ForAll("assignments") String text) {
        Predicate<String> secret = name -> Names.areOfSecret(Words.of(name));
        Predicate<String> person = name -> Names.areOfPerson(Words.of(name));

        assertThat(assignments(text, Names.ENDS_OF_SECRETS, secret))
                .isEqualTo(assignments(text, NONE_PASSED_OVER, secret));
        assertThat(assignments(text, Names.ENDS_OF_PEOPLE, person))
                .isEqualTo(assignments(text, NONE_PASSED_OVER, person));
    }

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void noShapeIsPassedOver(@ForAll("texts") String text) {
        Stream.of(SecretShapes.ALL, KeyedSecrets.SHAPES, Identities.SHAPES)
                .flatMap(List::stream)
                .filter(shape -> shape.pattern().matcher(text).find())
                .forEach(shape -> assertThat(shape.mayBeIn().test(text))
                        .as(shape.pattern().pattern())
                        .isTrue());
    }

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void noTokenIsPassedOver(@ForAll("texts") String text) {
        Spans quick = new Spans(text);
        Spans thorough = new Spans(text);
        Matcher token = Tokens.TOKEN.matcher(text);

        Tokens.detect(text, quick);
        token.results().forEach(found -> thorough.hide(found.start(), found.end()));

        assertThat(quick.hidden()).isEqualTo(thorough.hidden());
    }

    @Property
    void noRunIsPassedOver(
            @ForAll @StringLength(max = 100) @CharRange(from = 'a', to = 'd') String text,
            @ForAll @IntRange(min = 1, max = 12) int shortest) {
        List<Integer> starts = new ArrayList<>();
        for (int at = Runs.next(text, 0, shortest, c -> c != 'a');
                at >= 0;
                at = Runs.next(text, Runs.end(text, at, c -> c != 'a'), shortest, c -> c != 'a')) {
            starts.add(at);
        }

        assertThat(starts)
                .isEqualTo(Pattern.compile("[b-d]{%d,}".formatted(shortest))
                        .matcher(text)
                        .results()
                        .map(run -> run.start())
                        .toList());
    }

    @Provide
    Arbitrary<String> texts() {
        return joined(List.of(RedactorPropertiesTest.PIECES, SHAPES, NAMES));
    }

    @Provide
    Arbitrary<String> assignments() {
        return joined(List.of(NAMES, JOINTS, JOINTS));
    }

    @Provide
    Arbitrary<String> names() {
        return joined(List.of(NAMES));
    }

    private static Arbitrary<String> joined(List<List<String>> pieces) {
        List<String> all = pieces.stream().flatMap(List::stream).toList();
        return Arbitraries.of(all).list().ofMinSize(1).ofMaxSize(8).map(some -> String.join("", some));
    }

    private static List<Assignment> assignments(String text, Glance names, Predicate<String> wanted) {
        List<Assignment> found = new ArrayList<>();
        Assignments.read(text, names, assignment -> {
            if (wanted.test(assignment.name())) {
                found.add(assignment);
            }
            return -1;
        });
        return found;
    }
}
