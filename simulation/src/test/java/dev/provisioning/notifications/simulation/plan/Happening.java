package dev.provisioning.notifications.simulation.plan;

/** Something that is done, by an engine, an administrator, or fate. */
public sealed interface Happening {
    /** The application whose turn it is where this happens in the middle of something. */
    int SAME_APP = -1;

    /** Lets it happen. */
    void on(Stage stage);

    /** {@return which node has to be able to act for it; {@link Stage#ALL} if none} */
    default int actor() {
        return Stage.ALL;
    }

    /** How bad an issue is; only the last two deserve a person. */
    enum Grade {
        WARNING,
        CRITICAL,
        URGENT
    }

    /** An issue is reported some times, within a cycle unless that is negative. */
    record Report(int node, int app, int key, Grade grade, int times, int cycle) implements Happening {
        @Override
        public void on(Stage stage) {
            stage.report(this);
        }

        @Override
        public int actor() {
            return node;
        }
    }

    /** Many distinct issues are reported. */
    record Flood(int node, int app, int firstKey, int keys) implements Happening {
        @Override
        public void on(Stage stage) {
            stage.flood(this);
        }

        @Override
        public int actor() {
            return node;
        }
    }

    /** An issue is over. */
    record Resolve(int node, int app, int key) implements Happening {
        @Override
        public void on(Stage stage) {
            stage.resolve(node, app, key);
        }

        @Override
        public int actor() {
            return node;
        }
    }

    /** A cycle begins. */
    record BeginCycle(int node, int app, int cycle) implements Happening {
        @Override
        public void on(Stage stage) {
            stage.beginCycle(cycle, node, app);
        }

        @Override
        public int actor() {
            return node;
        }
    }

    /** A cycle ends: completed, or given up. */
    record EndCycle(int node, int cycle, boolean completed) implements Happening {
        @Override
        public void on(Stage stage) {
            stage.endCycle(cycle, completed);
        }

        @Override
        public int actor() {
            return node;
        }
    }

    /** An administrator sets something else; recipients are so many, from one on. */
    record Subscribe(int app, boolean active, int firstRecipient, int recipients, String zone) implements Happening {
        @Override
        public void on(Stage stage) {
            stage.subscribe(this);
        }
    }

    /** An engine makes certain that nothing leaves. */
    record Deactivate(int node, int app) implements Happening {
        @Override
        public void on(Stage stage) {
            stage.deactivate(node, app);
        }

        @Override
        public int actor() {
            return node;
        }
    }

    /** A clock is set, so far from the true time. */
    record SetClock(int node, long offsetMillis) implements Happening {
        @Override
        public void on(Stage stage) {
            stage.setClock(node, offsetMillis);
        }
    }

    /** A node is killed, and started again later. */
    record Crash(int node, long downMillis) implements Happening {
        @Override
        public void on(Stage stage) {
            stage.crash(node, downMillis);
        }
    }

    /** A node stands still for a while. */
    record Stop(int node, long millis) implements Happening {
        @Override
        public void on(Stage stage) {
            stage.stop(node, millis);
        }
    }

    /** A node is closed in order, and started again later. */
    record Restart(int node, long downMillis) implements Happening {
        @Override
        public void on(Stage stage) {
            stage.restart(node, downMillis);
        }

        @Override
        public int actor() {
            return node;
        }
    }

    /** Every delivery of a node, or of all, ends in the same way. */
    record MailOutage(int node, long millis, MailTrouble how) implements Happening {
        @Override
        public void on(Stage stage) {
            stage.mailOutage(node, millis, how);
        }
    }

    /** The store is out of reach, for a node or for all. */
    record StoreOutage(int node, long millis) implements Happening {
        @Override
        public void on(Stage stage) {
            stage.storeOutage(node, millis);
        }
    }

    /** The composer throws. */
    record ComposerFails(long millis, Throwing how) implements Happening {
        @Override
        public void on(Stage stage) {
            stage.composerFails(millis, how);
        }
    }

    /** The subscription source throws. */
    record SourceFails(long millis, Throwing how) implements Happening {
        @Override
        public void on(Stage stage) {
            stage.sourceFails(millis, how);
        }
    }

    /** The executor of a node takes no work. */
    record ExecutorRefuses(int node, long millis) implements Happening {
        @Override
        public void on(Stage stage) {
            stage.executorRefuses(node, millis);
        }
    }
}
