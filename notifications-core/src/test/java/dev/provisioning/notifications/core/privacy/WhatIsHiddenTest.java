package dev.provisioning.notifications.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a redactor hides: each line stands with what is left of it. */
class WhatIsHiddenTest {
    private static final String JWT =
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dBjftJeZ4CVPmB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String GUID = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";

    /** A text, and what is left of it. */
    record Row(String text, String left) {}

    private static Row row(String text, String left) {
        return new Row(text, left);
    }

    static List<Row> secretsByName() {
        return List.of(
                row("password=hunter2", "password=***"),
                row("the bind failed, password=hunter2, host=a", "the bind failed, password=***, host=a"),
                row("Password: hunter2", "Password: ***"),
                row("password: Client secret: hunter2", "password: *** secret: ***"),
                row("pwd=hunter2&x=1", "pwd=***&x=1"),
                row("PASSWORD = hunter2", "PASSWORD = ***"),
                row("DB_PASSWORD=hunter2 DB_HOST=a", "DB_PASSWORD=*** DB_HOST=a"),
                row("db.password=hunter2", "db.password=***"),
                row("spring.datasource.password: hunter2", "spring.datasource.password: ***"),
                row("dbpassword=hunter2", "dbpassword=***"),
                row("userPassword:: aHVudGVyMg==", "userPassword:: ***"),
                row("passwordHash=c0ffee", "passwordHash=***"),
                row("password1=hunter2", "password1=***"),
                row("user[password]=hunter2", "user[password]=***"),
                row("user%5Bpassword%5D=hunter2", "user%5Bpassword%5D=***"),
                row("passphrase: 'open sesame now'", "passphrase: '***'"),
                row("passwd=\"with \\\" quote\" x", "passwd=\"***\" x"),
                row("{\"password\": \"hunter2\", \"host\": \"a\"}", "{\"password\": \"***\", \"host\": \"a\"}"),
                row("{\"client_secret\":\"abc\"}", "{\"client_secret\":\"***\"}"),
                row("{\\\"password\\\":\\\"hunter2\\\",\\\"a\\\":1}", "{\\\"password\\\":\\\"***\\\",\\\"a\\\":1}"),
                row("&quot;password&quot;:&quot;hunter2&quot;", "&quot;password&quot;:&quot;***&quot;"),
                row("{'api_key': 'abc'}", "{'api_key': '***'}"),
                row("{password=hunter2, host=a}", "{password=***, host=a}"),
                row("{host=a, password=hunter2}", "{host=a, password=***}"),
                row("\"pin\": 1234}", "\"pin\": ***}"),
                row("<password>hunter2</password>", "<password>***</password>"),
                row(
                        "<wsse:Password Type=\"text\">hunter 2</wsse:Password>",
                        "<wsse:Password Type=\"text\">***</wsse:Password>"),
                row("<secret><![CDATA[a<b]]></secret>", "<secret><![CDATA[***]]></secret>"),
                row("<property name=\"password\" value=\"hunter2\"/>", "<property name=\"password\" value=\"***\"/>"),
                row("{\"name\": \"apiKey\", \"value\": \"abc\"}", "{\"name\": \"apiKey\", \"value\": \"***\"}"),
                row("ldapsearch --password hunter2 -x", "ldapsearch --password *** -x"),
                row("run --client-secret=abc --dry", "run --client-secret=*** --dry"),
                row("[--password, hunter2, --host]", "[--password, ***, --host]"),
                row("[\"--token\", \"abc\"]", "[\"--token\", \"***\"]"),
                row("curl -u ada:hunter2 https://a.example", "curl -u ada:*** https://a.example"),
                row("password 'hunter2' was refused", "password '***' was refused"),
                row("<password token='x7y8z9'>hunter2</password>", "<password token='***'>***</password>"),
                row("token: 'cut off\npassword 'hunter2'", "token: '***'***'"),
                row("The password is \"hunter2\".", "The password is \"***\"."),
                row("client secret: abc.", "client secret: ***."),
                row("API key = abc;", "API key = ***;"),
                row("X-Api-Key: abc", "X-Api-Key: ***"),
                row("access token => abc", "access token => ***"),
                row("GET /a?access_token=abc&page=2 HTTP/1.1", "GET /a?access_token=***&page=2 HTTP/1.1"),
                row("GET /a?page=2&sig=abc%2Fdef HTTP/1.1", "GET /a?page=2&sig=*** HTTP/1.1"),
                row("next=%2Fa%3Faccess_token%3Dabc%26page%3D2", "next=%2Fa%3Faccess_token%3D***%26page%3D2"),
                row("href=\"/a?id_token=abc&amp;page=2\"", "href=\"/a?id_token=***&amp;page=2\""),
                row("Authorization: Bearer abc", "Authorization: Bearer ***"),
                row("authorization: basic YTpi was refused", "authorization: basic *** was refused"),
                row("Authorization: SSWS 00abc", "Authorization: SSWS ***"),
                row("Authorization: abc", "Authorization: ***"),
                row(
                        "Authorization: Digest username=\"ada\", response=\"6629\"\nHost: a",
                        "Authorization: ***\nHost: a"),
                row(
                        "-H 'Authorization: Bearer abc' https://a.example",
                        "-H 'Authorization: Bearer ***' https://a.example"),
                row("Proxy-Authorization: Basic YTpi", "Proxy-Authorization: Basic ***"),
                row("Cookie: SID=abc; theme=dark\nHost: a", "Cookie: ***\nHost: a"),
                row("Set-Cookie: JSESSIONID=abc; Path=/; HttpOnly", "Set-Cookie: ***"),
                row("JSESSIONID=abc", "JSESSIONID=***"),
                row(
                        "Server=db;User Id=svc-a;Password=a b c;Encrypt=true",
                        "Server=db;User Id=svc-a;Password=***;Encrypt=true"),
                row("Server=db;Pwd=p;w=1", "Server=db;Pwd=***;w=1"),
                row(
                        "AccountName=sa;AccountKey=a/b+c==;EndpointSuffix=x",
                        "AccountName=sa;AccountKey=***;EndpointSuffix=x"),
                row(
                        "Endpoint=sb://a.example/;SharedAccessKeyName=Root;SharedAccessKey=abc=",
                        "Endpoint=sb://a.example/;SharedAccessKeyName=Root;SharedAccessKey=***"),
                row(
                        "jdbc:postgresql://db/a?user=svc-a&password=hunter2",
                        "jdbc:postgresql://db/a?user=svc-a&password=***"),
                row("password=a,b!c&d", "password=***"),
                row("password: p@ss:w0rd/x", "password: ***"),
                row("credentials: {svc-a, hunter2}", "credentials: ***"),
                row("password:\n  hunter2", "password:\n  ***"),
                row("token=" + GUID, "token=***"),
                row("Kennwort: geheim1", "Kennwort: ***"),
                row("password=kalemİı", "password=***"),
                row("PASSWORD=x\uD83D\uDE00y", "PASSWORD=***"));
    }

