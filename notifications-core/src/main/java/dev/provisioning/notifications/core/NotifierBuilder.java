package dev.provisioning.notifications.core;

import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.NotificationPolicy;
import dev.provisioning.notifications.SubscriptionSource;
import dev.provisioning.notifications.Transport;
import dev.provisioning.notifications.core.compose.TemplateComposer;
import dev.provisioning.notifications.core.privacy.LinkPolicy;
import dev.provisioning.notifications.core.privacy.Redactor;
import dev.provisioning.notifications.spi.Composer;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Gathers what a {@link Notifier} is made of. Not thread-safe. */
public final class NotifierBuilder {
    /** The longest {@link #subjectPrefix(String)}, in UTF-16 units. */
    public static final int MAX_PREFIX = 30;

    private @Nullable Transport transport;
    private @Nullable SubscriptionSource subscriptions;
    private NotificationPolicy policy = DailyPolicy.standard();
    private @Nullable NotificationStore store;
    private @Nullable Composer composer;
    private Redactor redactor = Redactor.standard();
    private LinkPolicy linkPolicy = LinkPolicy.standard();
    private String subjectPrefix = "";
    private WhenInDoubt whenInDoubt = WhenInDoubt.CARRY_OVER;
    private NotificationListener listener = new NotificationListener() {};
    private Clock clock = Clock.systemUTC();
    private @Nullable Scheduler scheduler;
    private @Nullable Executor executor;
    private RandomGenerator random = new Random();
    private @Nullable String nodeId;
    private Duration flushInterval = Duration.ofSeconds(2);
    private Duration deliveryTimeout = Duration.ofMinutes(20);
    private Duration closeTimeout = Duration.ofSeconds(10);
    private int maxIssuesPerApplication = 100;
    private int maxKnownIssues = 1_000_000;
    private int maxBufferedIssues = 10_000;
    private int maxDeliveries = 4;
    private int mailsPerSecond = 10;

    NotifierBuilder() {}

    /**
     * Sets what carries mails. Required.
     *
     * @param transport the transport; the host closes it after the notifier
     * @return this builder
     */
    public NotifierBuilder transport(Transport transport) {
        this.transport = transport;
        return this;
    }

    /**
     * Sets where to ask who is to be notified. Required.
     *
     * @param subscriptions the engine's configuration
     * @return this builder
     */
    public NotifierBuilder subscriptions(SubscriptionSource subscriptions) {
        this.subscriptions = subscriptions;
        return this;
    }

    /**
     * Sets what deserves a person, and when. Default: {@link DailyPolicy#standard()}.
     *
     * @param policy the policy
     * @return this builder
     */
    public NotifierBuilder policy(NotificationPolicy policy) {
        this.policy = policy;
        return this;
    }

    /**
     * Sets where ledgers are kept. Default: an {@link InMemoryNotificationStore} of its own, which forgets everything
     * with the process.
     *
     * @param store the store; the host closes it after the notifier
     * @return this builder
     */
    public NotifierBuilder store(NotificationStore store) {
        this.store = store;
        return this;
    }

    /**
     * Sets who writes the mails. Default: {@link TemplateComposer#create()}.
     *
     * @param composer the composer
     * @return this builder
     */
    public NotifierBuilder composer(Composer composer) {
        this.composer = composer;
        return this;
    }

    /**
     * Sets what is taken out of the words of issues, before they are kept, told and mailed. Default: {@link
     * Redactor#standard()}, which hides secrets and people.
     *
     * @param redactor what to hide
     * @return this builder
     */
    public NotifierBuilder redactor(Redactor redactor) {
        this.redactor = redactor;
        return this;
    }

    /**
     * Sets which links mails may carry; others are left out. Default: {@link LinkPolicy#standard()}, which allows https and
     * no secrets.
     *
     * @param linkPolicy where links may lead
     * @return this builder
     */
    public NotifierBuilder linkPolicy(LinkPolicy linkPolicy) {
        this.linkPolicy = linkPolicy;
        return this;
    }

    /**
     * Sets what every subject begins with, whoever composed it, for people and rules that go by it. Default: nothing.
     *
     * @param subjectPrefix at most {@value #MAX_PREFIX} characters on one line, such as {@code [IAM]}; a space follows it
     * @return this builder
     */
    public NotifierBuilder subjectPrefix(String subjectPrefix) {
        this.subjectPrefix = subjectPrefix;
        return this;
    }

