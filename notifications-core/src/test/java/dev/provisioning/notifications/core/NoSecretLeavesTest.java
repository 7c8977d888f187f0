package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.START;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.core.privacy.LinkPolicy;
import dev.provisioning.notifications.core.privacy.Redactor;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.StoreException;
import dev.provisioning.notifications.testkit.ForwardingStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@DisplayName("P4: no secret in a mail, in what is kept, in the log, or in what a listener hears")
@ExpectsWarnings
class NoSecretLeavesTest {
    private static final String SECRET = "hunter2";
    private static final String PERSON = "ada.lovelace";
    private static final String TELLS = "password=" + SECRET + " of " + PERSON + "@example.com";

    private final World world = new World();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final LogBook log = new LogBook();

    /** Everything that the library logs, down to the stack traces. */
    private static final class LogBook extends AppenderBase<ILoggingEvent> {
        final List<String> lines = new CopyOnWriteArrayList<>();
        private final Logger library = (Logger) LoggerFactory.getLogger("dev.provisioning.notifications");
        private final PatternLayout layout = new PatternLayout();

        void open() {
            setContext(library.getLoggerContext());
            layout.setContext(library.getLoggerContext());
            layout.setPattern("%level %msg%n%ex{full}");
            layout.start();
            start();
            library.setLevel(Level.DEBUG);
            library.addAppender(this);
        }

