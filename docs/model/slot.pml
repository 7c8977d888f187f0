/*
 * One application: N nodes with THREADS engine threads each, one store, one mail server, KEYS issues.
 *
 * An option of a loop below is one thing that happens at once: one operation of the store, one answer of the mail
 * server, one access to a node's memory. Between two of them anything else may happen, for any length of time: so a
 * paused node, a lease that is over and a wrong clock need no step of their own.
 *
 * Without a -D the model is the library as it is built. Each -D that README.md lists takes one protection out.
 */
#ifndef N
#define N 2
#endif
#ifndef THREADS
#define THREADS 1
#endif
#ifndef KEYS
#define KEYS 1
#endif

/* How often each may happen, at most; a run chooses how often it does. */
#ifndef REPORTS
#define REPORTS 0
#endif
#ifndef POSTS         /* issues that a host reports within a transaction of its own */
#define POSTS 0
#endif
#ifndef RESOLVES
#define RESOLVES 0
#endif
#ifndef CYCLES
#define CYCLES 0
#endif
#ifndef OFFS          /* the administrator switches off; on again costs nothing */
#define OFFS 0
#endif
#ifndef SWEEPS        /* memory forgets for want of room, or of repeats */
#define SWEEPS 0
#endif
#ifndef CRASHES
#define CRASHES 0
#endif
#ifndef SMTP          /* anything but 250, before the mark or after it */
#define SMTP 0
#endif
#ifndef STORE         /* the store throws, and what it was asked to do has happened, has not, or may yet */
#define STORE 0
#endif
#ifndef THEFTS        /* a lease is over although its owner lives */
#define THEFTS 0
#endif

#define ALL ((1 << KEYS) - 1)
#define EACH_OF(count, what) i = 0; do :: i < count -> what; i++ :: else -> break od; i = 0
#define EACH_NODE(what) EACH_OF(N, what)
#define EACH_KEY(what) EACH_OF(KEYS, what)
#define ADD(set, x) set = set | (x)
#define TAKE(set, x) set = set & ~(x)
#define HAS(set, x) ((set) & (x))

/* An issue is a bit; its place in an array is PLACE. */
#define PLACE(key) ((key) >> 1)
#if KEYS == 1
#define ANY(key) key = 1
#else
#define ANY(key) if :: key = 1 :: key = 2 fi
#endif
#define UP_TO(budget) do :: budget > 0 -> budget-- :: break od

#ifdef TRACE          /* to read a trail; a trail fits only the program that wrote it */
#define SAY(words) printf("  node %d ", n); printf(words)
#define SAY1(words, x) printf("  node %d ", n); printf(words, x)
#define TELL(words) printf("  world: "); printf(words)
#else
#define SAY(words) skip
#define SAY1(words, x) skip
#define TELL(words) skip
#endif

byte reports = REPORTS, posts = POSTS, resolves = RESOLVES, cycles = CYCLES, offs = OFFS, sweeps = SWEEPS,
     crashes = CRASHES, smtp = SMTP, faults = STORE, thefts = THEFTS;
bool begun;
bool started;         /* the nodes are alike, so the first report may as well be of the first */
bool on = true;       /* what the SubscriptionSource answers */
bool pushed;          /* the engine calls deactivate */
byte today = 1;       /* the policy's window */
byte i, j, k, r;      /* scratch: 0 between two steps */

/* What a report is doing. */
mtype = { AWAY, FOUND, WAITING, WRITING, BUFFERING, REMEMBERING };
typedef Thread {
  mtype does = AWAY;
  byte key;
  bool closed;        /* the Known that it has found was closed meanwhile */
}

/* Who is at the desk; and how far a claim has got there. */
mtype = { NOBODY, REPORT, REPEAT, FLUSH, CLAIM, RESOLVE, COMPLETE, DEACTIVATE, OUTBOX };
mtype = { OWN, FORGETTING };

/* How far a claim has got. */
mtype = { NONE, ASKING, PASSING, MARKING, SENDING, RECORDING };
mtype = { ACCEPTED, UNANSWERED, REFUSED, SWITCHED_OFF };

typedef Node {
  Thread thread[THREADS];
  /* Memory: issues with an open Known, and those of them that were counted and not taken */
  byte known;
  byte counted;
  /* Desk */
  mtype job = NOBODY;
  mtype part = OWN;
  byte who;           /* the thread whose report is at the desk */
  byte key;           /* what is being resolved */
  byte seen;          /* its version, as it was read first; 0 if it was not held */
  bool over;          /* the lease of the owner is over for this claim */
  bool fresh;         /* whoever is at the desk has read the ledger, and nobody has changed it since */
  byte unwritten;
  byte unresolved;
  byte version;       /* of the entry to be resolved later */
  byte waiting;       /* what was found in the outbox */
  /* OpenCycle */
  bool cycle;
  byte unseen;
  byte since;
  /* Attempt, Handoff, Recorder */
  mtype stage = NONE;
  byte token;
  byte slot;
  byte cut;           /* revision of the ledger that the mail is composed from */
  byte mail;          /* what that ledger holds */
  byte at;            /* window of the mark */
  bool newest;        /* Attempt.newest is the ledger in the store */
  bool late;          /* a mark of which the store said nothing may yet happen */
  mtype result = ACCEPTED;
  /* what an observer notes: see observer.pml */
  byte weak;
  byte tells;
  byte tellsSurely;
  byte sinceCycle;
  bool doubted;
#ifdef CAUSE
  byte sinceClaim;
#endif
#ifdef ASKFIRST
  bool was;           /* the answer of the subscription */
#endif
#ifdef SEQUENCE
  byte drawn;         /* the version */
#endif
#ifdef CASNOSTATE
  byte looked;        /* the token that was read */
#endif
#ifdef CUTFIRST
  bool cutBefore;     /* the counts were closed, in a visit at the desk before the claim's */
#endif
#ifdef OPENSPLIT
  byte opening;       /* 0 nothing was read; 1, nothing was held; 2, something was */
#endif
}
Node node[N];

#include "ledger.pml"
#include "observer.pml"
#include "reports.pml"
#include "mails.pml"
#include "desk.pml"
#include "world.pml"
