/* One desk for each node, one job at it at a time: Desks.at. A job looks at the ledger when it comes. */
#define IS_FREE (begun && ME.job == NOBODY)

inline leavesDesk(n) {
  ME.job = NOBODY; ME.part = OWN; ME.who = 0; ME.key = 0; ME.seen = 0; ME.over = false; ME.fresh = false
}

/* Nothing is to be written: what Flusher.write does at first. Here that is a visit of its own, a FLUSH before. */
#define IS_WRITTEN ((ME.counted | ME.unwritten | ME.unresolved) == 0)
#if defined(FLUSHLAST) || defined(DRAIN)
#define IS_WRITTEN_FIRST true
#else
#define IS_WRITTEN_FIRST IS_WRITTEN
#endif
#ifdef CYCLEHOT
#define IS_WRITTEN_BEFORE_THE_END true
#else
#define IS_WRITTEN_BEFORE_THE_END IS_WRITTEN
#endif

#if defined(SEQUENCE)     /* a version drawn when the ledger was read, and no comparison of revisions */
#define MAY_REPLACE true
inline holdReport(n, keys) { hold(keys); EACH_KEY(if :: HAS(keys, 1 << i) -> ledger.version[i] = ME.drawn :: else fi) }
#else
#define MAY_REPLACE ME.fresh
inline holdReport(n, keys) { hold(keys) }
#endif

#if defined(FLUSHCOUNT)
#define LATE_REPEATS (ME.unwritten & ledger.held)
#elif defined(FLUSHQUIET)
#define LATE_REPEATS (ME.unwritten & ~ledger.held)
#else
#define LATE_REPEATS ME.unwritten
#endif

#ifdef REDORESOLVE
#define IS_AS_IT_WAS true
#else
#define IS_AS_IT_WAS (VERSION(ME.unresolved) == ME.version)
#endif

#ifdef CYCLEALL
#define UNSEEN(n) j = ME.unseen & ledger.held
#else
#define UNSEEN(n) unchanged(j, ME.since); j = j & ME.unseen
#endif
inline completes(n) { replaceAtDesk(n); resolve(j); SAY1("resolves %d\n", j); settled(j & ~ME.sinceCycle) }
inline endsCycle(n) { ME.cycle = false; ME.unseen = 0; ME.since = 0; ME.sinceCycle = 0 }

inline isResolved(n) {
  settledEverywhere(ME.key);
  if :: ME.unresolved == ME.key -> ME.unresolved = 0; ME.version = 0 :: else fi;
  leavesDesk(n)
}

/* The store threw at a resolve: of what was held, it is repeated later against the version that was seen. */
inline defers(n) {
  if
#ifdef RESOLVEBLIND
  :: ME.seen == 0 -> SAY("answers REFUSED\n")
#endif
  :: ME.seen -> SAY("answers DEFERRED\n"); settledEverywhere(ME.key); ME.unresolved = ME.key; ME.version = ME.seen
#ifndef RESOLVEBLIND
  :: ME.seen == 0 -> SAY("answers DEFERRED\n"); settledEverywhere(ME.key)
#endif
  fi;
  leavesDesk(n)
}

#define REPORTER ME.thread[ME.who]
inline begins(n) {
  ME.job = REPORT; REPORTER.does = WRITING; read(n);
#ifdef JOIN
  remember(n, REPORTER.key);
#endif
#ifdef SEQUENCE
  ME.drawn = ledger.revision + 1
#endif
}

#ifdef CUTFIRST
#define IS_CUT ME.cutBefore
#else
#define IS_CUT true
#endif

#ifdef CASNOSTATE         /* whoever takes over compares the token alone */
#define MAY_CLAIM (ME.fresh || (ME.looked && ME.looked == ledger.token))
#define IS_LEFT_IN_DOUBT (ledger.phase == HANDED_OVER && ME.looked == 0)
inline looks(n)     { ME.looked = (ledger.phase == CLAIMED -> ledger.token : 0) }
#else
#define MAY_CLAIM ME.fresh
#define IS_LEFT_IN_DOUBT (ledger.phase == HANDED_OVER)
inline looks(n)     { skip }
#endif

#ifdef EARLY             /* whether the slot is open is not asked */
#define IS_ASKED false
#else
#define IS_ASKED true
#endif

