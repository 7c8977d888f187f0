package dev.provisioning.notifications.soak;

import java.util.function.UnaryOperator;

/** A place in a cluster: one process after another, and a way to the database of its own. */
public final class Node implements AutoCloseable {
    private final Run run;
    private final Relay relay;
    private final String url;
    private ChildProcess process;

    public Node(Run run, Database database, UnaryOperator<Plan> plan) {
        this(run, database, "public", plan);
    }

    /** One among others that share a schema. */
    Node(Run run, Database database, String schema, UnaryOperator<Plan> plan) {
        this.run = run;
        this.relay = new Relay(database.port());
        this.url = database.url(relay.port(), schema);
        this.process = start(plan);
    }

    public Relay relay() {
        return relay;
    }

    public ChildProcess process() {
        return process;
    }

    /** Kills the process, and starts another. */
    public void restart(UnaryOperator<Plan> plan) {
        process.kill();
        process = start(plan);
    }

    @Override
    public void close() {
        process.close();
        relay.close();
    }

    private ChildProcess start(UnaryOperator<Plan> plan) {
        return run.start(fresh -> plan.apply(fresh.store(url)));
    }
}
