/**
 * Compares what {@code report} has acknowledged with what the mail server has accepted. Knows two texts alone, journals and
 * mails, and uses nothing of the library.
 */
@NullMarked
package dev.provisioning.notifications.soak.check;

import org.jspecify.annotations.NullMarked;
