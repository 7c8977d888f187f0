package dev.provisioning.notifications.interop;

import java.util.List;
import java.util.function.Supplier;
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
                () -> PostfixInstallation.find().missing());
        if (decision.isDisabled()) {
            LOG.warn(
                    "{} skipped: {}",
                    context.getDisplayName(),
                    decision.getReason().orElse(""));
        }
        return decision;
    }

    /** Does not look at the machine before it is asked to. */
    static ConditionEvaluationResult decide(boolean wanted, Supplier<List<String>> missing) {
        if (!wanted) {
            return ConditionEvaluationResult.disabled(
                    "mvn -Pinterop verify tries Postfix, as root, where it is installed: "
                            + PostfixInstallation.REMEDY);
        }
        List<String> lacking = missing.get();
        if (!lacking.isEmpty()) {
            throw new IllegalStateException(
                    "The profile interop cannot try Postfix: this machine lacks " + String.join(", and ", lacking));
        }
        return ConditionEvaluationResult.enabled("the profile interop asks for it, and everything is there");
    }
}
