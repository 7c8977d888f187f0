package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.testkit.ManualTime;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names that are looked up, or not; time stands still unless it is said to pass. */
class ResolverTest {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final String HOST = "mail.example.com";

    private final ManualTime time = ManualTime.startingAt("2026-03-02T14:00:00Z");
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void release() {
        released.countDown();
    }

    @Test
    void tellsAllAddressesInTheOrderInWhichTheyAreKnown() {
        Resolver resolver = new Resolver(HOST, host -> two(), time);

        assertThat(lookUp(resolver).addresses).containsExactly(two());
        assertThat(time.waiting()).isZero();
    }

    @Test
    void looksUpANameInAThreadOfItsOwnAndAnAddressInNone() {
        List<Thread> threads = new CopyOnWriteArrayList<>();
        Resolver.NameService names = host -> {
            threads.add(Thread.currentThread());
            return two();
        };

        lookUp(new Resolver("127.0.0.1", names, time));
        lookUp(new Resolver("::1", names, time));
        lookUp(new Resolver(HOST, names, time));

        assertThat(threads.subList(0, 2)).containsOnly(Thread.currentThread());
        assertThat(threads.get(2)).isNotSameAs(Thread.currentThread()).matches(Thread::isDaemon);
        assertThat(threads.get(2).getName()).startsWith("notifications-smtp-");
    }

    @Test
    void waitsSoLongAndNoLonger() {
        Resolver resolver = hanging();
        InBackground<Outcome> waiting = InBackground.begin(() -> lookUp(resolver));
        await("an alarm", () -> time.waiting() == 1);

        time.advance(LIMIT.minusNanos(1));
        assertThat(time.wakeUps()).isZero();
        time.advance(Duration.ofNanos(1));

        assertThat(waiting.result().result())
                .hasToString("Retry[fault=LOOKUP: the look-up of mail.example.com took too long, notBefore=null]");
    }

    @Test
    void beginsNoFurtherLookUpWhileOneHangs() {
        Resolver resolver = hanging();
        List<InBackground<Outcome>> waiting = IntStream.range(0, 5)
                .mapToObj(i -> InBackground.begin(() -> lookUp(resolver)))
                .toList();
        await("alarms", () -> time.waiting() == 5);
        time.advance(LIMIT);
        waiting.forEach(one -> assertThat(one.result().result()).isInstanceOf(DeliveryResult.Retry.class));

        InBackground<Outcome> late = InBackground.begin(() -> lookUp(resolver));
        await("an alarm", () -> time.waiting() == 1);
        released.countDown();

        assertThat(late.result().addresses).containsExactly(two());
        assertThat(asked).hasValue(1);
        assertThat(lookUp(resolver).addresses).containsExactly(two());
        assertThat(asked).hasValue(2);
    }

    @Test
    void oneThatWaitsInVainTakesNothingFromTheOthers() {
        Resolver resolver = hanging();
        InBackground<Outcome> first = InBackground.begin(() -> lookUp(resolver));
        await("an alarm", () -> time.waiting() == 1);
        time.advance(LIMIT.minusSeconds(1));
        InBackground<Outcome> second = InBackground.begin(() -> lookUp(resolver));
        await("a second alarm", () -> time.waiting() == 2);

        time.advance(Duration.ofSeconds(1));
        assertThat(first.result().result()).isInstanceOf(DeliveryResult.Retry.class);
        released.countDown();

        assertThat(second.result().addresses).containsExactly(two());
    }

    @Test
    void endsWhenInterrupted() {
        Resolver resolver = hanging();
        AtomicBoolean interrupted = new AtomicBoolean();
        InBackground<Outcome> waiting = InBackground.begin(() -> {
            Outcome outcome = lookUp(resolver);
            interrupted.set(Thread.currentThread().isInterrupted());
            return outcome;
        });
        await("an alarm", () -> time.waiting() == 1);

        waiting.interrupt();

        assertThat(waiting.result().result())
                .hasToString("Retry[fault=LOOKUP: the delivery was interrupted, notBefore=null]");
        assertThat(interrupted).as("the interruption is kept").isTrue();
        assertThat(time.waiting()).isZero();
    }

    @Test
    void anUnknownNameIsAFaultOfTheConfigurationOnceItHasLastedForAnHour() {
        AtomicBoolean known = new AtomicBoolean();
        Resolver resolver = new Resolver(HOST, host -> known.get() ? two() : unknown(host), time);

        assertThat(lookUp(resolver).result())
                .hasToString("Retry[fault=LOOKUP: no address is known for mail.example.com, notBefore=null]");
        time.advance(Duration.ofHours(1).minusNanos(1));
        assertThat(lookUp(resolver).result()).isInstanceOf(DeliveryResult.Retry.class);
        time.advance(Duration.ofNanos(1));
        assertThat(lookUp(resolver).result())
                .hasToString("Misconfigured[fault=LOOKUP: no address is known for mail.example.com]");

        known.set(true);
        assertThat(lookUp(resolver).addresses).isNotEmpty();
        known.set(false);
        assertThat(lookUp(resolver).result()).isInstanceOf(DeliveryResult.Retry.class);
        time.advance(Duration.ofHours(1));
        assertThat(lookUp(resolver).result()).isInstanceOf(DeliveryResult.Misconfigured.class);
    }

    @Test
    void aLookUpThatEndsInAnErrorIsFollowedByAnother() {
        ConcurrentLinkedQueue<Error> errors = new ConcurrentLinkedQueue<>(List.of(new NoClassDefFoundError()));
        Resolver resolver = new Resolver(
                HOST,
                host -> {
                    Error error = errors.poll();
                    if (error != null) {
                        throw error;
                    }
                    return two();
                },
                time);

        InBackground<Outcome> first = InBackground.begin(() -> lookUp(resolver));

        assertThat(first.result().result()).isInstanceOf(DeliveryResult.Retry.class);
        assertThat(lookUp(resolver).addresses).containsExactly(two());
    }

    private Resolver hanging() {
        return new Resolver(
                HOST,
                host -> {
                    asked.incrementAndGet();
                    awaitRelease();
                    return two();
                },
                time);
    }

    private void awaitRelease() {
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InetAddress[] two() {
        return new InetAddress[] {address(2), address(1)};
    }

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, (byte) last});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InetAddress[] unknown(String host) throws UnknownHostException {
        throw new UnknownHostException(host);
    }

    private Outcome lookUp(Resolver resolver) {
        try {
            return new Outcome(resolver.lookUp(LIMIT, new Passage(time, Duration.ofMinutes(5))), null);
        } catch (SmtpFailure failure) {
            return new Outcome(List.of(), failure.result(List.of()));
        }
    }

    /** What came of a look-up. */
    private record Outcome(
            List<InetAddress> addresses, @Nullable DeliveryResult failure) {
        DeliveryResult result() {
            return Objects.requireNonNull(failure, "the name is known");
        }
    }
}
