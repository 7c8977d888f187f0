package dev.provisioning.notifications.core.transport;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.HandoverRefusedException;
import dev.provisioning.notifications.Labels;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.Transport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** Mails, points and transports that remember what happened to them. */
final class Fakes {
    private Fakes() {}

    static Notification mail(int attempt, Recipient... recipients) {
        return new Notification(
                AppId.of("tenant", "app"),
                "id",
                "thread",
                attempt,
                Instant.EPOCH,
                List.of(recipients),
                Locale.ENGLISH,
                Labels.NONE,
                "Subject",
                "Text",
                null);
    }

    /** A point that counts how often it was passed, and may refuse. */
    static final class Point implements PointOfNoReturn {
        private final boolean refusing;
        int passes;

        private Point(boolean refusing) {
            this.refusing = refusing;
        }

        static Point open() {
            return new Point(false);
        }

        static Point refusing() {
            return new Point(true);
        }

        @Override
        public void pass() {
            passes++;
            if (refusing) {
                throw new HandoverRefusedException("taken over", null);
            }
        }
    }

    /** A transport that answers as told, before or behind the point, and remembers what it got. */
    static final class Fake implements Transport {
        private final boolean passing;
        private final Function<Notification, DeliveryResult> answer;
        final List<Recipient> got = new ArrayList<>();
        int deliveries;
        int closings;

        private Fake(boolean passing, Function<Notification, DeliveryResult> answer) {
            this.passing = passing;
            this.answer = answer;
        }

        static Fake accepting() {
            return new Fake(true, DeliveryResult::accepted);
        }

        static Fake before(DeliveryResult result) {
            return new Fake(false, notification -> result);
        }

        static Fake behind(DeliveryResult result) {
            return new Fake(true, notification -> result);
        }

        static Fake throwingBefore(Supplier<RuntimeException> exception) {
            return throwing(false, exception);
        }

        static Fake throwingBehind(Supplier<RuntimeException> exception) {
            return throwing(true, exception);
        }

        private static Fake throwing(boolean passing, Supplier<RuntimeException> exception) {
            return new Fake(passing, notification -> {
                throw exception.get();
            });
        }

        @Override
        public DeliveryResult deliver(Notification notification, PointOfNoReturn point) {
            deliveries++;
            if (passing) {
                point.pass();
            }
            got.addAll(notification.recipients());
            return answer.apply(notification);
        }

        @Override
        public void close() {
            closings++;
        }
    }

    static List<Integer> deliveries(Fake... fakes) {
        return Arrays.stream(fakes).map(fake -> fake.deliveries).toList();
    }
}
