/** Fakes and contract tests for engines, transports and stores. */
module dev.provisioning.notifications.testkit {
    requires transitive dev.provisioning.notifications.api;
    requires static org.jspecify;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;

    exports dev.provisioning.notifications.testkit;

    // The contracts are test classes, whose tests JUnit calls though they are not public.
    opens dev.provisioning.notifications.testkit to
            org.junit.platform.commons;
}
