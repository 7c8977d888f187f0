/** Applications, issues and ledgers as an engine has them. */
@NullMarked
package dev.provisioning.notifications.benchmarks.store.sample;

import org.jspecify.annotations.NullMarked;
