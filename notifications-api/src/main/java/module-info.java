/**
 * The words of account provisioning notifications: what an engine reports, what an administrator
 * subscribes to, and the seams that policies, transports, stores and composers plug into.
 */
module dev.provisioning.notifications.api {
    requires static transitive org.jspecify;

    exports dev.provisioning.notifications;
    exports dev.provisioning.notifications.spi;
}
