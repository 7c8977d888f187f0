package dev.provisioning.notifications.example;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an engine is started with.
 *
 * @param mailServer the URL of the mail server
 * @param applications the file with what the administrators have set up
 * @param people the file of the personnel office
 * @param store the file in which the library keeps what it must not forget; null to keep it in memory
 */
record EngineSetup(
        String mailServer,
        Path applications,
        Path people,
        @Nullable Path store) {
    private static final int STORE = 3;

    static EngineSetup of(List<String> arguments) {
        return new EngineSetup(
                arguments.get(0),
                Path.of(arguments.get(1)),
                Path.of(arguments.get(2)),
                arguments.size() > STORE ? Path.of(arguments.get(STORE)) : null);
    }

    /** {@return the same as a command line has it} */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(mailServer, applications.toString(), people.toString()));
        if (store != null) {
            arguments.add(store.toString());
        }
        return arguments;
    }
}