        void close() {
            library.detachAppender(this);
            stop();
        }

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(layout.doLayout(event));
        }
    }

    @BeforeEach
    void listen() {
        log.open();
    }

    @AfterEach
    void nothingWasToldToAnybody() {
        log.close();
        assertThat(log.lines).isNotEmpty();
        assertThat(heard).isNotEmpty();
        assertThat(String.join("\n", log.lines)).doesNotContain(SECRET, PERSON);
        assertThat(String.join("\n", heard)).doesNotContain(SECRET, PERSON);
        assertThat(world.ledger().toString()).doesNotContain(SECRET, PERSON);
        assertThat(world.mail.attempted())
                .allSatisfy(mail ->
                        assertThat(mail.subject() + mail.text() + mail.html()).doesNotContain(SECRET, PERSON));
    }

    @Test
    void whatAnIssueTells() {
        Node node = node();

        node.notifier.report(telling("a"));
        node.gather();

        assertThat(world.mail.received()).hasSize(1);
        assertThat(world.mail.received().get(0).text()).contains("Sign-in refused: password=*** of ***@example.com");
        assertThat(node.notifier.explain(APP).toString()).doesNotContain(SECRET, PERSON);
    }

    @Test
    void whatARepeatTellsThatMemoryHasCounted() {
        Node node = node();
        node.notifier.report(World.issue("a"));

        node.notifier.report(telling("a", Severity.CRITICAL));
        assertThat(world.entry("a").count()).as("memory has it alone").isEqualTo(1);
        node.advance(Duration.ofSeconds(5));

        assertThat(world.entry("a").issue().detail()).contains("password=*** of ***@example.com");
        node.gather();
        assertThat(world.mail.received()).hasSize(1);
    }

    @Test
    void whatIsKeptInMemoryWhileTheStoreIsLostAndLostAtTheEnd() {
        NotificationStore lost = new ForwardingStore(world.store) {
            @Override
            public boolean replace(Ledger expected, Ledger successor) {
                throw new StoreException(TELLS, new IllegalStateException(TELLS));
            }
        };
        Node node = world.node(START, settings -> settings.listener(listener()).store(lost));

        node.notifier.report(telling("a"));
        node.notifier.close();
        node.notifier.report(telling("b"));

        assertThat(heard.toString()).contains("issueBuffered", "storeLost", "issueRefused");
    }

    @Test
    void whatATransportAnswers() {
        Node node = node();
        world.mail
                .nextAnswers(new DeliveryResult.Retry(new DeliveryFault(Stage.DATA, 454, "4.7.0", TELLS), null))
                .nextAnswers(DeliveryResult.rejected(Stage.CONTENT, TELLS));

        node.notifier.report(World.issue("a"));
        node.advance(Duration.ofDays(1));

        assertThat(heard.toString()).contains("454 4.7.0: password=*** of ***@example.com", "rejected", "accepted");
    }

    @Test
    void whatATransportThrows() {
        Node node = node();
        world.mail.nextDoes((notification, point) -> {
            throw new IllegalStateException(TELLS, new IllegalArgumentException(TELLS));
        });

        node.notifier.report(World.issue("a"));
        node.advance(Duration.ofHours(2));

        assertThat(String.join("", log.lines)).contains("The transport threw", "password=***");
    }

    @Test
    void whatAComposerThrows() {
        Node node = world.node(
                START,
                settings -> settings.listener(listener()).composer(digest -> {
                    throw new IllegalStateException(TELLS);
                }));

        node.notifier.report(World.issue("a"));
        node.gather();

        assertThat(heard.toString()).contains("compositionFailed", "IllegalStateException: password=***");
        assertThat(String.join("", log.lines)).contains("the composer failed", "password=***");
    }

    @Test
    void aKeyThatNamesSomebodyIsNotLogged() {
        Node node = node();

        node.notifier.report(Issue.builder(AppId.of("contoso", "other"), IssueKind.QUARANTINED)
                .key(PERSON + "@example.com")
                .summary("Problem")
                .build());

        assertThat(log.lines).anyMatch(line -> line.contains("contoso/other: ***@example.com is held"));
        heard.removeIf(line -> line.contains("contoso/other") || line.contains("name=other"));
        node.notifier.report(World.issue("a"));
    }

    @Test
    void whatAHostHidesInAddition() {
        Redactor redactor = Redactor.builder()
                .hide(Pattern.compile("(" + SECRET + "|" + PERSON + ")"))
                .build();
        Node node = world.node(START, settings -> settings.listener(listener()).redactor(redactor));

        node.notifier.report(Issue.builder(APP, IssueKind.QUARANTINED)
                .summary("It was " + PERSON + " who told " + SECRET)
                .build());
        node.gather();

        assertThat(world.mail.received().get(0).text()).contains("It was *** who told ***");
    }

    @Test
    void aLinkThatOpensADoorIsLeftOut() {
        Node node = node();
        world.subscription = Subscription.builder("Salesforce")
                .recipient("team@example.com")
                .report(ReportLink.of("Log", "https://iam.example.com/log?access_token=" + SECRET))
                .report(ReportLink.of("Plain", "http://iam.example.com/plain"))
                .report(ReportLink.of("Cycles", "https://iam.example.com/cycles"))
                .settings(ReportLink.of("Settings", "https://iam.example.com/settings?sig=" + SECRET))
                .build();

        node.notifier.report(telling("a"));
        node.gather();

        assertThat(world.mail.received().get(0).text().replaceAll("\\s+", " "))
                .contains("https://iam.example.com/cycles", "ask your provisioning administrator")
                .doesNotContain("/log", "/plain", "/settings", "sessionid");
        assertThat(world.mail.received().get(0).labels().settings()).isNull();
        node.notifier.report(telling("b"));
        assertThat(log.lines)
                .filteredOn(line -> line.startsWith("WARN"))
                .as("one warning for each reason, for many links")
                .hasSize(2)
                .anyMatch(line -> line.contains("contoso/salesforce: a link is left out of mails: the address has"))
                .anyMatch(line ->
                        line.contains("contoso/salesforce: a link is left out of mails: the address is not https"));
    }

    @Test
    void aLinkToAHostThatReadersDoNotKnowIsLeftOut() {
        LinkPolicy policy =
                LinkPolicy.builder().host("*.example.com").allowHttp().build();
        Node node = world.node(START, settings -> settings.listener(listener()).linkPolicy(policy));
        world.subscription = Subscription.builder("Salesforce")
                .recipient("team@example.com")
                .report(ReportLink.of("Plain", "http://iam.example.com/plain"))
                .report(ReportLink.of("Elsewhere", "https://iam.example.com.evil.net/"))
                .build();

        node.notifier.report(World.issue("a"));
        node.gather();

        assertThat(world.mail.received().get(0).text())
                .contains("http://iam.example.com/plain")
                .doesNotContain("evil");
    }

    private Node node() {
        return world.node(START, settings -> settings.listener(listener()));
    }

    private static Issue telling(String key) {
        return telling(key, Severity.URGENT);
    }

    private static Issue telling(String key, Severity severity) {
        return Issue.builder(APP, IssueKind.CREDENTIALS_INVALID)
                .key(key)
                .severity(severity)
                .summary("Sign-in refused: " + TELLS)
                .detail("Sent " + TELLS + "\nAuthorization: Basic " + SECRET)
                .remedy("Ask " + PERSON + "@example.com")
                .fact("Password", SECRET)
                .fact("User", PERSON)
                .link(ReportLink.of("Of " + PERSON + "@example.com", "https://iam.example.com/?sessionid=" + SECRET))
                .deadline(START.plus(Duration.ofDays(2)), "It will be " + TELLS)
                .build();
    }

    /** Writes down every event with all that it tells. */
    private NotificationListener listener() {
        return (NotificationListener) Proxy.newProxyInstance(
                NotificationListener.class.getClassLoader(),
                new Class<?>[] {NotificationListener.class},
                (proxy, method, told) -> {
                    heard.add(method.getName() + (told == null ? "" : Arrays.toString(told)));
                    return null;
                });
    }
}
