package dev.provisioning.notifications.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.HandoverRefusedException;
import dev.provisioning.notifications.Labels;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Transport} promises, as tests: for whoever writes one. Extend it, and say how to make the transport
 * and how to see what has arrived.
 *
 * <p>What a transport cannot show, such as a receiver that is out of reach, is skipped, visibly. JUnit makes an instance
 * per test; start and stop a receiver in {@code @BeforeEach} and {@code @AfterEach}.
 *
 * <pre>{@code
 * class ChatTransportTest extends TransportContract {
 *     private final FakeChat chat = new FakeChat();
 *
 *     @Override
 *     protected Transport createTransport() {
 *         return new ChatTransport(chat.address());
 *     }
 *
 *     @Override
 *     protected List<Arrival> arrivals() {
 *         return chat.posts().stream().map(post -> new Arrival(post.id(), post.readers())).toList();
 *     }
 * }
 * }</pre>
 */
public abstract class TransportContract {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** For subclasses. */
    protected TransportContract() {}

    /**
     * One mail as the receiving side has it.
     *
     * @param id what names the mail there; contains its {@link Notification#id()}
     * @param recipients the addresses it was accepted for
     */
    public record Arrival(String id, List<String> recipients) {
        /** Notes an arrival. */
        public Arrival {
            recipients = List.copyOf(recipients);
        }
    }

    /**
     * Makes a transport whose receiver works, and accepts what comes. The test closes it.
     *
     * @return a new transport
     */
    protected abstract Transport createTransport();

    /**
     * Tells what has arrived at the receiver of {@link #createTransport()} up to now.
     *
     * @return the mails, in order
     */
    protected abstract List<Arrival> arrivals();

    /**
     * Makes a transport whose receiver is out of reach.
     *
     * @return a new transport; empty, the default, if that cannot be shown
     */
    protected Optional<Transport> createTransportOutOfReach() {
        return Optional.empty();
    }

    /**
     * Makes somebody whom the transport can reach. By default a mail address.
     *
     * @param number a different person for each number
     * @return a recipient of the kind that the transport understands
     */
    protected Recipient recipient(int number) {
        return Recipient.mail("admin-" + number + "@example.com");
    }

    private Notification notification(String id, int recipients) {
        return new Notification(
                AppId.of("contoso", "hr"),
                id,
                "contract",
                1,
                Instant.parse("2026-03-02T14:00:00Z"),
                IntStream.rangeClosed(1, recipients).mapToObj(this::recipient).toList(),
                Locale.ENGLISH,
                Labels.NONE,
                "hr: 1 problem",
                "The password has expired.\n",
                "<p>The password has expired.</p>");
    }

    private static DeliveryResult deliver(Transport transport, Notification notification, PointOfNoReturn point) {
        return assertTimeoutPreemptively(PATIENCE, () -> transport.deliver(notification, point));
    }

    /** When all goes well. */
    @Nested
    @DisplayName("A transport whose receiver works")
    class Working {
        /** For JUnit. */
        Working() {}

        @Test
        @DisplayName("delivers a mail once, and answers accepted for every recipient")
        void acceptsForEveryRecipient() {
            try (Transport transport = createTransport()) {
                Notification notification = notification("one", 3);

                DeliveryResult result = deliver(transport, notification, () -> {});

                assertThat(result).isInstanceOfSatisfying(DeliveryResult.Accepted.class, accepted -> {
                    assertThat(accepted.outcomes())
                            .extracting(RecipientOutcome::recipient)
                            .containsExactlyElementsOf(notification.recipients());
                    assertThat(accepted.outcomes())
                            .extracting(RecipientOutcome::status)
                            .containsOnly(RecipientOutcome.Status.ACCEPTED);
                });
                assertThat(arrivals()).singleElement().satisfies(arrival -> {
                    assertThat(arrival.id()).contains("one");
                    assertThat(arrival.recipients()).containsExactlyInAnyOrderElementsOf(addresses(notification));
                });
            }
        }

        @Test
        @DisplayName("passes the point of no return exactly once, before anything arrives")
        void passesThePointOnce() {
            try (Transport transport = createTransport()) {
                List<List<Arrival>> seenAtThePoint = new ArrayList<>();

                DeliveryResult result =
                        deliver(transport, notification("once", 1), () -> seenAtThePoint.add(arrivals()));

                assertThat(result).isInstanceOf(DeliveryResult.Accepted.class);
                assertThat(seenAtThePoint).containsExactly(List.of());
                assertThat(arrivals()).hasSize(1);
            }
        }

        @Test
        @DisplayName("names a mail the same when it is delivered again")
        void keepsTheIdOfAMail() {
            try (Transport transport = createTransport()) {
                deliver(transport, notification("again", 1), () -> {});
                deliver(transport, notification("again", 1), () -> {});

                assertThat(arrivals())
                        .extracting(Arrival::id)
                        .hasSizeGreaterThan(0)
                        .allMatch(id -> id.contains("again"));
                assertThat(arrivals())
                        .extracting(Arrival::id)
                        .containsOnly(arrivals().get(0).id());
            }
        }

