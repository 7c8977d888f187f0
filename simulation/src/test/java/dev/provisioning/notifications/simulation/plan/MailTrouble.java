package dev.provisioning.notifications.simulation.plan;

/** What can go wrong with one delivery, and what a transport makes of it; docs/smtp-failures.md is where that is shown. */
public enum MailTrouble {
    /** Nothing. */
    NONE(Moment.ACCEPTED, Reply.ACCEPT, "HANDOVER", 0),
    CONNECT_REFUSED(Moment.BEFORE_POINT, Reply.RETRY, "CONNECT", 0),
    CONNECT_TIMEOUT(Moment.BEFORE_POINT, Reply.RETRY, "CONNECT", 0),
    GREETING_DROP(Moment.BEFORE_POINT, Reply.RETRY, "GREETING", 0),
    GREETING_4YZ(Moment.BEFORE_POINT, Reply.RETRY, "GREETING", 450),
    GREETING_5YZ(Moment.BEFORE_POINT, Reply.MISCONFIGURED, "GREETING", 554),
    EHLO_DROP(Moment.BEFORE_POINT, Reply.RETRY, "GREETING", 0),
    EHLO_421(Moment.BEFORE_POINT, Reply.RETRY, "GREETING", 421),
    TLS_CERTIFICATE(Moment.BEFORE_POINT, Reply.MISCONFIGURED, "TLS", 0),
    AUTH_DROP(Moment.BEFORE_POINT, Reply.RETRY, "AUTH", 0),
    AUTH_4YZ(Moment.BEFORE_POINT, Reply.RETRY, "AUTH", 454),
    AUTH_535(Moment.BEFORE_POINT, Reply.MISCONFIGURED, "AUTH", 535),
    MAIL_DROP(Moment.BEFORE_POINT, Reply.RETRY, "SENDER", 0),
    MAIL_4YZ(Moment.BEFORE_POINT, Reply.RETRY, "SENDER", 451),
    MAIL_5YZ(Moment.BEFORE_POINT, Reply.REJECT, "SENDER", 552),
    MAIL_530(Moment.BEFORE_POINT, Reply.MISCONFIGURED, "SENDER", 530),
    MAIL_421(Moment.BEFORE_POINT, Reply.RETRY, "SENDER", 421),
    RCPT_DROP(Moment.BEFORE_POINT, Reply.RETRY, "RECIPIENT", 0),
    RCPT_4YZ(Moment.BEFORE_POINT, Reply.RETRY, "RECIPIENT", 450),
    /** A server that says for how long it does not want to see this again. */
    RCPT_4YZ_LATER(Moment.BEFORE_POINT, Reply.RETRY_LATER, "RECIPIENT", 450),
    RCPT_5YZ(Moment.BEFORE_POINT, Reply.REJECT, "RECIPIENT", 550),
    /** One of the recipients is put off. */
    RCPT_ONE_4YZ(Moment.ACCEPTED, Reply.ACCEPT_SOME, "RECIPIENT", 450),
    /** One of the recipients is refused. */
    RCPT_ONE_5YZ(Moment.ACCEPTED, Reply.ACCEPT_SOME, "RECIPIENT", 550),
    DATA_DROP(Moment.BEFORE_POINT, Reply.RETRY, "DATA", 0),
    DATA_4YZ(Moment.BEFORE_POINT, Reply.RETRY, "DATA", 451),
    DATA_5YZ(Moment.BEFORE_POINT, Reply.REJECT, "DATA", 554),
    CONTENT_DROP(Moment.BEFORE_POINT, Reply.RETRY, "CONTENT", 0),
    CONTENT_421(Moment.BEFORE_POINT, Reply.RETRY, "CONTENT", 421),
    DOT_4YZ(Moment.AFTER_POINT, Reply.RETRY, "HANDOVER", 451),
    DOT_5YZ(Moment.AFTER_POINT, Reply.REJECT, "HANDOVER", 554),
    DOT_421(Moment.AFTER_POINT, Reply.RETRY, "HANDOVER", 421),
    /** The connection ends after the final dot, and the server has not accepted the mail. */
    DOT_DROP(Moment.AFTER_POINT, Reply.DOUBT, "HANDOVER", 0),
    /** The connection ends after the final dot, and the server has accepted the mail. */
    REPLY_LOST(Moment.ACCEPTED, Reply.DOUBT, "HANDOVER", 0),
    /** The reply comes at the last moment. */
    REPLY_SLOW(Moment.ACCEPTED, Reply.ACCEPT_SLOWLY, "HANDOVER", 0),
    /** The reply comes when the transport has given up. */
    REPLY_TOO_SLOW(Moment.ACCEPTED, Reply.DOUBT_SLOWLY, "HANDOVER", 0),
    QUIT_TROUBLE(Moment.ACCEPTED, Reply.ACCEPT_SLOWLY, "CLOSE", 0),
    HANGS_BEFORE_POINT(Moment.BEFORE_POINT, Reply.HANG, "CONTENT", 0),
    HANGS_AFTER_POINT(Moment.AFTER_POINT, Reply.HANG, "HANDOVER", 0),
    HANGS_AFTER_ACCEPTANCE(Moment.ACCEPTED, Reply.HANG, "HANDOVER", 0),
    THROWS_BEFORE_POINT(Moment.BEFORE_POINT, Reply.EXCEPTION, "CONTENT", 0),
    THROWS_AFTER_POINT(Moment.AFTER_POINT, Reply.EXCEPTION, "HANDOVER", 0),
    THROWS_AFTER_ACCEPTANCE(Moment.ACCEPTED, Reply.EXCEPTION, "HANDOVER", 0),
    ERROR_BEFORE_POINT(Moment.BEFORE_POINT, Reply.ERROR, "CONTENT", 0),
    ERROR_AFTER_POINT(Moment.AFTER_POINT, Reply.ERROR, "HANDOVER", 0),
    ERROR_AFTER_ACCEPTANCE(Moment.ACCEPTED, Reply.ERROR, "HANDOVER", 0),
    NULL_BEFORE_POINT(Moment.BEFORE_POINT, Reply.NOTHING, "CONTENT", 0),
    NULL_AFTER_ACCEPTANCE(Moment.ACCEPTED, Reply.NOTHING, "HANDOVER", 0),
    CRASH_BEFORE_POINT(Moment.BEFORE_POINT, Reply.CRASH, "CONTENT", 0),
    CRASH_AFTER_POINT(Moment.AFTER_POINT, Reply.CRASH, "HANDOVER", 0),
    CRASH_AFTER_ACCEPTANCE(Moment.ACCEPTED, Reply.CRASH, "HANDOVER", 0),
    STOP_BEFORE_POINT(Moment.BEFORE_POINT, Reply.STOP, "CONTENT", 0),
    STOP_AFTER_POINT(Moment.AFTER_POINT, Reply.STOP, "HANDOVER", 0),
    STOP_AFTER_ACCEPTANCE(Moment.ACCEPTED, Reply.STOP, "HANDOVER", 0);

    /** How far a delivery has come when the trouble begins. */
    public enum Moment {
        /** The point of no return is not passed. */
        BEFORE_POINT,
        /** It is passed, and the server has not accepted the mail. */
        AFTER_POINT,
        /** The server has accepted the mail. */
        ACCEPTED
    }

    /** What the transport makes of it. */
    public enum Reply {
        ACCEPT,
        ACCEPT_SOME,
        ACCEPT_SLOWLY,
        RETRY,
        RETRY_LATER,
        REJECT,
        MISCONFIGURED,
        DOUBT,
        DOUBT_SLOWLY,
        /** It does not come back for longer than a delivery may take. */
        HANG,
        EXCEPTION,
        ERROR,
        NOTHING,
        CRASH,
        /** Its node is stopped, and goes on later. */
        STOP
    }

    private final Moment moment;
    private final Reply reply;
    private final String stage;
    private final int code;

    MailTrouble(Moment moment, Reply reply, String stage, int code) {
        this.moment = moment;
        this.reply = reply;
        this.stage = stage;
        this.code = code;
    }

    public Moment moment() {
        return moment;
    }

    public Reply reply() {
        return reply;
    }

    public String stage() {
        return stage;
    }

    public int code() {
        return code;
    }
}
