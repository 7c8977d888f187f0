/*
 * What somebody notes who sees everything, and what he asks of it. None of it is in the library; no guard looks at it.
 *
 * A promise is an answer of HELD or MERGED while the application is switched on. It is kept by an accepted mail that was
 * composed after the report and names the issue, or void once the issue is resolved, its application switched off, or a
 * cycle complete that began later. One that was given from memory is void, too, if its node is killed before the count
 * is written (weak); under STRICT it is not.
 */
byte owed;                /* promises that a kill does not void */
byte again;               /* named by a mail in doubt, and to be told again */
byte marked;              /* named by the mail that is handed over */
short acceptedSlots;      /* slots whose mail was accepted, as far as anybody can still send one for them */
short acceptedWindows;    /* the same of windows */
bool certain;             /* deactivate has returned, and nobody switched on since */
#ifdef RESEND
short doubtedSlots;       /* slots of a mail in doubt, which is sent again */
#define IS_RESENT(n) (doubtedSlots & (1 << node[n].slot))
#else
#define IS_RESENT(n) false
#endif
#ifdef CAUSE
byte news;                /* reported since a mail named it, or named by a mail in doubt only */
byte handed;              /* named by the mail that is handed over, whatever was resolved since */
#endif

/* A report is made: a cause for a mail. */
inline happened(keys) {
#ifdef CAUSE
  d_step { ADD(news, keys); EACH_NODE(TAKE(node[i].sinceClaim, keys)) }
#else
  skip
#endif
}

/* A report is made, and will be answered HELD or MERGED: no mail that is composed already keeps that promise. */
inline reported(keys) { happened(keys); d_step { EACH_NODE(TAKE(node[i].tells, keys)) } }

/* A promise becomes one that a kill does not void. */
inline promised(keys) {
  d_step {
    EACH_NODE(
      TAKE(node[i].tellsSurely, (keys) & ~node[i].tells);
      node[i].sinceCycle = (node[i].cycle -> node[i].sinceCycle | (keys) : 0));
    ADD(owed, keys)
  }
}

inline promisedByMemory(n, keys)  { if :: on -> ADD(node[n].weak, keys) :: else fi }
inline written(n, keys)           { promised(node[n].weak & (keys)); TAKE(node[n].weak, keys) }

inline settled(keys) {
  d_step { TAKE(owed, keys); TAKE(again, keys); TAKE(marked, keys) }
}
/* A deferred resolve took effect: that a mail was in doubt meanwhile does not matter any more. */
inline resolvedLate(keys) { TAKE(again, keys); TAKE(marked, keys) }
inline settledEverywhere(keys) {
  d_step {
    TAKE(owed, keys); TAKE(again, keys); TAKE(marked, keys);
    EACH_NODE(TAKE(node[i].weak, keys))
  }
}

/* A mail tells of what the ledger holds at the cut; and of what is counted until the counts are closed, without counting it. */
inline composed(n)  { node[n].mail = ledger.held; node[n].tellsSurely = ledger.held; node[n].tells = 0 }
inline isComposed(n) { node[n].tells = node[n].mail }

inline inDoubt() {
  d_step {
#ifndef ASSUME_SENT
    if :: on -> ADD(again, marked) :: else fi;
#else
    TAKE(owed, marked);
    EACH_NODE(TAKE(node[i].weak, marked));
#endif
#ifdef CAUSE
    ADD(news, handed); handed = 0;
#endif
#ifdef RESEND
    ADD(doubtedSlots, 1 << ledger.slot);
#endif
    marked = 0;
    EACH_NODE(node[i].doubted = node[i].doubted || (node[i].token && node[i].token == ledger.token))
  }
}

#ifdef ACCWINDOW          /* asks more than is promised: windows by when the mail was accepted */
#define WINDOW_OF(n) today
#else
#define WINDOW_OF(n) node[n].at
#endif

/* The mail server has accepted a mail. */
inline acceptedByServer(n) {
  assert(!(acceptedSlots & (1 << node[n].slot)) || IS_RESENT(n));       /* P1: one for a slot */
  assert(!(acceptedWindows & (1 << WINDOW_OF(n))) || IS_RESENT(n));     /* P1: one for a window */
#ifdef CAUSE
  assert((node[n].mail & ~news) == 0);                         /* CAUSE: nothing is told twice without a report */
#endif
  d_step {
    ADD(acceptedSlots, 1 << node[n].slot); ADD(acceptedWindows, 1 << WINDOW_OF(n));
    TAKE(owed, node[n].tellsSurely);
    EACH_NODE(TAKE(node[i].weak, node[n].tells));
    if
    :: !node[n].doubted ->
       TAKE(again, node[n].mail);
#ifdef CAUSE
       TAKE(news, node[n].mail & node[n].sinceClaim);
#endif
    :: else
    fi
  }
}

/* What nobody can send a mail for any more is forgotten. */
#define SLOT_OF(x) (node[x].stage == NONE -> 0 : 1 << node[x].slot)
#define AT_OF(x) (node[x].stage == NONE -> 0 : 1 << node[x].at)
inline forgotten() {
  d_step {
    acceptedSlots = acceptedSlots & (1 << ledger.slot | SLOT_OF(0) | SLOT_OF(N - 1));
    acceptedWindows = acceptedWindows & (1 << today | 1 << ledger.opens | AT_OF(0) | AT_OF(N - 1))
  }
}

/* Nothing is held, nobody is at work, nothing waits in memory. */
#if THREADS == 1
#define ARE_AWAY(x) (node[x].thread[0].does == AWAY)
#else
#define ARE_AWAY(x) (node[x].thread[0].does == AWAY && node[x].thread[1].does == AWAY)
#endif
#define IS_AT_REST(x) (ARE_AWAY(x) && node[x].job == NOBODY && node[x].stage == NONE && !node[x].cycle && \
                       (node[x].counted | node[x].unwritten | node[x].unresolved | node[x].waiting) == 0)
#if N == 1
#define QUIET (begun && ledger.phase == IDLE && ledger.held == 0 && posted == 0 && IS_AT_REST(0))
#else
#define QUIET (begun && ledger.phase == IDLE && ledger.held == 0 && posted == 0 && IS_AT_REST(0) && IS_AT_REST(1))
#endif
#define OVER (QUIET && reports + posts + resolves + cycles + offs == 0 && !pushed)

active proctype observer() {
  do
  :: atomic { QUIET && again -> assert(again == 0) }
  :: atomic { QUIET && (owed || node[0].weak || node[N - 1].weak) -> assert(owed + node[0].weak + node[N - 1].weak == 0) }
  :: OVER -> break
  od
}
