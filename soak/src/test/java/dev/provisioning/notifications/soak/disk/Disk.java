package dev.provisioning.notifications.soak.disk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A directory whose files are lost by a loss of power, as far as neither they nor their names were forced to the disk. */
public final class Disk {
    private final String directory;
    private final Predicate<Call> obeys;
    private final Map<String, Inode> names = new HashMap<>();
    private final Map<String, Inode> certainNames = new HashMap<>();
    private final List<Consumer<Map<String, Inode>>> renamings = new ArrayList<>();
    private int asked;

    /**
     * An empty directory.
     *
     * @param directory its path
     * @param obeys which calls it takes heed of; of the others it says that all is well
     */
    public Disk(String directory, Predicate<Call> obeys) {
        this.directory = directory;
        this.obeys = obeys;
    }

    /** Does what a process has asked for. */
    public void take(Call call) {
        if (!obeys.test(call)) {
            return;
        }
        if (call.path().equals(directory)) {
            force(call);
        } else if (call instanceof Call.Made made) {
            if (!names.containsKey(made.path())) {
                Inode fresh = new Inode();
                rename(all -> all.put(made.path(), fresh));
            }
        } else if (call instanceof Call.Renamed renamed) {
            rename(all -> {
                Inode moved = all.remove(renamed.path());
                if (moved != null) {
                    all.put(renamed.to(), moved);
                }
            });
        } else if (call instanceof Call.Removed removed) {
            rename(all -> all.remove(removed.path()));
        } else if (names.containsKey(call.path())) {
            change(names.get(call.path()), call);
        }
    }

    /** What may be there after a loss of power. */
    public Map<String, byte[]> afterPowerLoss(Random random) {
        Map<String, Inode> left = new TreeMap<>(certainNames);
        renamings.subList(0, random.nextInt(renamings.size() + 1)).forEach(renaming -> renaming.accept(left));
        Map<String, byte[]> contents = new TreeMap<>();
        left.forEach((name, inode) -> contents.put(name, inode.afterPowerLoss(random)));
        return contents;
    }

    private static void change(Inode inode, Call call) {
        if (call instanceof Call.Forcing) {
            inode.forcing();
        } else if (call instanceof Call.Forced forced) {
            inode.forced(forced.done());
        } else if (!(call instanceof Call.Said)) {
            inode.change(call);
        }
    }

    private void rename(Consumer<Map<String, Inode>> renaming) {
        renaming.accept(names);
        renamings.add(renaming);
    }

    private void force(Call call) {
        if (call instanceof Call.Forcing) {
            asked = renamings.size();
        } else if (call instanceof Call.Forced forced && forced.done()) {
            List<Consumer<Map<String, Inode>>> done = renamings.subList(0, asked);
            done.forEach(renaming -> renaming.accept(certainNames));
            done.clear();
            asked = 0;
        }
    }
}