    static List<Row> secretsByShape() {
        return List.of(
                row("Bearer " + JWT, "Bearer ***"),
                row("refused " + JWT + ", sorry", "refused ***, sorry"),
                row("a=%20" + JWT, "a=%20***"),
                row("Bearer abcdef123456", "Bearer ***"),
                row("got Basic dXNlcjpwdw== instead", "got Basic *** instead"),
                row("ghp_" + "a1B2".repeat(9), "***"),
                row("(gho_" + "a1B2".repeat(9) + ")", "(***)"),
                row("github_pat_" + "a1B2_".repeat(9), "***"),
                row("xoxb-123456789012-abcdef", "***"),
                row("glpat-abcdefghij0123456789", "***"),
                row("key AKIAIOSFODNN7EXAMPLE.", "key ***."),
                row("ASIAIOSFODNN7EXAMPLE", "***"),
                row("AIzaSyA-1234567890abcdefghijklmnopqrstu", "***"),
                row("sk_live_1234567890abcdef", "***"),
                row("rk_live_1234567890abcdef", "***"),
                row("sk-proj-abcdefghij0123456789", "***"),
                row("npm_" + "a1B2".repeat(9), "***"),
                row("SG.abcdefghijklmnop12.abcdefghijklmnopqrstuv", "***"),
                row("abc8Q~abcdefghijklmnopqrstuvwxyz0123456", "***"),
                row(
                        "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXX",
                        "https://hooks.slack.com/services/***"),
                row("-----BEGIN PRIVATE KEY-----\nMIIE\nabc=\n-----END PRIVATE KEY-----\nafter", "***\nafter"),
                row("a -----BEGIN RSA PRIVATE KEY-----\\nMIIE\\n-----END RSA PRIVATE KEY----- b", "a *** b"),
                row("-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\ncut", "***"),
                row(
                        "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY\n-----BEGIN PRIVATE KEY-----\nMIIF\n",
                        "***"),
                row("postgres://ada:hunter2@db.example/a", "postgres://***@db.example/a"),
                row("mongodb+srv://ada:hunter2@db.example", "mongodb+srv://***@db.example"),
                row("smtps://ada%40example.com:x@mail.example", "smtps://***@mail.example"),
                row("amqp://ada:p/w#x@mq.example:5671/v", "amqp://***@mq.example:5671/v"),
                row("https://token@git.example/x.git", "https://***@git.example/x.git"),
                row("redis://:hunter2@cache:6379", "redis://***@cache:6379"),
                row("jdbc:oracle:thin:scott/tiger@db:1521/x", "jdbc:oracle:thin:***@db:1521/x"),
                row("hash 5Kd3NBUAdUnhyzenEwVLy9pBKxSwXvE9FMPyR4UKZvo done", "hash *** done"),
                row(
                        "sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==",
                        "***"));
    }

