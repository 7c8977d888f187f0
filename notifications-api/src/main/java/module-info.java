/** What an engine reports to, and what transports and stores implement. */
module dev.provisioning.notifications.api {
    requires static transitive org.jspecify;

    exports dev.provisioning.notifications;
    exports dev.provisioning.notifications.spi;
}
