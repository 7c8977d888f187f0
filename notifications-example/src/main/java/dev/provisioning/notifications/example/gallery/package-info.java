/**
 * A folder with every mail that the library may write, of each kind, in each language and of each size, and a
 * {@linkplain dev.provisioning.notifications.example.gallery.Gallery page} to look through them.
 */
@NullMarked
package dev.provisioning.notifications.example.gallery;

import org.jspecify.annotations.NullMarked;
