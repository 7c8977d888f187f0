package dev.provisioning.notifications;

/** How far a delivery had come when something happened. The words of SMTP; other transports use what is nearest. */
public enum Stage {
    /** Before any transport was asked: the mail was being composed. */
    COMPOSE,
    /** Looking up the name of the server. */
    LOOKUP,
    /** Connecting. */
    CONNECT,
    /** Negotiating TLS. */
    TLS,
    /** Greeting, hello. */
    GREETING,
    /** Signing in. */
    AUTH,
    /** Naming the sender (MAIL). */
    SENDER,
    /** Naming the recipients (RCPT). */
    RECIPIENT,
    /** Announcing the content (DATA). */
    DATA,
    /** Sending the content, before the point of no return. */
    CONTENT,
    /** At and after the point of no return. */
    HANDOVER,
    /** Taking leave (QUIT). */
    CLOSE;

    /** {@return whether a failure here concerns the server as a whole, and so every mail, and not one mail} */
    public boolean concernsServer() {
        return compareTo(LOOKUP) >= 0 && compareTo(AUTH) <= 0;
    }
}
