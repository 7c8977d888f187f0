package dev.provisioning.notifications;

/**
 * Where the engine keeps what administrators have set, asked whenever it matters: when a new issue is held, right
 * before a mail is composed, and once more right before it leaves. Never asked for a repeat; once for
 * all of an application when counted repeats are written.
 *
 * <p>Called from any thread, also while the engine reports; it should answer from memory or a fast cache. If it throws
 * while an issue is reported the issue is held; if it throws before a mail would leave, the mail does not leave and is
 * tried again later.
 */
@FunctionalInterface
public interface SubscriptionSource {
    /**
     * Tells what is set for an application now.
     *
     * @param app which application
     * @return its subscription; {@link Subscription#off()} for an application that is not known
     */
    Subscription subscription(AppId app);
}
