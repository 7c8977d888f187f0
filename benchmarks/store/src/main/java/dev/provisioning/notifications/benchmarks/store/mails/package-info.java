/** What a mail costs from the claim on. */
@NullMarked
package dev.provisioning.notifications.benchmarks.store.mails;

import org.jspecify.annotations.NullMarked;