#ifdef READSPLIT         /* the cut is read after what is held */
#define HAS_CUT (ME.token == 0 || ME.cut)
#else
#define HAS_CUT true
#endif

/* SlotMachine.claim; the ledger that it makes is the cut */
inline claims(n) {
  replaceAtDesk(n);
  if
  :: IS_LEFT_IN_DOUBT -> SAY("leaves the mail of another in doubt\n"); endedInDoubt(); forgotten()
  :: else ->
     if
     :: ledger.held == 0 -> SAY("has nothing to claim for\n"); atRest()
     :: else ->
        if :: today < ledger.opens && IS_ASKED -> SAY("waits for the next window\n"); today = ledger.opens :: else fi;
        claim(n); SAY1("claims, to tell of %d\n", ledger.held);
        ME.token = ledger.token; ME.slot = ledger.slot; composed(n);
#ifndef READSPLIT
        ME.cut = ledger.revision
#endif
     fi
  fi;
  if :: ME.token -> readNewest(n) :: else fi
}

#ifdef OUTBOXSPLIT        /* taken out in a transaction of its own, before it is held */
#define IS_STILL_POSTED true
#else
#define IS_STILL_POSTED ((posted & ME.waiting) == ME.waiting)
#endif
inline takesOut(n)  { replaceAtDesk(n); hold(ME.waiting); TAKE(posted, ME.waiting) }

