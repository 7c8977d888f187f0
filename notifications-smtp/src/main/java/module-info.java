/** The transport that hands mails to a mail server. */
module dev.provisioning.notifications.smtp {
    requires transitive dev.provisioning.notifications.api;
    requires static org.jspecify;
    requires org.slf4j;

    exports dev.provisioning.notifications.smtp;
}
