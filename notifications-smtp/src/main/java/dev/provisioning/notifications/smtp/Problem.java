package dev.provisioning.notifications.smtp;

/** In which way a conversation went wrong. */
enum Problem {
    /** The server answered no, with a code. */
    ANSWERED,
    /** No answer came, or none that makes sense: time-out, broken connection, unknown name. */
    SILENT,
    /** The server is not what was asked for: certificate, host name, STARTTLS or AUTH not offered. */
    UNFIT
}
