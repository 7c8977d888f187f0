/** The notifier: holds issues and sends at most one mail per application and policy window. */
@NullMarked
package dev.provisioning.notifications.core;

import org.jspecify.annotations.NullMarked;
