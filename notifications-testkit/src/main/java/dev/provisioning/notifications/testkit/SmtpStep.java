package dev.provisioning.notifications.testkit;

/** A moment of an SMTP conversation at which a {@link ScriptedSmtpServer} can be told to misbehave. */
public enum SmtpStep {
    /** Once the client has begun the TLS handshake: of the whole connection, or after STARTTLS was granted. */
    HANDSHAKE,
    /** In place of the greeting. */
    CONNECT,
    /** After EHLO. */
    EHLO,
    /** After HELO. */
    HELO,
    /** After STARTTLS. */
    STARTTLS,
    /** After AUTH, before any credentials are looked at. */
    AUTH,
    /** After MAIL. */
    MAIL,
    /** After each RCPT. */
    RCPT,
    /** After DATA, also if no recipient was accepted; the usual answer is then 554, and 354 that of servers that refuse later. */
    DATA,
    /** After the first line of the content; without a rule nothing is said here. */
    BODY,
    /** After the final dot. */
    END_OF_DATA,
    /** After RSET. */
    RSET,
    /** After NOOP. */
    NOOP,
    /** After QUIT. */
    QUIT
}
