package dev.provisioning.notifications.core;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.testkit.FaultyStore;
import dev.provisioning.notifications.testkit.RecordingTransport;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Something that can happen to a {@link Theatre}. */
sealed interface Happening {
    void happen(Theatre theatre);

    record Report(int node, String key) implements Happening {
        @Override
        public void happen(Theatre theatre) {
            theatre.report(node, key);
        }
    }

    record Resolve(int node, String key) implements Happening {
        @Override
        public void happen(Theatre theatre) {
            theatre.resolve(node, key);
        }
    }

    /** A whole cycle that reports some issues. */
    record Cycle(int node, Set<String> keys) implements Happening {
        @Override
        public void happen(Theatre theatre) {
            theatre.cycle(node, keys);
        }
    }

    record Advance(Duration duration) implements Happening {
        static final List<Happening> CHOICES = List.of(
                new Advance(Duration.ofSeconds(1)),
                new Advance(Duration.ofSeconds(3)),
                new Advance(Duration.ofMinutes(2)),
                new Advance(Duration.ofMinutes(25)),
                new Advance(Duration.ofHours(5)),
                new Advance(Duration.ofHours(20)));

        @Override
        public void happen(Theatre theatre) {
            theatre.advance(duration);
        }
    }

    /** How the next mail fares that nothing else was said of. */
    record NextMail(String how, Consumer<RecordingTransport> told) implements Happening {
        static final List<Happening> CHOICES = List.of(
                answers(DeliveryResult.retry(Stage.CONNECT, "refused")),
                answers(DeliveryResult.retry(Stage.RECIPIENT, "450 later")),
                answers(DeliveryResult.retry(Stage.HANDOVER, "451 later")),
                answers(DeliveryResult.rejected(Stage.HANDOVER, "554 no")),
                new NextMail("accepted unheard", mail -> mail.nextLosesReply(true)),
                new NextMail("lost unheard", mail -> mail.nextLosesReply(false)),
                new NextMail("throws", mail -> mail.nextThrows(new IllegalStateException("broken"))));

        private static NextMail answers(DeliveryResult result) {
            return new NextMail(result.toString(), mail -> mail.nextAnswers(result));
        }

        @Override
        public void happen(Theatre theatre) {
            told.accept(theatre.mail);
        }
    }

    record NextChangeFails(FaultyStore.Outcome outcome) implements Happening {
        @Override
        public void happen(Theatre theatre) {
            theatre.store.failNext(ledger -> true, outcome);
        }
    }

    /** The process of a node is killed, and another started in its place. */
    record Restart(int node) implements Happening {
        @Override
        public void happen(Theatre theatre) {
            theatre.restart(node);
        }
    }

    record Switch(boolean on) implements Happening {
        @Override
        public void happen(Theatre theatre) {
            theatre.switchTo(on);
        }
    }

    record Deactivate(int node) implements Happening {
        @Override
        public void happen(Theatre theatre) {
            theatre.deactivate(node);
        }
    }

    /** Other things, while the next mail is on its way: before its point of no return or behind it. */
    record WhileMailIsOnItsWay(boolean beforePoint, List<Happening> others) implements Happening {
        @Override
        public void happen(Theatre theatre) {
            theatre.mail.nextDoes((notification, point) -> {
                if (beforePoint) {
                    others.forEach(other -> other.happen(theatre));
                    return theatre.mail.accept(notification, point);
                }
                DeliveryResult accepted = theatre.mail.accept(notification, point);
                others.forEach(other -> other.happen(theatre));
                return accepted;
            });
        }
    }
}
