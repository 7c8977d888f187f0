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
                for (long at = written.offset();
                        at < written.offset() + written.bytes().length;
                        at = at / SECTOR * SECTOR + SECTOR) {
                    content = random.nextInt(2) < most ? applied(content, sector(written, at)) : content;
                }
            } else if (whole || random.nextInt(2) < most) {
                content = applied(content, change.call);
            }
        }
        return content;
    }

    private static Call.Written sector(Call.Written written, long at) {
        int from = (int) (at - written.offset());
        int to = (int) Math.min(written.bytes().length, at / SECTOR * SECTOR + SECTOR - written.offset());
        return new Call.Written(written.path(), at, Arrays.copyOfRange(written.bytes(), from, to));
    }

    private static byte[] applied(byte[] content, Call call) {
        if (call instanceof Call.Resized resized) {
            return Arrays.copyOf(content, (int) resized.size());
        }
        if (call instanceof Call.Written written) {
            int end = (int) written.offset() + written.bytes().length;
            byte[] longer = Arrays.copyOf(content, Math.max(content.length, end));
            System.arraycopy(written.bytes(), 0, longer, (int) written.offset(), written.bytes().length);
            return longer;
        }
        throw new IllegalArgumentException("changes no content: " + call);
    }
}
