/**
 * Reads what Microsoft Graph tells about provisioning, and shows the mails that would have come of it:
 * {@link dev.provisioning.notifications.example.replay.Replay}.
 */
@NullMarked
package dev.provisioning.notifications.example.replay;

import org.jspecify.annotations.NullMarked;
