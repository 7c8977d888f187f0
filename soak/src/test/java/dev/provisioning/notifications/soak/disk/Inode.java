package dev.provisioning.notifications.soak.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The content of a file: what was done to it, and what of that is on the disk for certain. */
final class Inode {
    private static final int SECTOR = 512;

    private final List<Change> changes = new ArrayList<>();
    private byte[] certain = {};
    private int asked;

    /** Whether a change is on the disk. */
    private enum State {
        /** Perhaps; a part of it perhaps. */
        PENDING,
        /** Certainly. */
        FORCED,
        /** Perhaps; the system takes it for done, because it has failed once and said so, and does not try again. */
        GIVEN_UP
    }

    private static final class Change {
        private final Call call;
        private State state = State.PENDING;

        private Change(Call call) {
            this.call = call;
        }
    }

    void change(Call call) {
        changes.add(new Change(call));
    }

    /** The system was asked to force to the disk what there is now. */
    void forcing() {
        asked = changes.size();
    }

    /** It has answered. */
    void forced(boolean done) {
        changes.subList(0, asked).stream()
                .filter(change -> change.state == State.PENDING)
                .forEach(change -> change.state = done ? State.FORCED : State.GIVEN_UP);
        while (!changes.isEmpty() && changes.get(0).state == State.FORCED) {
            certain = applied(certain, changes.remove(0).call);
            asked--;
        }
    }

    /** What may be there after a loss of power: of what is not certain all, nothing, or any sectors. */
    byte[] afterPowerLoss(Random random) {
        int most = random.nextInt(3);
        byte[] content = certain;
        for (Change change : changes) {
            boolean whole = change.state == State.FORCED;
            if (change.call instanceof Call.Written written && !whole) {
                for (Call.Written sector : sectors(written)) {
                    content = random.nextInt(2) < most ? applied(content, sector) : content;
                }
            } else if (whole || random.nextInt(2) < most) {
                content = applied(content, change.call);
            }
        }
        return content;
    }

    private static List<Call.Written> sectors(Call.Written written) {
        List<Call.Written> sectors = new ArrayList<>();
        int done = 0;
        while (done < written.bytes().remaining()) {
            long at = written.offset() + done;
            int size = Math.min(SECTOR - (int) (at % SECTOR), written.bytes().remaining() - done);
            sectors.add(new Call.Written(written.path(), at, written.bytes().slice(done, size)));
            done += size;
        }
        return sectors;
    }

    private static byte[] applied(byte[] content, Call call) {
        if (call instanceof Call.Resized resized) {
            return Arrays.copyOf(content, (int) resized.size());
        }
        if (call instanceof Call.Written written) {
            int at = (int) written.offset();
            int size = written.bytes().remaining();
            byte[] longer = Arrays.copyOf(content, Math.max(content.length, at + size));
            written.bytes().get(written.bytes().position(), longer, at, size);
            return longer;
        }
        throw new IllegalArgumentException("changes no content: " + call);
    }
}
