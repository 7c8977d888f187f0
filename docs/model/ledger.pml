/*
 * The ledger in the store, and the steps of SlotMachine and Entries. A step is two: the ledger is read, and it is
 * replaced if its revision is still the same, else read again. A copy that is not the newest any more need not be kept,
 * because all that will come of it is another look; so what is kept of a copy is whether it is the newest (fresh, newest).
 *
 * Of an entry's statuses there are two here, held and not: what is REPORTED, RESOLVED or gone behaves alike.
 */
mtype = { IDLE, GATHERING, CLAIMED, HANDED_OVER, RETRY, USED };

typedef Ledger {
  byte revision = 1;
  mtype phase = IDLE;
  byte slot;
  byte opens;             /* the first window that the slot may be used in */
  byte token;             /* Claim; 0 if nobody has one */
  byte cut;               /* Handover; 0 if there is none */
  byte opensNext;
  byte held;
  byte version[KEYS];     /* of what is held */
}
Ledger ledger;            /* what is in the store */
byte posted;              /* what is in its outbox */

#define VERSION(key) ledger.version[PLACE(key)]
#define IS_WAITING (ledger.phase == GATHERING || ledger.phase == RETRY)
#define IS_HELD_BY(n) (node[n].token && ledger.token == node[n].token)
#define IS_ALIVE(x) (ledger.token == node[x].token)
#if N == 1
#define OWNER_LIVES IS_ALIVE(0)
#else
#define OWNER_LIVES (IS_ALIVE(0) || IS_ALIVE(1))
#endif
#ifdef NOEMPTY            /* the slot stays as it is; that it is looked at for ever is left out, to be seen as a standstill */
#define IS_WORTH_IT ledger.held
#else
#define IS_WORTH_IT true
#endif
#ifdef NORECOVER
#define MAY_END (ledger.phase == CLAIMED)
#else
#define MAY_END (ledger.phase == CLAIMED || ledger.phase == HANDED_OVER)
#endif
#define IS_DUE (IS_WORTH_IT && (IS_WAITING || (MAY_END && (!OWNER_LIVES || thefts > 0))))

/* ---- reading and replacing ---- */

#ifdef NOCAS
Ledger atDesk[N], ofMail[N];
#define copied(to, from) to.revision = from.revision; to.phase = from.phase; to.slot = from.slot; to.opens = from.opens; \
  to.token = from.token; to.cut = from.cut; to.opensNext = from.opensNext; to.held = from.held; \
  EACH_KEY(to.version[i] = from.version[i])
inline read(n)      { node[n].fresh = true; copied(atDesk[n], ledger) }
inline readNewest(n){ node[n].newest = true; copied(ofMail[n], ledger) }
inline replaceAtDesk(n) { copied(ledger, atDesk[n]); ledger.revision++; node[n].fresh = false }
inline replaceNewest(n) { copied(ledger, ofMail[n]); ledger.revision++ }
inline replaced()   { skip }
#else
inline read(n)      { node[n].fresh = true }
inline readNewest(n){ node[n].newest = true }
inline replaceAtDesk(n) { nextRevision() }
inline replaceNewest(n) { nextRevision() }
inline nextRevision() {
  d_step {
    ledger.revision++;
    EACH_NODE(node[i].fresh = false; node[i].newest = false; node[i].late = false)
  }
}
inline replaced()   { closeRanks() }
#endif

/*
 * Revisions are only compared, and so it does not matter how far they lie apart. After each step the numbers nobody
 * remembers are left out, in order to have finitely many states; their order stays.
 */
#if KEYS == 1
#define IS_VERSION(x) (ledger.version[0] == x)
#else
#define IS_VERSION(x) (ledger.version[0] == x || ledger.version[1] == x)
#endif
#define REMEMBERS(n, x) (node[n].seen == x || node[n].version == x || node[n].since == x || node[n].cut == x)
#if N == 1
#define IS_REMEMBERED(x) (IS_VERSION(x) || ledger.cut == x || REMEMBERS(0, x))
#else
#define IS_REMEMBERED(x) (IS_VERSION(x) || ledger.cut == x || REMEMBERS(0, x) || REMEMBERS(1, x))
#endif
#define CLOSE(x) x = (x > r -> x - 1 : x)
#if defined(ABA) || defined(SEQUENCE)
inline closeRanks() { skip }
#else
inline closeRanks() {
  d_step {
    r = ledger.revision - 1;
    do
    :: r > 0 && IS_REMEMBERED(r) -> r--
    :: r > 0 && !IS_REMEMBERED(r) ->
       CLOSE(ledger.revision); CLOSE(ledger.cut);
       EACH_KEY(CLOSE(ledger.version[i]));
       EACH_NODE(CLOSE(node[i].seen); CLOSE(node[i].version); CLOSE(node[i].since); CLOSE(node[i].cut));
       r--
    :: else -> break
    od
  }
}
#endif

