/** What is taken out: every protection of the library, with the test that has to notice. */
@NullMarked
package dev.provisioning.notifications.protections.catalogue;

import org.jspecify.annotations.NullMarked;
