package dev.provisioning.notifications.protections.catalogue;

/**
 * What can be taken out of the design of the slot machine, and leaves a hole through which a promise falls. Where the model in
 * {@code docs/model} has the same hole, it has the same name; some belong to rules that are searched in the real code instead.
 */
public enum Hole {
    CASNOSTATE("1", "A takeover compares slot and token only, not the state."),
    MARKSEND("2", "The dot is sent although the commit of the mark ended in an exception."),
    REMARK("3", "The point of no return may be passed twice with one token."),
    NORECOVER("4", "Nobody but its owner may end a slot that is handed over."),
    NOEMPTY("5", "There is no way back from a claim when everything was resolved since the slot became due."),
    OPENSPLIT("5", "Whether anything is held, and the state that follows from it, are two transactions."),
    OFFRESET("6", "Switching off forgets the used slot, too."),
    ACCWINDOW("6", "Windows are told by the time of acceptance, not by that of the mark."),
    SEQUENCE("7", "A row's version is drawn before its transaction is serialised with the others."),
    ABA("7", "An issue's version starts again when its row is made anew."),
    RECORDALL("8", "The result marks every issue of the mail as reported, changed since or not."),
    READSPLIT("8", "The rows of the mail are read first, the counter of changes after them."),
    FLUSHLAST("9", "A composing node does not write its own repeats before it reads."),
    CUTFIRST("9", "Memory is cut off before the mail is read, not after."),
    CUTLATE("9", "A composing node goes on answering from memory until the result is recorded."),
    NOSTAMP("9", "A report may put 'known, held' into memory although the mail was composed meanwhile."),
    CHECKADD("9", "A repeat looks whether memory was cut off, and then counts."),
    DRAIN("9", "Repeats are taken into the mail instead of being written, unseen by a cycle's completion."),
    FLUSHCOUNT("10", "A late repeat only adds to the count of a held row; otherwise it does nothing."),
    FLUSHQUIET("10", "A late repeat of a held row adds to its count, and draws no new version."),
    CAUSE("10", "A late repeat is written more often than once, so that a mail has no cause."),
    STRICT("11", "A repeat that was answered from memory is not written within the flush interval."),
    BUFHELD("11", "HELD is answered although the issue is in memory only."),
    JOIN("11", "A repeat is answered MERGED while another thread is still writing its issue."),
    ASKFIRST("12", "The subscription is asked before the cut."),
    DROPALL("12", "An 'off' drops every held row, also those held after the question was asked."),
    P4("12", "An 'off' before the mark does not stop the mail."),
    CYCLEALL("13", "A completed cycle resolves whatever it did not report, also what others did meanwhile."),
    CYCLEHOT("13", "A cycle that completes does not write this node's own repeats first."),
    CYCLENOCUT("13", "It writes them, but memory answers on until the resolve is committed."),
    REDORESOLVE("14", "A resolve whose commit failed is repeated without a look at the row's version."),
    STORED("15", "When the next slot opens is told only by what was stored with the mark."),
    RECOMPUTE("15", "When the next slot opens is told only by what the policy says for the present zone."),
    CLAIM("15", "Whether the slot is open is asked at the claim, and not again at the mark."),
    NOCLAMP("15", "An opening in a future too far away to be true stays."),
    HALF("15", "Only the opening is computed anew, and the time of the last mark stays in the far future."),
    SUBTRACT("16", "Recording a mail subtracts what the mail named."),
    RESET("16", "Recording a mail sets to zero what is new, also what it did not count."),
    ALWAYS("16", "Recording a mail says 'told' also of a row that was made anew since."),
    ZERO("16", "A flush writes what it read, and sets memory's counter to zero afterwards.");

    private final String rule;
    private final String sentence;

    Hole(String rule, String sentence) {
        this.rule = rule;
        this.sentence = sentence;
    }

    /** {@return the number of the rule that closes it} */
    public String rule() {
        return rule;
    }

    /** {@return what is wrong where it is open} */
    public String sentence() {
        return sentence;
    }
}
