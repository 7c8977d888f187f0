/** How it is taken out and tried: changed sources are compiled beside the library, and a test is run on them in a Java of its own. */
@NullMarked
package dev.provisioning.notifications.protections.trial;

import org.jspecify.annotations.NullMarked;
