package dev.provisioning.notifications.soak.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether one process has marked a mail about an application between off and on. */
final class SwitchedOff {
    private final Set<String> off = new HashSet<>();
    private final Set<String> begunWhileOff = new HashSet<>();
    private final List<Violation> found = new ArrayList<>();

    private SwitchedOff() {}

    static Stream<Violation> violations(ReadJournal journal) {
        SwitchedOff state = new SwitchedOff();
        journal.lines().forEach(state::next);
        return state.found.stream();
    }

    private void next(Line line) {
        switch (line.what()) {
            case "off" -> off.add(line.word(0));
            case "switching-on" -> {
                off.remove(line.word(0));
                begunWhileOff.clear();
            }
            case "passing" -> begin(line.word(0), line.word(1));
            case "passed" -> {
                if (begunWhileOff.contains(line.word(1))) {
                    found.add(new Violation(Violation.Kind.SWITCHED_OFF, line.word(1) + " of " + line.word(0)));
                }
            }
            default -> {}
        }
    }

    private void begin(String app, String mail) {
        if (off.contains(app)) {
            begunWhileOff.add(mail);
        }
    }
}