active [N] proctype desk() {
  byte n = _pid - 1 - N * THREADS - N;
  do
  /* ============ REPORT: Intake.hold ============ */
  :: atomic { IS_FREE && ME.thread[0].does == WAITING -> ME.who = 0; begins(n) }
#if THREADS > 1
  :: atomic { IS_FREE && ME.thread[1].does == WAITING -> ME.who = 1; begins(n) }
#endif
  :: atomic { ME.job == REPORT && !MAY_REPLACE -> SAY("looks at the ledger again\n"); read(n) }
  :: atomic { ME.job == REPORT && MAY_REPLACE ->
       if
       :: replaceAtDesk(n); holdReport(n, REPORTER.key); reported(REPORTER.key);
          if :: on -> promised(REPORTER.key) :: else fi;
          SAY("holds it, answers HELD\n");
#ifdef NOSTAMP
          REPORTER.does = REMEMBERING;
#else
          remember(n, REPORTER.key); leaves(n, ME.who);
#endif
       :: faults > 0 ->
          faults--;
          if
          :: SAY("the store throws; it is held\n");
             replaceAtDesk(n); holdReport(n, REPORTER.key); reported(REPORTER.key)
          :: SAY("the store throws; nothing has happened\n")
          fi;
          REPORTER.does = BUFFERING
       fi;
#ifdef SEQUENCE
       ME.drawn = 0;
#endif
       replaced(); leavesDesk(n) }

  /* ============ FLUSH: Flusher.write, Sweeper.sweep ============ */
  :: atomic { IS_FREE && ME.unresolved -> ME.job = REPEAT; read(n) }
  :: atomic { ME.job == REPEAT && !(HAS(ledger.held, ME.unresolved) && IS_AS_IT_WAS) ->
       SAY("has no resolve to repeat\n"); ME.unresolved = 0; ME.version = 0; leavesDesk(n) }
  :: atomic { ME.job == REPEAT && HAS(ledger.held, ME.unresolved) && IS_AS_IT_WAS && !ME.fresh -> read(n) }
  :: atomic { ME.job == REPEAT && HAS(ledger.held, ME.unresolved) && IS_AS_IT_WAS && ME.fresh ->
       if
       :: replaceAtDesk(n); resolve(ME.unresolved); resolvedLate(ME.unresolved); ME.unresolved = 0; ME.version = 0;
          SAY("repeats the resolve\n")
       :: faults > 0 ->
          faults--; SAY("the store throws\n");
          if :: replaceAtDesk(n); resolve(ME.unresolved); resolvedLate(ME.unresolved) :: skip fi
       fi;
       replaced(); leavesDesk(n) }

  :: atomic { IS_FREE && ME.unresolved == 0 && (ME.counted || ME.unwritten) ->        /* Memory.take */
       SAY("takes its counts\n"); ME.job = FLUSH; ADD(ME.unwritten, ME.counted); ME.counted = 0; read(n) }
  :: atomic { ME.job == FLUSH && !ME.fresh -> SAY("looks at the ledger again\n"); read(n) }
  :: atomic { ME.job == FLUSH && ME.fresh ->
       if
       :: replaceAtDesk(n); hold(LATE_REPEATS); SAY1("writes its repeats: %d\n", ME.unwritten);
          written(n, ME.unwritten); ME.unwritten = 0
       :: faults > 0 ->
          faults--; SAY("the store throws\n");
          if :: replaceAtDesk(n); hold(LATE_REPEATS) :: skip fi;
#ifdef FLUSHDROP
          ME.unwritten = 0
#endif
       fi;
       replaced(); leavesDesk(n) }
  :: atomic { IS_FREE && sweeps > 0 && ME.known -> sweeps--; SAY("forgets what it knows\n"); forget(n) }

  /* ============ CLAIM: Sender.claim ============ */
  :: atomic { IS_FREE && ME.stage == NONE && IS_DUE && IS_CUT && IS_WRITTEN_FIRST ->
       SAY("looks, to claim\n"); ME.job = CLAIM; ME.part = OWN;
       if :: MAY_END && OWNER_LIVES -> thefts--; ME.over = true :: else fi;
       read(n); looks(n);
#ifdef CAUSE
       ME.sinceClaim = ALL;
#endif
#ifdef CUTFIRST
       ME.cutBefore = false;
#endif
#ifdef ASKFIRST
       ME.was = on
#endif
     }
#ifdef CUTFIRST
  :: atomic { IS_FREE && ME.stage == NONE && IS_DUE && !ME.cutBefore -> SAY("closes its counts\n"); forget(n); ME.cutBefore = true }
#endif
  :: atomic { ME.job == CLAIM && ME.part == OWN && !ME.fresh ->                /* SlotMachine.claim: not now? */
       if
       :: IS_WAITING || (MAY_END && (ME.over || !OWNER_LIVES)) -> read(n); looks(n)
       :: else -> SAY("cannot claim now\n"); ME.part = FORGETTING
       fi }
  :: atomic { ME.job == CLAIM && ME.part == OWN && MAY_CLAIM ->
       if
       :: claims(n); ME.part = FORGETTING; ME.fresh = false
       :: faults > 0 ->                                                        /* and nobody knows whose it is */
          faults--; SAY("the store throws at the claim\n");
          if :: claims(n) :: skip fi;
          endsAttempt(n); leavesDesk(n)
       fi;
       replaced() }
#ifdef READSPLIT
  :: atomic { ME.job == CLAIM && ME.part == FORGETTING && ME.token && ME.cut == 0 ->
       SAY("reads the revision\n"); ME.cut = ledger.revision }
#endif
  :: atomic { ME.job == CLAIM && ME.part == FORGETTING && HAS_CUT ->
#if defined(CUTFIRST) || defined(CUTLATE)
       if :: ME.token == 0 -> forget(n) :: else fi;
#else
       forget(n);
#endif
#ifdef DRAIN
       TAKE(ME.unwritten, ME.mail);
#endif
       if :: ME.token -> SAY("closes its counts, composes\n"); isComposed(n); ME.stage = FIRST_STAGE :: else -> endsAttempt(n) fi;
       leavesDesk(n) }

  /* ============ RESOLVE: Intake.resolve ============ */
  :: atomic { IS_FREE && resolves > 0 ->
       resolves--; ANY(ME.key); SAY1("resolve of %d\n", ME.key); ME.job = RESOLVE; ME.seen = VERSION(ME.key);
       closedFor(n, ME.key); TAKE(ME.known, ME.key); TAKE(ME.counted, ME.key); TAKE(ME.unwritten, ME.key);
       if
       :: ME.seen -> read(n)
#ifndef RESOLVEBLIND
       :: ME.seen == 0 -> SAY("finds nothing, answers UNKNOWN\n"); isResolved(n)
#endif
       :: ME.seen == 0                              /* there is an entry, but not held: it was reported already */
       fi }
  :: atomic { ME.job == RESOLVE && !ME.fresh ->
       if
       :: HAS(ledger.held, ME.key) -> read(n)
       :: !HAS(ledger.held, ME.key) -> SAY("answers UNKNOWN\n"); isResolved(n)
       :: faults > 0 -> faults--; SAY("the store cannot be read\n"); defers(n)
       fi }
  :: atomic { ME.job == RESOLVE && ME.fresh ->
       if
       :: replaceAtDesk(n); resolve(ME.key); SAY("answers RESOLVED\n"); isResolved(n)
       :: faults > 0 ->
          faults--; SAY("the store throws\n");
          if :: replaceAtDesk(n); resolve(ME.key) :: skip fi;
          defers(n)
       fi;
       replaced() }

  /* ============ BEGIN, COMPLETE: Intake.asItIs, Intake.completed ============ */
  :: atomic { IS_FREE && cycles > 0 && !ME.cycle && IS_WRITTEN ->
       cycles--; SAY("a cycle begins\n"); ME.since = ledger.revision; ME.unseen = ALL; ME.cycle = true; ME.sinceCycle = 0 }
  :: atomic { IS_FREE && ME.cycle && IS_WRITTEN_BEFORE_THE_END ->
       SAY("its cycle completes\n"); ME.job = COMPLETE; read(n);
#if !defined(CYCLEHOT) && !defined(CYCLENOCUT)
       forget(n)
#endif
     }
  :: atomic { ME.job == COMPLETE && !ME.fresh -> SAY("looks at the ledger again\n"); read(n) }
  :: atomic { ME.job == COMPLETE && ME.fresh ->
       UNSEEN(n);
       if
       :: j -> completes(n)
       :: j == 0 -> SAY("resolves nothing\n")
       :: j && faults > 0 -> faults--; SAY("the store throws\n"); if :: completes(n) :: skip fi
       fi;
       j = 0; endsCycle(n); leavesDesk(n); replaced() }
  :: atomic { IS_FREE && ME.cycle -> SAY("its cycle is given up\n"); endsCycle(n) }

  /* ============ DEACTIVATE: Intake.deactivate ============ */
#ifdef PUSH
  :: atomic { IS_FREE && pushed ->
       pushed = false; SAY("deactivates\n"); ME.job = DEACTIVATE; read(n); settledEverywhere(ALL);
       closedFor(n, ME.known); ME.known = 0; ME.counted = 0; ME.unwritten = 0; ME.unresolved = 0; ME.version = 0 }
  :: atomic { ME.job == DEACTIVATE && !ME.fresh -> SAY("looks at the ledger again\n"); read(n) }
  :: atomic { ME.job == DEACTIVATE && ME.fresh ->
       if
       :: replaceAtDesk(n); deactivate(); settledEverywhere(ALL); certain = !on; SAY("is certain now\n")
       :: faults > 0 -> faults--; SAY("the store throws\n"); if :: replaceAtDesk(n); deactivate(); settledEverywhere(ALL) :: skip fi
       fi;
       leavesDesk(n); replaced() }
#endif

  /* ============ OUTBOX: OutboxReader ============ */
#if POSTS > 0
  :: atomic { begun && posted && ME.waiting == 0 -> ME.waiting = posted; SAY1("finds in the outbox: %d\n", posted) }
  :: atomic { IS_FREE && ME.waiting ->
       if
       :: on ->
          ME.job = OUTBOX; read(n);
#ifdef OUTBOXSPLIT
          TAKE(posted, ME.waiting)
#endif
       :: else -> SAY("discards it: switched off\n"); TAKE(posted, ME.waiting); ME.waiting = 0
       fi }
  :: atomic { ME.job == OUTBOX ->
       if
       :: ME.fresh && IS_STILL_POSTED -> SAY("takes it from the outbox\n"); takesOut(n); remember(n, ME.waiting)
       :: !(ME.fresh && IS_STILL_POSTED) -> SAY("finds another at it, or at the ledger\n")
       :: faults > 0 ->
          faults--; SAY("the store throws\n");
          if :: ME.fresh && IS_STILL_POSTED -> takesOut(n) :: skip fi
       fi;
       ME.waiting = 0; leavesDesk(n); replaced() }
#endif

#ifdef OPENSPLIT
  :: atomic { ledger.phase == USED && ME.opening == 0 ->
       ME.opening = (ledger.held -> 2 : 1); SAY1("reads, to open the next slot, what is held: %d\n", ledger.held) }
  :: atomic { ME.opening ->
       if
       :: ledger.phase == USED -> SAY("opens it by what it has read\n"); ledger.phase = (ME.opening == 2 -> GATHERING : IDLE)
       :: else
       fi;
       ME.opening = 0 }
#endif
  :: atomic { OVER -> break }
  od
}
