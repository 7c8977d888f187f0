package dev.provisioning.notifications.simulation.plan;

/** Where a plan happens. Nodes and applications are numbered from 0; a node of {@value #ALL} is all of them. */
public interface Stage {
    /** Every node. */
    int ALL = -1;

    void report(Happening.Report report);

    void flood(Happening.Flood flood);

    void resolve(int node, int app, int key);

    void beginCycle(int cycle, int node, int app);

    void endCycle(int cycle, boolean completed);

    void subscribe(Happening.Subscribe subscription);

    void deactivate(int node, int app);

    void setClock(int node, long offsetMillis);

    void crash(int node, long downMillis);

    void stop(int node, long millis);

    void restart(int node, long downMillis);

    void mailOutage(int node, long millis, MailTrouble how);

    void storeOutage(int node, long millis);

    void composerFails(long millis, Throwing how);

    void sourceFails(long millis, Throwing how);

    void executorRefuses(int node, long millis);
}
