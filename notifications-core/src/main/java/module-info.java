/** The notifier and its default parts. */
module dev.provisioning.notifications.core {
    requires transitive dev.provisioning.notifications.api;
    requires static org.jspecify;
    requires com.samskivert.jmustache;
    requires org.slf4j;

    exports dev.provisioning.notifications.core;
    exports dev.provisioning.notifications.core.compose;
    exports dev.provisioning.notifications.core.privacy;
    exports dev.provisioning.notifications.core.transport;
}
