/**
 * What may leave the house in a mail or a log: a {@link dev.provisioning.notifications.core.privacy.Redactor} takes secrets
 * and people out of words, and a {@link dev.provisioning.notifications.core.privacy.LinkPolicy} decides which links a mail
 * may carry.
 */
@NullMarked
package dev.provisioning.notifications.core.privacy;

import org.jspecify.annotations.NullMarked;
