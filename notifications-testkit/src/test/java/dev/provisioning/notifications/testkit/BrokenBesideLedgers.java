package dev.provisioning.notifications.testkit;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Outbox;
import dev.provisioning.notifications.spi.PostedIssue;
import dev.provisioning.notifications.spi.SentMail;
import dev.provisioning.notifications.spi.StoreException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Stores whose ledgers are right, and something beside them wrong; and the sentences of the contract that have to find it. */
@SuppressWarnings("ImmutableEnumChecker") // Nobody changes a lambda.
enum BrokenBesideLedgers implements Supplier<NotificationStore> {
    TELLS_NO_MAILS(
            () -> new PlainStore() {
                @Override
                public List<SentMail> mails(AppId app, int limit) {
                    return List.of();
                }
            },
            "tells at least the last, the newest first",
            "tells no more than it was asked for"),
    TELLS_A_MAIL_TWICE(
            () -> new PlainStore() {
                @Override
                public List<SentMail> mails(AppId app, int limit) {
                    List<SentMail> once = super.mails(app, limit);
                    return Stream.concat(once.stream(), once.stream()).toList();
                }
            },
            "tells at least the last, the newest first",
            "tells no more than it was asked for",
            "tells once what became of the mail of a slot, as it was recorded last"),
    ERASES_THE_LEDGER(
            () -> new PlainStore() {
                @Override
                public void erase(AppId app) {
                    BrokenStore.forget(this, app);
                }
            },
            "forgets those of an application that is erased, but not its ledger"),
    HAS_A_CLOCK_THAT_FAILS(
            () -> new PlainStore() {
                private boolean closed;

                @Override
                public Clock clock(Clock own) {
                    if (closed) {
                        throw new StoreException("closed", null);
                    }
                    return own;
                }

                @Override
                public void close() {
                    closed = true;
                }
            },
            "gives a clock that can be asked whatever becomes of the store"),
    TAKES_WHAT_IS_GONE(
            () -> new PlainStore() {
                @Override
                public Optional<Outbox> outbox() {
                    return Optional.of(new PlainOutbox() {
                        @Override
                        public boolean take(Ledger expected, Ledger successor, List<PostedIssue> taken) {
                            discard(taken);
                            return replace(expected, successor);
                        }
                    });
                }
            },
            "takes nothing, and changes nothing, if one of them is gone",
            "takes nothing, and changes nothing, if somebody was faster at the ledger",
            "calls what is not the direct successor a bad argument, and takes nothing"),
    KEEPS_WHAT_IT_TAKES(
            () -> new PlainStore() {
                @Override
                public Optional<Outbox> outbox() {
                    return Optional.of(new PlainOutbox() {
                        @Override
                        public boolean take(Ledger expected, Ledger successor, List<PostedIssue> taken) {
                            return replace(expected, successor);
                        }
                    });
                }
            },
            "takes issues out with the ledger that holds them",
            "gives an issue to exactly one of many who take it at once"),
    ERASES_WHAT_WAITS_OF_OTHERS(
            () -> new PlainStore() {
                @Override
                public void erase(AppId app) {
                    posted.clear();
                }
            },
            "forgets what waits of an application that is erased, and of no other"),
    ANSWERS_TO_A_LIMIT_WITH_THE_NEWEST(
            () -> new PlainStore() {
                @Override
                public Optional<Outbox> outbox() {
                    return Optional.of(new PlainOutbox() {
                        @Override
                        public List<PostedIssue> waiting(int limit) {
                            return posted.subList(Math.max(0, posted.size() - limit), posted.size());
                        }
                    });
                }
            },
            "tells what waits, to the last letter, the longest waiting first");

    private final Supplier<NotificationStore> store;
    private final List<String> failing;

    BrokenBesideLedgers(Supplier<NotificationStore> store, String... failing) {
        this.store = store;
        this.failing = List.of(failing);
    }

    /** The sentences of the contract that such a store breaks. */
    List<String> failing() {
        return failing;
    }

    @Override
    public NotificationStore get() {
        return store.get();
    }
}
