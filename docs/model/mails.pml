/* A claimed slot: Sender.send, Handoff.pass, the transport and the mail server, Settlement and Recorder. */

#if OFFS > 0
#define FIRST_STAGE ASKING
#else                     /* the subscription need not be asked */
#define FIRST_STAGE MARKING
#endif
#ifdef ASKFIRST
#define SUBSCRIBED ME.was
#else
#define SUBSCRIBED on
#endif
#ifdef REMARK             /* fail-over after the mark, with the same token */
#define MAY_PASS_AGAIN (ME.result != ACCEPTED && ME.result != SWITCHED_OFF && ME.at)
#else
#define MAY_PASS_AGAIN false
#endif

inline endsAttempt(n) {
#ifdef CUTLATE
  forget(n);
#endif
  ME.stage = NONE; ME.token = 0; ME.slot = 0; ME.cut = 0; ME.mail = 0; ME.at = 0; ME.newest = false; ME.late = false;
  ME.result = ACCEPTED; ME.tells = 0; ME.tellsSurely = 0; ME.doubted = false;
#ifdef CAUSE
  ME.sinceClaim = 0;
#endif
#ifdef ASKFIRST
  ME.was = false;
#endif
  forgotten()
}

inline becomesOf(n, result_) { ME.stage = RECORDING; ME.result = result_ }

/* SlotMachine.mark, on the successor */
inline marks(n) {
  mark(n); ME.at = today; marked = ME.mail;
#ifdef CAUSE
  handed = ME.mail;
#endif
#ifdef P4
#ifdef PUSH
  assert(!certain)                            /* P4: deactivate stops what has not passed the mark */
#else
  assert(on)                                  /* asks more than is promised: that the configuration alone stops it */
#endif
#endif
}

/* What a result does to the ledger. */
inline records(n) {
  if
  :: ME.result == ACCEPTED -> accepted(n); marked = 0
  :: ME.result == UNANSWERED -> endedInDoubt()
  :: ME.result == REFUSED -> refused(); marked = 0
  :: ME.result == SWITCHED_OFF -> switchedOff(n)
  fi;
#ifdef CAUSE
  if :: ledger.phase != HANDED_OVER -> handed = 0 :: else fi
#endif
}

/* Whether the machine still lets this attempt record it. */
#define IS_OURS (IS_HELD_BY(n) && (ledger.phase == HANDED_OVER || \
                 (ledger.phase == CLAIMED && (ME.result == REFUSED || ME.result == SWITCHED_OFF))))
#define MAY_RECORD (IS_OURS && !(ME.result == SWITCHED_OFF && ledger.phase == HANDED_OVER))

active [N] proctype sender() {
  byte n = _pid - 1 - N * THREADS;
  do
  /* ============ Sender.send ============ */
  :: atomic { ME.stage == ASKING ->
       if
       :: SUBSCRIBED -> SAY("is told: on\n"); ME.stage = PASSING
       :: else -> SAY("is told: off\n"); becomesOf(n, SWITCHED_OFF)
       fi }
  :: atomic { (ME.stage == PASSING || ME.stage == MARKING) && smtp > 0 ->
       smtp--; SAY("fails before the mark\n"); becomesOf(n, REFUSED) }

  /* ============ Handoff.pass ============ */
  :: atomic { ME.stage == PASSING ->
       if :: on -> ME.stage = MARKING :: else -> SAY("is told at the mark: off\n"); becomesOf(n, SWITCHED_OFF) fi }
  :: atomic { ME.stage == MARKING && !ME.newest ->
       if
       :: ledger.phase == CLAIMED && IS_HELD_BY(n) -> readNewest(n)
       :: else -> SAY("finds the slot taken over\n"); endsAttempt(n)
       fi }
  :: atomic { ME.stage == MARKING && ME.newest ->
       if
       :: ledger.held == 0 -> replaceNewest(n); rests(); SAY("finds nothing held\n"); endsAttempt(n)
       :: ledger.held -> replaceNewest(n); marks(n); readNewest(n); SAY("passes the mark\n"); ME.stage = SENDING
       :: ledger.held && faults > 0 ->
          faults--; becomesOf(n, REFUSED);
          if
          :: replaceNewest(n); marks(n); SAY("the store throws at the mark; it is made\n")
          :: SAY("the store throws at the mark; it is not made\n")
          :: ME.late = true; SAY("the store throws at the mark; it is under way\n")
          fi;
#ifdef MARKSEND
          ME.at = today; ME.stage = SENDING
#endif
       fi;
       replaced() }
  :: atomic { ME.late -> ME.late = false; replaceNewest(n); marks(n); replaced(); SAY("its mark comes late\n") }

  /* ============ the final dot ============ */
  :: atomic { ME.stage == SENDING ->
       if
       :: SAY1("sends its mail of slot %d: accepted\n", ME.slot); acceptedByServer(n); becomesOf(n, ACCEPTED)
       :: smtp > 0 ->
          smtp--;
          if
          :: SAY1("sends its mail of slot %d: accepted, no reply\n", ME.slot); acceptedByServer(n); becomesOf(n, UNANSWERED)
          :: SAY("sends its mail: not accepted, no reply\n"); becomesOf(n, UNANSWERED)
          :: SAY("sends its mail: 4yz or 5yz\n"); becomesOf(n, REFUSED)
          fi
       fi }
#ifdef REMARK
  :: atomic { ME.stage == RECORDING && MAY_PASS_AGAIN && IS_HELD_BY(n) -> SAY("passes the mark again\n"); ME.stage = SENDING }
#endif

  /* ============ Recorder ============ */
  :: atomic { ME.stage == RECORDING && !ME.newest ->
       if :: MAY_RECORD -> readNewest(n) :: else -> SAY("finds its slot ended\n"); endsAttempt(n) fi }
  :: atomic { ME.stage == RECORDING && ME.newest ->
       if
       :: replaceNewest(n); records(n); SAY("records the result\n"); endsAttempt(n)
       :: faults > 0 ->
          faults--; SAY("the store throws at the result\n");
          if :: replaceNewest(n); records(n) :: skip fi;
          ME.newest = false
       fi;
       replaced() }
  :: atomic { OVER -> break }
  od
}
