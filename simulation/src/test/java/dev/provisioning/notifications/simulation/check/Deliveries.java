package dev.provisioning.notifications.simulation.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a journal tells of deliveries, put together. */
final class Deliveries {
    private final List<Delivery> all = new ArrayList<>();

    /** One delivery; places are those in the journal, and negative where there is none. */
    static final class Delivery {
        final Note.DeliveryBegan began;
        final int beganAt;
        int askedAt = -1;
        int passedAt = -1;
        int acceptedAt = -1;
        int acceptances;
        long acceptedTime;
        long askedTime;

        @Nullable
        Instant clock;

        List<String> zones = List.of();
        Note.@Nullable Answer answer;

        Delivery(Note.DeliveryBegan began, int beganAt) {
            this.began = began;
            this.beganAt = beganAt;
        }

        int app() {
            return began.app();
        }

        boolean isAccepted() {
            return acceptedAt >= 0;
        }

        /** What its node's clock said at the mark, or when it tried to make it. */
        Instant mark() {
            Instant known = clock;
            if (known == null) {
                throw new IllegalStateException(this + " has not come to its point of no return");
            }
            return known;
        }

        @Override
        public String toString() {
            return began.mail() + " of node " + began.node() + ", delivery no. " + began.delivery() + ", marked at "
                    + clock + " in " + zones;
        }
    }

    Deliveries(Journal journal) {
        List<Note> notes = journal.notes();
        for (int place = 0; place < notes.size(); place++) {
            read(notes.get(place), place);
        }
    }

    Delivery get(int delivery) {
        return all.get(delivery);
    }

    List<Delivery> all() {
        return all;
    }

    private void read(Note note, int place) {
        if (note instanceof Note.DeliveryBegan began) {
            all.add(new Delivery(began, place));
        } else if (note instanceof Note.Passed passed) {
            asked(all.get(passed.delivery()), passed, place);
        } else if (note instanceof Note.Accepted accepted) {
            all.get(accepted.delivery()).acceptedAt = place;
            all.get(accepted.delivery()).acceptedTime = accepted.at();
            all.get(accepted.delivery()).acceptances++;
        } else if (note instanceof Note.Answered answered) {
            all.get(answered.delivery()).answer = answered.answer();
        }
    }

    private static void asked(Delivery delivery, Note.Passed passed, int place) {
        delivery.askedAt = passed.began();
        delivery.passedAt = passed.passed() ? place : -1;
        delivery.askedTime = passed.at();
        delivery.clock = passed.clock();
        delivery.zones = passed.zones();
    }
}
