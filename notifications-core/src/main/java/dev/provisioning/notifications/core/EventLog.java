package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.NotificationListener;
import java.time.Instant;

/**
 * Writes what happens to the log: debug for what happens, warn where an operator must act, and there once per change and
 * not per attempt.
 */
final class EventLog implements NotificationListener {
    private static final Log LOG = Log.of(Notifier.class);

    @Override
    public void issueHeld(Issue issue, boolean slotUsed) {
        LOG.debug("{}: {} is held{}", issue.app(), issue.key(), slotUsed ? ", for the next window" : "");
    }

    @Override
    public void issueBuffered(Issue issue) {
        LOG.debug("{}: {} is kept in memory until the store is back", issue.app(), issue.key());
    }

    @Override
    public void issueRefused(Issue issue, String bound) {
        LOG.debug("{}: {} is not kept: {}", issue.app(), issue.key(), bound);
    }

    @Override
    public void issueResolved(AppId app, String key) {
        LOG.debug("{}: {} is resolved", app, key);
    }

    @Override
    public void issuesDropped(AppId app, int issues) {
        LOG.debug("{}: switched off, {} held issues are dropped", app, issues);
    }

    @Override
    public void slotClaimed(AppId app, long slot, int attempt) {
        LOG.debug("{}: slot {} is claimed, attempt {}", app, slot, attempt);
    }

    @Override
    public void compositionFailed(AppId app, long slot, Throwable cause) {
        LOG.warn("{}: the composer failed for slot {}; after three failures a plain text is sent", app, slot, cause);
    }

    @Override
    public void handedOver(AppId app, long slot) {
        LOG.debug("{}: slot {} is handed over", app, slot);
    }

    @Override
    public void accepted(AppId app, long slot, DeliveryResult.Accepted result) {
        LOG.debug("{}: the mail of slot {} is accepted: {}", app, slot, result.outcomes());
    }

    @Override
    public void retrying(AppId app, long slot, DeliveryResult.Retry result, Instant nextAttempt) {
        LOG.debug("{}: slot {} is tried again at {}: {}", app, slot, nextAttempt, result.fault());
    }

    @Override
    public void rejected(AppId app, long slot, DeliveryResult.Rejected result, Instant nextAttempt) {
        LOG.warn("{}: the mail of slot {} was refused, again at {}: {}", app, slot, nextAttempt, result.fault());
    }

    @Override
    public void misconfigured(AppId app, long slot, DeliveryResult.Misconfigured result, Instant nextAttempt) {
        LOG.warn("{}: mail cannot be sent before this is mended: {}", app, result.fault());
    }

    @Override
    public void inDoubt(AppId app, long slot, DeliveryResult.InDoubt result) {
        LOG.warn("{}: perhaps the mail of slot {} was accepted, perhaps not: {}", app, slot, result.fault());
    }

    @Override
    public void transportPaused(DeliveryFault fault, Instant until) {
        LOG.warn("Nothing is sent until {}: {}", until, fault);
    }

    @Override
    public void transportResumed() {
        LOG.info("The transport works again");
    }

    @Override
    public void storeLost(Throwable cause) {
        LOG.warn("The store is out of reach: reports are kept in memory, and nothing is sent", cause);
    }

    @Override
    public void storeBack() {
        LOG.info("The store is back");
    }
}
