package dev.provisioning.notifications.benchmarks.scale.mails;

import java.util.Map;
import java.util.Objects;

/**
 * What mails cost from end to end.
 *
 * @param sendings by the number of deliveries at a time
 * @param profiled what those have cost that were looked at
 * @param profile where their time went
 */
public record MailFigures(Map<Integer, Sending> sendings, Sending profiled, Profile profile) {
    /** {@return what those have cost that were delivered so many at a time} */
    public Sending sending(int deliveries) {
        return Objects.requireNonNull(sendings.get(deliveries));
    }
}
