/** The process that is killed: a small engine that reports issues, and writes down what it was answered. */
@NullMarked
package dev.provisioning.notifications.soak.child;

import org.jspecify.annotations.NullMarked;
