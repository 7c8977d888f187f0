/**
 * The checked model of the slot machine, which is in {@code docs/model}: searches each case with Spin, and sees to it that
 * the cases and the model speak of the same protections.
 */
@NullMarked
package dev.provisioning.notifications.protections.model;

import org.jspecify.annotations.NullMarked;
