/**
 * What programs that nobody here wrote make of a mail's content: a checker of HTML, and a parser of mails that forgives
 * nothing.
 */
@NullMarked
package dev.provisioning.notifications.interop.content;

import org.jspecify.annotations.NullMarked;
