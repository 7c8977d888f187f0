package dev.provisioning.notifications.core.compose;

import dev.provisioning.notifications.spi.DigestItem;

/** What readers may know of a problem already. */
enum State {
    /** No mail has named it. */
    NEW,
    /** An accepted mail has named it, and it was reported again since. */
    CONTINUING,
    /** A mail has named it that may not have arrived. */
    UNCERTAIN;

    static State of(DigestItem item) {
        if (item.perhapsReported()) {
            return UNCERTAIN;
        }
        return item.news() ? NEW : CONTINUING;
    }
}
