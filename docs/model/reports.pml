/* A node's memory, and the engine's threads: Memory, Known, Intake.report. */
#define ME node[n]
#define THREAD node[n].thread[t]
#ifdef CHECKADD           /* looked at already, when it was found */
#define IS_OPEN true
#else
#define IS_OPEN (!THREAD.closed)
#endif

/* A count was closed: whoever has found it finds it closed. */
inline closedFor(n, keys) {
  d_step {
    node[n].thread[0].closed = node[n].thread[0].closed ||
        (node[n].thread[0].does == FOUND && HAS(keys, node[n].thread[0].key));
#if THREADS > 1
    node[n].thread[1].closed = node[n].thread[1].closed ||
        (node[n].thread[1].does == FOUND && HAS(keys, node[n].thread[1].key));
#endif
  }
}

/* Memory.forget: closes all counts, and gives what was counted */
inline forget(n)    { closedFor(n, ME.known); ADD(ME.unwritten, ME.counted); ME.counted = 0; ME.known = 0 }

/* Memory.remember; what an older count of the issue has is taken over */
inline remember(n, keys) {
  closedFor(n, keys); ADD(ME.unwritten, ME.counted & (keys)); TAKE(ME.counted, keys); ADD(ME.known, keys)
}

inline leaves(n, t) { THREAD.does = AWAY; THREAD.key = 0; THREAD.closed = false }

/* Intake.admit: the subscription is asked before the desk */
inline slowWay(n, t) {
  if :: on -> THREAD.does = WAITING; THREAD.closed = false :: else -> SAY("answers IGNORED\n"); leaves(n, t) fi
}

active [N * THREADS] proctype engine() {
  byte n = (_pid - 1) / THREADS, t = (_pid - 1) % THREADS;
  do
  :: atomic { begun && reports > 0 && THREAD.does == AWAY && (n == 0 || started) ->     /* Memory.find */
       reports--; started = true; ANY(THREAD.key); SAY1("report of %d\n", THREAD.key);
       if
       :: node[n].cycle ->                                             /* OpenCycle.report, or a report beside it */
          if :: TAKE(node[n].unseen, THREAD.key); SAY("in its cycle\n") :: skip fi
       :: else
       fi;
       if :: HAS(node[n].known, THREAD.key) -> THREAD.does = FOUND :: else -> slowWay(n, t) fi }

  :: atomic { THREAD.does == FOUND && IS_OPEN ->                       /* Known.count */
       SAY("counts, answers MERGED\n");
       reported(THREAD.key); promisedByMemory(n, THREAD.key);
#ifdef CHECKADD
       if :: THREAD.closed -> skip :: else -> ADD(node[n].counted, THREAD.key) fi;
#else
       ADD(node[n].counted, THREAD.key);
#endif
       leaves(n, t) }
  :: atomic { THREAD.does == FOUND && !IS_OPEN -> SAY("finds the count closed\n"); slowWay(n, t) }

  :: atomic { THREAD.does == BUFFERING && node[n].job == NOBODY ->     /* Intake.buffer: Desks.keep */
       ADD(node[n].unwritten, THREAD.key);
#if defined(BUFHELD)
       SAY("answers HELD, though it is in memory only\n");
       reported(THREAD.key); if :: on -> promised(THREAD.key) :: else fi;
#elif defined(STRICT)
       SAY("answers BUFFERED\n"); happened(THREAD.key);                /* which promises nothing after a kill */
#else
       SAY("answers BUFFERED\n"); reported(THREAD.key); promisedByMemory(n, THREAD.key);
#endif
       leaves(n, t) }
#ifdef NOSTAMP
  :: atomic { THREAD.does == REMEMBERING -> SAY("remembers, away from the desk\n");
       ADD(node[n].known, THREAD.key); leaves(n, t) }
#endif
  :: atomic { OVER -> break }
  od
}
