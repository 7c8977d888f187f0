/* What no node decides: how often things happen, kills, and the administrator. */
inline killed(x) {
#ifdef STRICT
  promised(node[x].weak);
#endif
  node[x].known = 0; node[x].counted = 0; node[x].unwritten = 0; node[x].unresolved = 0; node[x].version = 0;
  node[x].waiting = 0; node[x].weak = 0;
  leaves(x, 0);
#if THREADS > 1
  leaves(x, 1);
#endif
  leavesDesk(x); endsCycle(x); endsAttempt(x);
#ifdef SEQUENCE
  node[x].drawn = 0;
#endif
#ifdef CASNOSTATE
  node[x].looked = 0;
#endif
#ifdef CUTFIRST
  node[x].cutBefore = false;
#endif
#ifdef OPENSPLIT
  node[x].opening = 0;
#endif
}

active proctype world() {
  byte n;
  atomic {
    UP_TO(reports); UP_TO(posts); UP_TO(resolves); UP_TO(cycles); UP_TO(offs); UP_TO(sweeps); UP_TO(crashes); UP_TO(smtp);
    UP_TO(faults); UP_TO(thefts); begun = true
  }
  do
  :: atomic { crashes > 0 ->
       crashes--;
       if :: n = 0 :: n = N - 1 fi;
       SAY("is killed\n"); killed(n); n = 0 }
  :: atomic { offs > 0 && on ->
       offs--; on = false; TELL("switched off\n"); settledEverywhere(ALL);
#ifdef PUSH
       pushed = true
#endif
     }
  :: atomic { !on -> on = true; certain = false; TELL("switched on\n") }
#if POSTS > 0
  :: atomic { posts > 0 ->
       posts--; ANY(k); TELL("a host commits a report\n"); ADD(posted, k); reported(k); if :: on -> promised(k) :: else fi; k = 0 }
#endif
  :: atomic { OVER && crashes == 0 && on -> break }
  od
}
