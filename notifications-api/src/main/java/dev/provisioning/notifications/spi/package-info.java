/** What stores and composers implement. */
@NullMarked
package dev.provisioning.notifications.spi;

import org.jspecify.annotations.NullMarked;