    static List<Row> people() {
        return List.of(
                row("ada@example.com", "***@example.com"),
                row("mail to <ada.lovelace+x@example.co.uk>.", "mail to <***@example.co.uk>."),
                row("o'brien@example.com", "***@example.com"),
                row("jürgen@example.com", "***@example.com"),
                row("\"ada lovelace\"@example.com", "***@example.com"),
                row("from Ada Lovelace <ada@example.com>", "from *** <***@example.com>"),
                row("\"Lovelace, Ada\" <ada@example.com>", "*** <***@example.com>"),
                row("?login_hint=ada%40example.com", "?login_hint=***%40example.com"),
                row("https://a.example/users/ada@example.com", "https://a.example/users/***@example.com"),
                row("EXAMPLE\\ada", "EXAMPLE\\***"),
                row("for EXAMPLE\\ada.lovelace.", "for EXAMPLE\\***."),
                row("example\\ada", "example\\***"),
                row("corp.example\\ada", "corp.example\\***"),
                row("{\"u\": \"EXAMPLE\\\\ada\"}", "{\"u\": \"EXAMPLE\\\\***\"}"),
                row("uid=ada,ou=people,dc=example", "uid=***,ou=people,dc=example"),
                row("User: Ada van der Berg was deleted", "User: *** was deleted"),
                row("manager: Jan de Vries", "manager: ***"),
                row("phone: +31 6 12345678, again", "phone: ***, again"),
                row("Telephone: 06-12 34 56 78", "Telephone: ***"),
                row("filter=userName eq \"ada.lovelace\" failed", "filter=userName eq \"***\" failed"),
                row("/Users?filter=userName%20eq%20%22ada%22", "/Users?filter=userName%20eq%20%22***%22"),
                row("$filter=displayName eq 'Ada Lovelace'", "$filter=displayName eq '***'"),
                row("cn=Ada Lovelace,ou=people,dc=example", "cn=***,ou=people,dc=example"),
                row("CN=Lovelace\\, Ada,CN=Users,DC=example", "CN=***,CN=Users,DC=example"),
                row("uid=ada+cn=Ada Lovelace, ou=people, o=example", "uid=***+cn=***, ou=people, o=example"),
                row("(&(objectClass=user)(sAMAccountName=ada))", "(&(objectClass=user)(sAMAccountName=***))"),
                row("user=ada", "user=***"),
                row("username: ada", "username: ***"),
                row("User: Ada Lovelace was not found", "User: *** was not found"),
                row("user \"ada\" not found", "user \"***\" not found"),
                row("Access denied for user 'ada'@'10.0.0.1'", "Access denied for user '***'@'10.0.0.1'"),
                row("userPrincipalName: ada", "userPrincipalName: ***"),
                row("login=ada; host=a", "login=***; host=a"),
                row("{\"userName\": \"ada\", \"id\": 7}", "{\"userName\": \"***\", \"id\": 7}"),
                row("<userName>ada</userName>", "<userName>***</userName>"),
                row("displayName=\"Ada Lovelace\"", "displayName=\"***\""),
                row("--user ada --host a", "--user *** --host a"),
                row("employee number: 4711", "employee number: ***"),
                row("account=ada", "account=***"),
                row("user=EXAMPLE\\ada", "user=EXAMPLE\\***"));
    }

    @ParameterizedTest
    @MethodSource("secretsByName")
    void aSecretIsHiddenWhereANameGivesItAway(Row row) {
        assertLeft(Redactor.standard(), row);
        assertLeft(Redactor.builder().allowPeople().build(), row);
    }

    @ParameterizedTest
    @MethodSource("secretsByShape")
    void aSecretIsHiddenWhereItsShapeGivesItAway(Row row) {
        assertLeft(Redactor.standard(), row);
        assertLeft(Redactor.builder().allowPeople().build(), row);
    }

    @ParameterizedTest
    @MethodSource("people")
    void aPersonIsHidden(Row row) {
        assertLeft(Redactor.standard(), row);
    }

    @ParameterizedTest
    @MethodSource("people")
    void aPersonStaysIfPeopleAreAllowed(Row row) {
        assertLeft(Redactor.builder().allowPeople().build(), row(row.text(), row.text()));
    }

    private static void assertLeft(Redactor redactor, Row row) {
        String left = redactor.redact(row.text());

        assertThat(left).isEqualTo(row.left());
        assertThat(redactor.redact(left)).isSameAs(left);
    }
}