        @Test
        @DisplayName("serves several threads at once")
        void servesSeveralThreads() throws InterruptedException, ExecutionException {
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try (Transport transport = createTransport()) {
                List<Callable<DeliveryResult>> deliveries = IntStream.range(0, 12)
                        .mapToObj(i -> (Callable<DeliveryResult>)
                                () -> transport.deliver(notification("parallel-" + i, 2), () -> {}))
                        .toList();

                List<Future<DeliveryResult>> results =
                        threads.invokeAll(deliveries, PATIENCE.toSeconds(), TimeUnit.SECONDS);

                for (Future<DeliveryResult> result : results) {
                    assertThat(result.get()).isInstanceOf(DeliveryResult.Accepted.class);
                }
                assertThat(arrivals()).extracting(Arrival::id).hasSize(12).doesNotHaveDuplicates();
                assertThat(arrivals())
                        .allSatisfy(arrival -> assertThat(arrival.recipients()).hasSize(2));
            } finally {
                threads.shutdownNow();
            }
        }
    }

    /** When the mail must not leave. */
    @Nested
    @DisplayName("A transport whose point of no return refuses")
    class Refused {
        /** For JUnit. */
        Refused() {}

        @Test
        @DisplayName("sends nothing, and lets the exception pass or answers that nothing was accepted")
        void sendsNothing() {
            try (Transport transport = createTransport()) {
                HandoverRefusedException refusal = new HandoverRefusedException("somebody has taken over", null);

                notAccepted(transport, notification("refused", 1), refusal);

                assertThat(arrivals()).isEmpty();
            }
        }

        @Test
        @DisplayName("sends nothing when the point fails in an unforeseen way")
        void sendsNothingOnOtherFailures() {
            try (Transport transport = createTransport()) {
                notAccepted(transport, notification("failed", 1), new IllegalStateException("the store is broken"));

                assertThat(arrivals()).isEmpty();
            }
        }

        @Test
        @DisplayName("delivers the next mail as if nothing had been")
        void deliversTheNext() {
            try (Transport transport = createTransport()) {
                notAccepted(transport, notification("before", 1), new HandoverRefusedException("not now", null));

                DeliveryResult next = deliver(transport, notification("after", 1), () -> {});

                assertThat(next).isInstanceOf(DeliveryResult.Accepted.class);
                assertThat(arrivals())
                        .singleElement()
                        .satisfies(a -> assertThat(a.id()).contains("after"));
            }
        }

        private void notAccepted(Transport transport, Notification notification, RuntimeException refusal) {
            List<DeliveryResult> results = new ArrayList<>();
            Throwable thrown = catchThrowable(() -> results.add(deliver(transport, notification, () -> {
                throw refusal;
            })));
            assertThat(results).noneMatch(DeliveryResult.Accepted.class::isInstance);
            assertThat(thrown == null || rootOf(thrown) == refusal)
                    .as("lets the exception of the point pass, instead of %s", thrown)
                    .isTrue();
        }
    }

    /** When nobody is there. */
    @Nested
    @DisplayName("A transport whose receiver is out of reach")
    class OutOfReach {
        /** For JUnit. */
        OutOfReach() {}

        @Test
        @DisplayName("does not pass the point of no return, and does not answer accepted or in doubt")
        void doesNotPassThePoint() {
            Optional<Transport> outOfReach = createTransportOutOfReach();
            assumeTrue(outOfReach.isPresent(), "this transport cannot show a receiver that is out of reach");
            try (Transport transport = outOfReach.get()) {
                AtomicInteger passes = new AtomicInteger();
                List<DeliveryResult> results = new ArrayList<>();

                Throwable thrown = catchThrowable(
                        () -> results.add(deliver(transport, notification("nowhere", 1), passes::incrementAndGet)));

                assertThat(passes).hasValue(0);
                assertThat(thrown instanceof AssertionError).as("%s", thrown).isFalse();
                assertThat(results)
                        .noneMatch(DeliveryResult.Accepted.class::isInstance)
                        .noneMatch(DeliveryResult.InDoubt.class::isInstance);
            }
        }
    }

    /** When it is over. */
    @Nested
    @DisplayName("A transport that was closed")
    class Closed {
        /** For JUnit. */
        Closed() {}

        @Test
        @DisplayName("may be closed again")
        void mayBeClosedAgain() {
            Transport transport = createTransport();
            transport.close();

            assertThat(catchThrowable(transport::close)).isNull();
        }

        @Test
        @DisplayName("answers or throws, and does not hang")
        void doesNotHang() {
            Transport transport = createTransport();
            deliver(transport, notification("open", 1), () -> {});
            transport.close();

            Throwable thrown = catchThrowable(() -> deliver(transport, notification("closed", 1), () -> {}));

            assertThat(thrown instanceof AssertionError).as("%s", thrown).isFalse();
        }
    }

    private static List<String> addresses(Notification notification) {
        return notification.recipients().stream().map(Recipient::address).toList();
    }

    private static Throwable rootOf(Throwable thrown) {
        Throwable root = thrown;
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root;
    }
}
