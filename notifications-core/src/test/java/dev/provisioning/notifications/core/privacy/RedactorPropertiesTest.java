package dev.provisioning.notifications.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.ReportLink;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text, and for every secret in it. */
class RedactorPropertiesTest {
    private static final Redactor REDACTOR = Redactor.standard();
    private static final Redactor WITH_PEOPLE = Redactor.builder().allowPeople().build();

    /** What texts with secrets are made of, in no order that makes sense. */
    static final List<String> PIECES = List.of(
            " ",
            "  ",
            "\n",
            "\t",
            "=",
            ":",
            ": ",
            "@",
            "\\",
            "\"",
            "'",
            "\\\"",
            "“",
            "”",
            ",",
            ", ",
            ";",
            "; ",
            "&",
            "|",
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            "<",
            ">",
            "</",
            "/>",
            "://",
            "/",
            "?",
            "#",
            "-",
            "--",
            "***",
            "*",
            "%3D",
            "%26",
            "%40",
            "%22",
            "&quot;",
            "&amp;",
            "password",
            "Password",
            "client secret",
            "api_key",
            "token",
            "Authorization",
            "Bearer",
            "Basic",
            "Cookie",
            "user",
            "User Id",
            "uid",
            "cn",
            "CN",
            "ou=people",
            "dc=example",
            "EXAMPLE",
            "example.com",
            "Ada",
            "Lovelace",
            "ada",
            "hunter2",
            "the",
            "is",
            "none",
            "expired",
            "value",
            "name",
            "-----BEGIN PRIVATE KEY-----",
            "-----END PRIVATE KEY-----",
            "eyJhbGciOiJI.eyJzdWIi.c2ln",
            "AKIAIOSFODNN7EXAMPLE",
            "aB3".repeat(14),
            "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
            "https",
            "jdbc:oracle:thin:",
            "-u",
            "svc-a",
            "İ",
            "ı",
            "\uD83D\uDE00");

    static final List<String> FORMS = List.of(
            "password=%s",
            "Password: %s",
            "DB_PASSWORD=%s",
            "db.password = %s",
            "{\"password\": \"%s\", \"a\": 1}",
            "{\\\"clientSecret\\\":\\\"%s\\\"}",
            "{'api_key': '%s'}",
            "{token=%s, host=a}",
            "<password>%s</password>",
            "<property name=\"secret\" value=\"%s\"/>",
            "--password %s",
            "--client-secret=%s",
            "[--token, %s]",
            "curl -u svc-a:%s https://a.example",
            "/?access_token=%s&page=2",
            "/#id_token=%s",
            "next=%%3Faccess_token%%3D%s%%26a",
            "Authorization: Bearer %s",
            "authorization: Basic %s",
            "X-Api-Key: %s",
            "Cookie: SID=%s; theme=dark",
            "Set-Cookie: SID=%s; Path=/",
            "Server=db;User Id=svc-a;Password=%s;Encrypt=true",
            "AccountKey=%s;EndpointSuffix=x",
            "jdbc:postgresql://db/a?user=svc-a&password=%s",
            "postgres://svc-a:%s@db.example/a",
            "redis://:%s@cache:6379",
            "jdbc:oracle:thin:scott/%s@db:1521",
            "password '%s'",
            "The password is \"%s\".",
            "Kennwort: %s",
            "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----",
            "Bearer eyJhbGci.%s.abc",
            "passphrase:\n%s");

    private static final List<String> PROSE = List.of(
            "",
            " ",
            "The sync of 300 accounts failed. ",
            "see https://iam.example.com/apps/7 ",
            "\n",
            "(",
            "at 10:15:30, ",
            "\"quoted\" ",
            "error code 49; ",
            "\uD83D\uDE00 ",
            "x = 1, ",
            "user: ",
            "it's ",
            "{",
            "<p>",
            "password: ");

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatIsRedactedStaysAsItIs(@ForAll("hostile") String text) {
        String once = REDACTOR.redact(text);

        assertThat(REDACTOR.redact(once)).isSameAs(once);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anyTextIsRedactedWithoutHarm(@ForAll String text) {
        String once = REDACTOR.redact(text);

        assertThat(REDACTOR.redact(once)).isSameAs(once);
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void aSecretNeverSurvives(
            @ForAll("prose") String before,
            @ForAll("forms") String form,
            @ForAll("secrets") String secret,
            @ForAll("prose") String after) {
        String text = before + String.format(Locale.ROOT, form, secret) + " " + after;

        assertThat(REDACTOR.redact(text)).doesNotContain(secret);
        assertThat(WITH_PEOPLE.redact(text)).doesNotContain(secret);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aRedactedIssueIsValidAndStaysAsItIs(@ForAll("hostile") String text) {
        String line = Issue.oneLine(text);
        String words = text.repeat(40).substring(0, Math.min(text.length() * 40, Issue.MAX_DETAIL));
        Issue issue = Issue.builder(AppId.of("tenant", "app"), IssueKind.of("own"))
                .summary(line)
                .detail(Issue.lines(words))
                .remedy(cut(Issue.lines(words), Issue.MAX_REMEDY))
                .fact(cut(line, Issue.MAX_FACT_NAME), cut(Issue.lines(words), Issue.MAX_FACT_VALUE))
                .fact("User", cut(Issue.lines(words), Issue.MAX_FACT_VALUE))
                .link(new ReportLink(
                        cut(line, ReportLink.MAX_LABEL),
                        URI.create("https://example.com/"),
                        cut(line, ReportLink.MAX_LABEL)))
                .deadline(Instant.EPOCH, line)
                .build();

        Issue redacted = REDACTOR.redact(issue);

        assertThat(REDACTOR.redact(redacted)).isSameAs(redacted);
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(12).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> prose() {
        return Arbitraries.of(PROSE);
    }

    @Provide
    Arbitrary<String> forms() {
        return Arbitraries.of(FORMS);
    }

    /** No word, and nothing that ends a value in one of the forms. */
    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars("!$*+-._~")
                .ofMinLength(6)
                .ofMaxLength(40)
                .map(secret -> "x7" + secret + "Q");
    }

    private static String cut(String text, int max) {
        String cut = text.substring(0, Math.min(text.length(), max));
        String whole = !cut.isEmpty() && Character.isHighSurrogate(cut.charAt(cut.length() - 1))
                ? cut.substring(0, cut.length() - 1)
                : cut;
        return whole;
    }
}
