package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Cycle;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueSink;
import dev.provisioning.notifications.Resolution;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.SentMail;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes reports of issues, and sends at most one mail per application and policy window about them.
 *
 * <p>What happens to an issue, in this order:
 * <ol>
 *   <li><em>report</em>: the engine calls {@link #report};
 *   <li><em>admit</em>: the {@linkplain dev.provisioning.notifications.NotificationPolicy policy} says whether it deserves
 *       a person, and the subscription whether notifications are switched on;
 *   <li><em>hold</em>: it is recorded in the ledger of its application;
 *   <li><em>due</em>: when the policy says so, a node
 *   <li><em>claims</em> the application's slot,
 *   <li><em>composes</em> a mail of all that is held, and has it
 *   <li><em>delivered</em> by the {@linkplain dev.provisioning.notifications.Transport transport}, which passes the
 *   <li><em>point of no return</em> right before the mail leaves; its answer is the
 *   <li><em>receipt</em> that ends the slot or keeps it open for another attempt.
 * </ol>
 *
 * <p>Thread-safe. Wakes only when something is due. {@link #close()} ends it; what is held stays held in the store. The
 * transport, the store and the executor belong to the host, which closes them afterwards.
 *
 * <pre>{@code
 * Notifier notifier = Notifier.builder()
 *         .subscriptions(administrators::subscriptionOf)
 *         .transport(SmtpTransport.of("smtps://mail.example.com", "provisioning@example.com"))
 *         .build();
 * notifier.report(Issue.builder(app, IssueKind.CREDENTIALS_INVALID)
 *         .summary("Salesforce refuses the password of the service account")
 *         .build());
 * }</pre>
 */
public final class Notifier implements IssueSink, AutoCloseable {
    private final Parts parts;
    private final @Nullable OwnThreads ownThreads;
    private final Wakeup wakeup;
    private final Flusher flusher;
    private final Intake intake;
    private final OutboxReader outbox;
    private final Recorder recorder;
    private final Dispatcher dispatcher;
    private final Explainer explainer;
    private final Draft draft;
    private final TestMail testMail;

    Notifier(Parts parts, @Nullable OwnThreads ownThreads) {
        this.parts = parts;
        this.ownThreads = ownThreads;
        Memory memory = new Memory(parts.limits().maxKnown(), parts.limits().maxBuffered());
        Desks desks = new Desks(parts.limits().maxBuffered());
        Gate gate = new Gate(parts.limits().mailsPerSecond(), parts.random(), parts.scheduler()::nanoTime);
        this.wakeup = new Wakeup(parts.clock(), parts.scheduler(), this::look);
        this.flusher = new Flusher(parts, memory, desks, wakeup);
        this.intake = new Intake(parts, memory, desks, flusher, wakeup);
        this.outbox = new OutboxReader(parts, memory, desks, wakeup);
        this.recorder = new Recorder(parts);
        Settlement settlement = new Settlement(parts, gate, recorder, wakeup);
        this.dispatcher = new Dispatcher(parts, gate, new Sender(parts, memory, desks, flusher, settlement), wakeup);
        this.explainer = new Explainer(parts, gate);
        this.draft = new Draft(parts, desks, flusher);
        this.testMail = new TestMail(parts);
    }

    /** {@return a builder that holds every default, and still needs a transport and subscriptions} */
    public static NotifierBuilder builder() {
        return new NotifierBuilder();
    }

    @Override
    public Disposition report(Issue issue) {
        return intake.report(issue);
    }

    @Override
    public Resolution resolve(AppId app, String key) {
        return intake.resolve(app, key);
    }

    @Override
    public Cycle beginCycle(AppId app) {
        return intake.beginCycle(app);
    }

    /**
     * Makes certain that nothing leaves for an application any more: drops all that is held for it, and stops a mail that
     * has not passed the point of no return. To be called after the subscription was switched off; whoever can wait for
     * the next mail to find that out need not call it. That a slot was used is not forgotten.
     *
     * @param app which application
     * @throws dev.provisioning.notifications.spi.StoreException if the store did not confirm it
     */
    public void deactivate(AppId app) {
        intake.deactivate(app);
    }

    /**
     * Erases what is kept of an application about people: everything that was reported of it, and to whom which mails
     * were sent. What is held is dropped with it, and a mail before the point of no return is stopped, as with
     * {@link #deactivate}; what is reported afterwards is held anew. That a slot was used is not forgotten. A mail
     * that is past the point of no return is recorded once its answer is there; whoever must know that nothing is kept
     * calls this again then.
     *
     * @param app which application
     * @throws dev.provisioning.notifications.spi.StoreException if the store did not confirm it
     */
    public void erase(AppId app) {
        intake.erase(app);
    }

    /**
     * Tells what was sent for an application, when, to whom and with which outcome, as far back as the store keeps it: the
     * one in memory the last mail, a durable one those of 90 days unless it was told otherwise.
     *
     * @param app which application
     * @param limit how many mails to tell at most, at least 1
     * @return its mails, the newest first
     * @throws dev.provisioning.notifications.spi.StoreException if the store cannot be read
     * @throws IllegalArgumentException if the limit is less than 1
     */
    public List<SentMail> mails(AppId app, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + ", less than 1");
        }
        return parts.store().mails(app, limit);
    }

    /**
     * Says why a mail will go out for an application, or why not, and what was sent last.
     *
     * @param app which application
     * @return the explanation, as of now
     */
    public Explanation explain(AppId app) {
        return explainer.explain(app);
    }

    /**
     * Tells what the next mail about an application would say if it left now: all that is held, and what was resolved. Claims
     * nothing and sends nothing; what memory has counted is written first, so that the draft counts it.
     *
     * @param app which application
     * @return subject, text and perhaps HTML; empty if nothing is held, or the application is switched off or not known
     * @throws dev.provisioning.notifications.spi.StoreException if the store cannot be read; what the composer throws is
     *     passed on
     */
    public Optional<Content> draft(AppId app) {
        return draft.of(app);
    }

    /**
     * A preview of what this notifier would mail: with its composer, and its rules of privacy.
     *
     * @return the preview
     */
    public NotificationPreview preview() {
        return new NotificationPreview(parts.screen(), parts.editor());
    }

    /**
     * Sends a test mail to an application's recipients, at once and on the calling thread, whatever was sent today. It
     * uses no slot. Nothing is sent if the application is switched off or nobody has heard of it: then the answer is
     * {@link DeliveryResult.Rejected}.
     *
     * @param app which application
     * @return what became of it
     */
    public DeliveryResult sendTest(AppId app) {
        return testMail.send(app);
    }

    /**
     * Takes no more reports, writes what memory holds back, and waits for deliveries under way, at most for the
     * {@linkplain NotifierBuilder#closeTimeout close time-out}. A delivery that is still under way then is interrupted:
     * before the point of no return it did not happen, after it, it is in doubt once its lease is over. Has no effect a
     * second time.
     */
    @Override
    public void close() {
        intake.close();
        wakeup.close();
        dispatcher.close();
        flusher.close();
        awaitDeliveries();
        recorder.close();
        if (ownThreads != null) {
            ownThreads.close();
        }
    }

    /** Looks for what a previous life, or another node, has left. */
    void start() {
        wakeup.by(parts.clock().instant());
    }

    private void awaitDeliveries() {
        try {
            if (!dispatcher.awaitQuiet(parts.limits().closeTimeout())) {
                dispatcher.interrupt();
            }
        } catch (InterruptedException e) {
            dispatcher.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        outbox.read();
        dispatcher.look();
        flusher.sweep();
    }
}