/* ---- SlotMachine: each of these works on the successor, whose revision is drawn already ---- */

inline atRest()        { ledger.phase = IDLE; ledger.token = 0; ledger.cut = 0; ledger.opensNext = 0 }
inline waits(phase_)   { ledger.token = 0; ledger.cut = 0; ledger.opensNext = 0; ledger.phase = phase_ }
inline gathering()     { if :: ledger.held -> waits(GATHERING) :: else -> atRest() fi }
#ifdef NOEMPTY
inline rested()        { skip }
#else
inline rested()        { if :: IS_WAITING && ledger.held == 0 -> atRest() :: else fi }
#endif

/* hold: Entries.add draws a new version for each */
#ifdef ABA
#define NEXT_VERSION (HAS(ledger.held, 1 << i) -> ledger.version[i] + 1 : 1)
#else
#define NEXT_VERSION ledger.revision
#endif
inline hold(keys) {
  d_step {
    EACH_KEY(if :: HAS(keys, 1 << i) -> ledger.version[i] = NEXT_VERSION :: else fi);
    ADD(ledger.held, keys);
    if :: ledger.phase == IDLE && ledger.held -> ledger.phase = GATHERING :: else fi
  }
}

/* Entries.resolve, dropUpTo, reported: these are held no more */
inline drop(keys) {
  d_step {
    TAKE(ledger.held, keys);
    EACH_KEY(if :: HAS(ledger.held, 1 << i) -> skip :: else -> ledger.version[i] = 0 fi)
  }
}
inline resolve(keys)   { drop(keys); rested() }

/* what has not changed since a revision */
inline unchanged(keys, revision_) {
  d_step {
    keys = 0;
    EACH_KEY(if :: ledger.version[i] && ledger.version[i] <= revision_ -> ADD(keys, 1 << i) :: else fi)
  }
}

inline deactivate() {
  drop(ALL);
#ifdef OFFRESET
  ledger.opens = 0;
#endif
  if :: ledger.phase != HANDED_OVER -> atRest() :: else fi
}

/* a token that nobody has */
inline claim(n) {
  d_step {
    k = 1;
    do :: k == ledger.token || k == node[0].token || k == node[N - 1].token -> k++ :: else -> break od;
    ledger.phase = CLAIMED; ledger.token = k; ledger.cut = 0; ledger.opensNext = 0; k = 0
  }
}

inline mark(n) {
  ledger.phase = HANDED_OVER; ledger.cut = node[n].cut;
#ifdef NOOPENS
  ledger.opensNext = today
#else
  ledger.opensNext = today + 1
#endif
}

/* the slot is used, and the next one opened */
inline used() {
  ledger.slot++; ledger.opens = ledger.opensNext;
  assert(ledger.slot < 15);
#ifdef OPENSPLIT
  waits(USED)
#else
  gathering()
#endif
}

inline accepted(n) {
#ifdef RECORDALL
  drop(node[n].mail);
#else
  unchanged(r, node[n].cut); drop(r); r = 0;
#endif
  used()
}

inline endedInDoubt() {
  inDoubt();
#if defined(ASSUME_SENT) || defined(NOCARRY)
  unchanged(r, ledger.cut); drop(r); r = 0;
#endif
#ifdef RESEND
  if :: ledger.held -> waits(RETRY) :: else -> used() fi
#else
  used()
#endif
}

/* mark finds nothing held */
#ifdef NOEMPTY
inline rests()         { skip }
#else
inline rests()         { atRest() }
#endif

inline refused()       { waits(RETRY); rested() }

inline switchedOff(n) {
#ifdef DROPALL
  drop(ALL);
#else
  unchanged(r, node[n].cut); drop(r); r = 0;
#endif
#ifdef OFFRESET
  ledger.opens = 0;
#endif
  gathering()
}