    /**
     * Sets what to do when nobody knows whether a mail was accepted. Default: {@link WhenInDoubt#CARRY_OVER}.
     *
     * @param whenInDoubt what to do
     * @return this builder
     */
    public NotifierBuilder whenInDoubt(WhenInDoubt whenInDoubt) {
        this.whenInDoubt = whenInDoubt;
        return this;
    }

    /**
     * Sets who is told what happens. Default: nobody but the log.
     *
     * @param listener the listener
     * @return this builder
     */
    public NotifierBuilder listener(NotificationListener listener) {
        this.listener = listener;
        return this;
    }

    /**
     * Sets what tells the time of this node. A store that many nodes share may go by a clock of its own. Default:
     * {@link Clock#systemUTC()}.
     *
     * @param clock the clock
     * @return this builder
     */
    public NotifierBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /**
     * Sets what wakes the notifier. Default: one daemon thread of its own.
     *
     * @param scheduler the scheduler
     * @return this builder
     */
    public NotifierBuilder scheduler(Scheduler scheduler) {
        this.scheduler = scheduler;
        return this;
    }

    /**
     * Sets which threads send. Default: daemon threads of its own, at most as many as {@link #maxDeliveries}.
     *
     * @param executor the executor; the host closes it after the notifier
     * @return this builder
     */
    public NotifierBuilder executor(Executor executor) {
        this.executor = executor;
        return this;
    }

    /**
     * Sets what spreads attempts. Default: a {@link Random} of its own.
     *
     * @param random a thread-safe source of random numbers, which need not be secret
     * @return this builder
     */
    public NotifierBuilder random(RandomGenerator random) {
        this.random = random;
        return this;
    }

    /**
     * Names this node, for people who read the store. Default: a random name.
     *
     * @param nodeId 1 to 100 letters, digits, dots, hyphens and underscores
     * @return this builder
     */
    public NotifierBuilder nodeId(String nodeId) {
        this.nodeId = nodeId;
        return this;
    }

    /**
     * Sets how long repeats that memory has counted may stay unwritten, unless the store dies with the process anyway. Default: 2
     * seconds.
     *
     * @param flushInterval from 10 milliseconds to an hour
     * @return this builder
     */
    public NotifierBuilder flushInterval(Duration flushInterval) {
        this.flushInterval = flushInterval;
        return this;
    }

    /**
     * Sets how long a delivery may take, from the claim to the transport's answer; afterwards it is interrupted, and
     * another node may take the slot over. It should be longer than the transport's own bound. Default: 20 minutes.
     *
     * @param deliveryTimeout from a second to a day
     * @return this builder
     */
    public NotifierBuilder deliveryTimeout(Duration deliveryTimeout) {
        this.deliveryTimeout = deliveryTimeout;
        return this;
    }

    /**
     * Sets how long {@link Notifier#close()} waits for deliveries under way. Default: 10 seconds.
     *
     * @param closeTimeout from zero to an hour
     * @return this builder
     */
    public NotifierBuilder closeTimeout(Duration closeTimeout) {
        this.closeTimeout = closeTimeout;
        return this;
    }

    /**
     * Sets how many distinct issues are kept for an application; more are counted by kind. Default: 100.
     *
     * @param maxIssues from 1 to 1,000
     * @return this builder
     */
    public NotifierBuilder maxIssuesPerApplication(int maxIssues) {
        this.maxIssuesPerApplication = maxIssues;
        return this;
    }

    /**
     * Sets how many held issues memory knows by heart, so that a repeat costs nothing; repeats of others cost a change in the
     * store. Each takes about a hundred bytes, and as much as the words of its latest repeat. Default: 1,000,000.
     *
     * @param maxIssues from 0 to 100,000,000
     * @return this builder
     */
    public NotifierBuilder maxKnownIssues(int maxIssues) {
        this.maxKnownIssues = maxIssues;
        return this;
    }

    /**
     * Sets how many distinct issues are kept in memory while the store is out of reach; more are refused. As many repeats may
     * wait for being written with long words, of more than about a thousand characters; more are written at once. Default:
     * 10,000.
     *
     * @param maxIssues from 0 to 1,000,000
     * @return this builder
     */
    public NotifierBuilder maxBufferedIssues(int maxIssues) {
        this.maxBufferedIssues = maxIssues;
        return this;
    }

