/**
 * For whoever tests with notifications: {@link dev.provisioning.notifications.testkit.ManualTime} instead of waiting,
 * transports that record, a mail server that misbehaves on demand,
 * {@linkplain dev.provisioning.notifications.testkit.SampleDigests sample digests} to try composers and templates with, and the
 * contracts that transports and stores keep.
 */
@NullMarked
package dev.provisioning.notifications.testkit;

import org.jspecify.annotations.NullMarked;
