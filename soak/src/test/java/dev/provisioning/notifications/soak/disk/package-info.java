/**
 * What a disk has after a loss of power: what a process has asked the system to do with its files, as strace writes it down, done
 * again up to any moment, without what was not forced to the disk by then.
 */
@NullMarked
package dev.provisioning.notifications.soak.disk;

import org.jspecify.annotations.NullMarked;
