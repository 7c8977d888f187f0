package dev.provisioning.notifications.smtp;

/** Daemon threads, which outlive whoever happens to start them, and so inherit nothing from him. */
final class OwnThread {
    private OwnThread() {}

    static Thread of(String name, Runnable task) {
        Thread thread = new Thread(null, task, "notifications-smtp-" + name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(OwnThread.class.getClassLoader());
        return thread;
    }
}
