package dev.provisioning.notifications.benchmarks.store.mails;

/** How mails that are due are brought to their end. */
public enum Delivery {
    /** One alone, by its three steps. */
    STEPS_ALONE("`replace`, 1 due", false, false),
    /** Many, by their three steps. */
    STEPS_OF_MANY("`replace` in 4 threads, {many} due", true, false),
    /** One alone, by a notifier. */
    NOTIFIER_ALONE("`Notifier`, 1 due", false, true),
    /** Many, by a notifier. */
    NOTIFIER_OF_MANY("`Notifier`, 4 deliveries at a time, {many} due", true, true);

    private final String label;
    private final boolean many;
    private final boolean byNotifier;

    Delivery(String label, boolean many, boolean byNotifier) {
        this.label = label;
        this.many = many;
        this.byNotifier = byNotifier;
    }

    /** {@return how tables name it, if so many are many} */
    public String label(String count) {
        return label.replace("{many}", count);
    }

    /** {@return whether many mails are due at once} */
    public boolean isOfMany() {
        return many;
    }

    boolean isByNotifier() {
        return byNotifier;
    }
}
