package dev.provisioning.notifications.soak.child;

/** What a thread of the engine does until it is told to end. */
interface Work extends Runnable {
    void end();
}
