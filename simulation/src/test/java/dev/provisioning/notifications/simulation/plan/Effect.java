package dev.provisioning.notifications.simulation.plan;

/** What an operation of the store is about: each is a step at which a node can be hit. */
public enum Effect {
    /** A ledger is read. */
    READ(false),
    /** Somebody asks what is due. */
    DUE(false),
    /** Somebody asks what will be due next. */
    NEXT_DUE(false),
    /** An issue is held, or counted. */
    HOLD(true),
    /** An issue is over, or all that a cycle has not seen. */
    RESOLVE(true),
    /** All of an application is dropped. */
    DROP(true),
    /** A slot is claimed. */
    CLAIM(true),
    /** A slot is claimed that another claim has held. */
    TAKE_OVER(true),
    /** The mark is made. */
    MARK(true),
    /** An acceptance is recorded. */
    ACCEPT(true),
    /** A doubt is recorded. */
    DOUBT(true),
    /** A refusal is recorded. */
    REFUSE(true),
    /** A claim is given back without a mail. */
    GIVE_BACK(true),
    /** A slot waits longer, or for nothing any more. */
    POSTPONE(true);

    private final boolean writes;

    Effect(boolean writes) {
        this.writes = writes;
    }

    /** {@return whether it changes anything} */
    public boolean writes() {
        return writes;
    }
}
