package dev.provisioning.notifications.interop;

import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether tests with Postfix are run: not unless asked for; and who asks for them is told what they lack. */
final class PostfixCondition implements ExecutionCondition {
    private static final Logger LOG = LoggerFactory.getLogger(PostfixCondition.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ConditionEvaluationResult decision = decide(
                Boolean.getBoolean("interop.postfix"),
                PostfixInstallation.find().missing());
        if (decision.isDisabled()) {
            LOG.warn(
                    "{} skipped: {}",
                    context.getDisplayName(),
                    decision.getReason().orElse(""));
        }
        return decision;
    }

    static ConditionEvaluationResult decide(boolean wanted, List<String> missing) {
        if (!wanted) {
            return ConditionEvaluationResult.disabled(
                    "Postfix is tried by mvn -Pinterop verify" + (missing.isEmpty() ? "" : "; " + lack(missing)));
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("The profile interop cannot try Postfix: " + lack(missing));
        }
        return ConditionEvaluationResult.enabled("the profile interop asks for it, and everything is there");
    }

    private static String lack(List<String> missing) {
        return "this machine lacks " + String.join(", ", missing) + " (" + PostfixInstallation.REMEDY + ")";
    }
}
