package dev.provisioning.notifications.smtp;

import java.io.IOException;
import java.io.Serial;

/**
 * A proxy has answered, and does not connect. The text is for administrators, and names no more than the server and the
 * proxy. A proxy that does not answer is no case of this.
 */
final class ProxyRefusedException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean lasting;

    private ProxyRefusedException(String text, boolean lasting) {
        super(text);
        this.lasting = lasting;
    }

    /** It will be so again, until an administrator of the proxy or of this side acts. */
    static ProxyRefusedException lasting(String text) {
        return new ProxyRefusedException(text, true);
    }

    /** It may be otherwise at another time. */
    static ProxyRefusedException passing(String text) {
        return new ProxyRefusedException(text, false);
    }

    /** {@return whether an administrator must act} */
    boolean needsAdministrator() {
        return lasting;
    }
}
