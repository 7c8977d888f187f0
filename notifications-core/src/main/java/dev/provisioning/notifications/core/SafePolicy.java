package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.NotificationPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The host's policy, used safely: a question that it fails at, or answers against its contract, is answered as
 * {@link DailyPolicy} would; and a warning says so, once. So a bad policy neither silences an application nor sends it a
 * second mail a day, and no issue is ignored because of it.
 */
final class SafePolicy implements NotificationPolicy {
    private static final Log LOG = Log.of(SafePolicy.class);
    private static final Duration LONGEST = Duration.ofDays(3_660);
    private static final NotificationPolicy DAILY = DailyPolicy.standard();

    private final NotificationPolicy policy;
    private final Complaint fails = new Complaint(LOG);

    SafePolicy(NotificationPolicy policy) {
        this.policy = policy;
    }

    @Override
    public boolean admits(Issue issue) {
        try {
            return policy.admits(issue);
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
            complain("admits", e);
            return true;
        }
    }

    @Override
    public Instant opensAt(AppId app, Instant usedAt, ZoneId zone) {
        return answer(
                "opensAt",
                asked -> asked.opensAt(app, usedAt, zone),
                opens -> opens.isAfter(usedAt) && !opens.isAfter(usedAt.plus(longestWindow())));
    }

    @Override
    public Instant dueAt(AppId app, Instant heldAt, Instant opensAt, ZoneId zone) {
        return answer("dueAt", asked -> asked.dueAt(app, heldAt, opensAt, zone), due -> !due.isBefore(opensAt));
    }

    @Override
    public Duration longestWindow() {
        return answer(
                "longestWindow",
                NotificationPolicy::longestWindow,
                longest -> !longest.isNegative() && longest.compareTo(LONGEST) <= 0);
    }

    private <T> T answer(String question, Function<NotificationPolicy, T> ask, Predicate<T> isAllowed) {
        try {
            @Nullable T answer = ask.apply(policy);
            if (answer != null && isAllowed.test(answer)) {
                return answer;
            }
            complain(question, new IllegalStateException(question + " answered " + answer));
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
            complain(question, e);
        }
        return ask.apply(DAILY);
    }

    private void complain(String question, Throwable cause) {
        fails.complain("The policy fails at {}, so the daily policy answers in its place", question, cause);
    }
}
