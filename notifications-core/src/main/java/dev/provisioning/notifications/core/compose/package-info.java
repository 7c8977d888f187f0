/**
 * What a mail says: {@link dev.provisioning.notifications.core.compose.TemplateComposer} writes it from templates in
 * the language of its readers, and {@link dev.provisioning.notifications.core.compose.PlainComposer} stands in when that
 * fails.
 */
@NullMarked
package dev.provisioning.notifications.core.compose;

import org.jspecify.annotations.NullMarked;
