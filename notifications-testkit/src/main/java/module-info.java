/** Fakes and contract tests for engines, transports and stores. */
module dev.provisioning.notifications.testkit {
    requires transitive dev.provisioning.notifications.api;
    requires static org.jspecify;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;

    exports dev.provisioning.notifications.testkit;
}