    /**
     * Sets how many mails are delivered at one time. Default: 4.
     *
     * @param maxDeliveries from 1 to 1,000
     * @return this builder
     */
    public NotifierBuilder maxDeliveries(int maxDeliveries) {
        this.maxDeliveries = maxDeliveries;
        return this;
    }

    /**
     * Sets how many deliveries begin in a second at most. Default: 10. Beyond some thousands it is rather the scheduler that
     * says how many: each delivery begins by a wake-up of its own, and a late one is not made up for.
     *
     * @param mailsPerSecond from 1 to 10,000
     * @return this builder
     */
    public NotifierBuilder mailsPerSecond(int mailsPerSecond) {
        this.mailsPerSecond = mailsPerSecond;
        return this;
    }

    /**
     * Makes the notifier and sets it to work.
     *
     * @return a notifier that takes reports
     * @throws InvalidConfigurationException if a part is missing or a setting out of its range; it names every one
     */
    public Notifier build() {
        check();
        OwnThreads ownThreads = scheduler == null || executor == null ? new OwnThreads() : null;
        Scheduler waker = scheduler == null ? Objects.requireNonNull(ownThreads) : scheduler;
        Listeners listeners = new Listeners(new EventLog(), listener);
        Screen screen = new Screen(redactor, linkPolicy);
        NotificationPolicy safePolicy = new SafePolicy(policy);
        NotificationStore keeper = store == null ? InMemoryNotificationStore.create() : store;
        Parts parts = new Parts(
                new Courier(Objects.requireNonNull(transport), screen),
                new Subscriptions(Objects.requireNonNull(subscriptions)),
                safePolicy,
                new SlotMachine(safePolicy, whenInDoubt, maxIssuesPerApplication),
                new WatchedStore(keeper, waker::nanoTime, listeners, screen),
                screen,
                new Editor(composer == null ? TemplateComposer.create() : composer, subjectPrefix),
                listeners,
                keeper.clock(clock),
                waker,
                executor == null ? Objects.requireNonNull(ownThreads) : executor,
                random,
                nodeId == null ? "node-" + UUID.randomUUID() : nodeId,
                new Limits(
                        flushInterval,
                        deliveryTimeout,
                        closeTimeout,
                        maxKnownIssues,
                        maxBufferedIssues,
                        maxDeliveries,
                        mailsPerSecond));
        Notifier notifier = new Notifier(parts, ownThreads);
        notifier.start();
        return notifier;
    }

    private void check() {
        Faults faults = new Faults();
        faults.required("notifier.transport", transport);
        faults.required("notifier.subscriptions", subscriptions);
        faults.required("notifier.policy", policy);
        faults.required("notifier.redactor", redactor);
        faults.required("notifier.linkPolicy", linkPolicy);
        faults.line("notifier.subjectPrefix", subjectPrefix, MAX_PREFIX);
        faults.required("notifier.whenInDoubt", whenInDoubt);
        faults.required("notifier.listener", listener);
        faults.required("notifier.clock", clock);
        faults.required("notifier.random", random);
        if (nodeId != null && !nodeId.matches("[A-Za-z0-9._-]{1,100}")) {
            faults.add("notifier.nodeId is not 1 to 100 letters, digits, dots, hyphens and underscores");
        }
        faults.duration("notifier.flushInterval", flushInterval, Duration.ofMillis(10), Duration.ofHours(1));
        faults.duration("notifier.deliveryTimeout", deliveryTimeout, Duration.ofSeconds(1), Duration.ofDays(1));
        faults.duration("notifier.closeTimeout", closeTimeout, Duration.ZERO, Duration.ofHours(1));
        faults.number("notifier.maxIssuesPerApplication", maxIssuesPerApplication, 1, 1_000);
        faults.number("notifier.maxKnownIssues", maxKnownIssues, 0, 100_000_000);
        faults.number("notifier.maxBufferedIssues", maxBufferedIssues, 0, 1_000_000);
        faults.number("notifier.maxDeliveries", maxDeliveries, 1, 1_000);
        faults.number("notifier.mailsPerSecond", mailsPerSecond, 1, 10_000);
        faults.throwIfAny();
    }
}
