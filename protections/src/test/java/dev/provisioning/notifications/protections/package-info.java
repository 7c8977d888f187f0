/** Whether the protections bite: each is taken out of the source, one at a time, and a named test has to fail. */
@NullMarked
package dev.provisioning.notifications.protections;

import org.jspecify.annotations.NullMarked;
