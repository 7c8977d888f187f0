package dev.provisioning.notifications.soak;

import java.io.IOException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether strace is there, new enough, and may watch other processes. */
final class StraceCondition implements ExecutionCondition {
    private static final String REMEDY =
            "strace 5.3 or newer that may watch: apt-get install strace, and ptrace allowed";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (works()) {
            return ConditionEvaluationResult.enabled("strace works");
        }
        System.err.println(context.getDisplayName() + " skipped, needs " + REMEDY);
        return ConditionEvaluationResult.disabled("needs " + REMEDY);
    }

    private static boolean works() {
        try {
            return new ProcessBuilder("strace", "--seccomp-bpf", "-f", "-e", "trace=fsync", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
