/** The mail that every contestant sends, and how it is rendered by hand. */
@NullMarked
package dev.provisioning.notifications.benchmarks.smtp.mail;

import org.jspecify.annotations.NullMarked;
