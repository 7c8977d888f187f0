package dev.provisioning.notifications;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the administrator of an application has set: whether to notify, whom, and how. Immutable and thread-safe.
 *
 * @param active whether notifications are switched on
 * @param displayName what readers call the application, 1 to {@value #MAX_NAME} characters on one line; empty only
 *     when switched off
 * @param recipients who gets the mail, often one distribution list; at most {@value #MAX_RECIPIENTS}, and at least
 *     one when switched on
 * @param zone in whose calendar a day begins, and in which times are shown
 * @param language in which the mail is written, as far as the composer knows it
 * @param reports where to read more about the application; at most {@value #MAX_REPORTS}
 * @param settings where to change or switch off notifications, if there is a page for it
 */
public record Subscription(
        boolean active,
        String displayName,
        List<Recipient> recipients,
        ZoneId zone,
        Locale language,
        List<ReportLink> reports,
        @Nullable ReportLink settings) {
    /** The longest {@link #displayName()}, in UTF-16 units. */
    public static final int MAX_NAME = 100;

    /** The most {@link #recipients()}. */
    public static final int MAX_RECIPIENTS = 50;

    /** The most {@link #reports()}. */
    public static final int MAX_REPORTS = 10;

    private static final Subscription OFF =
            new Subscription(false, "", List.of(), ZoneOffset.UTC, Locale.ENGLISH, List.of(), null);

    /**
     * Makes a subscription; {@link #builder(String)} reads better.
     *
     * @throws IllegalArgumentException if a field is not as described above; the message names it
     */
    public Subscription {
        if (active || !Check.present("subscription.displayName", displayName).isEmpty()) {
            Check.line("subscription.displayName", displayName, MAX_NAME);
        }
        recipients = Check.list("subscription.recipients", recipients, MAX_RECIPIENTS);
        if (active && recipients.isEmpty()) {
            throw new IllegalArgumentException(
                    "subscription.recipients is empty, though " + Check.shown(displayName) + " is switched on");
        }
        Check.present("subscription.zone", zone);
        Check.present("subscription.language", language);
        reports = Check.list("subscription.reports", reports, MAX_REPORTS);
    }

    /** {@return the subscription of an application that is switched off, or that nobody has heard of} */
    public static Subscription off() {
        return OFF;
    }

    /**
     * Begins a subscription that is switched on, in the zone UTC and in English.
     *
     * @param displayName what readers call the application
     * @return a builder that still needs a {@link Builder#recipient(String)}
     */
    public static Builder builder(String displayName) {
        return new Builder(displayName);
    }

    /** Gathers the parts of a subscription. Not thread-safe. */
    public static final class Builder {
        private final String displayName;
        private boolean active = true;
        private final List<Recipient> recipients = new ArrayList<>();
        private ZoneId zone = ZoneOffset.UTC;
        private Locale language = Locale.ENGLISH;
        private final List<ReportLink> reports = new ArrayList<>();
        private @Nullable ReportLink settings;

        private Builder(String displayName) {
            this.displayName = displayName;
        }

        /**
         * Switches notifications on or off. Default: on.
         *
         * @param active whether to notify
         * @return this builder
         */
        public Builder active(boolean active) {
            this.active = active;
            return this;
        }

        /**
         * Adds a recipient by mail address.
         *
         * @param address a mail address, often of a distribution list
         * @return this builder
         * @throws IllegalArgumentException if it is not a mail address
         */
        public Builder recipient(String address) {
            return recipient(Recipient.mail(address));
        }

        /**
         * Adds a recipient.
         *
         * @param recipient who gets the mail
         * @return this builder
         */
        public Builder recipient(Recipient recipient) {
            recipients.add(recipient);
            return this;
        }

        /**
         * Says in whose calendar a day begins. Default: UTC.
         *
         * @param zone where the readers are
         * @return this builder
         */
        public Builder zone(ZoneId zone) {
            this.zone = zone;
            return this;
        }

        /**
         * Says in which language to write. Default: English.
         *
         * @param language what the readers read
         * @return this builder
         */
        public Builder language(Locale language) {
            this.language = language;
            return this;
        }

        /**
         * Adds a link to a report about the application.
         *
         * @param report where to read more
         * @return this builder
         */
        public Builder report(ReportLink report) {
            reports.add(report);
            return this;
        }

        /**
         * Says where notifications can be changed or switched off. Default: nothing is said about it.
         *
         * @param settings the page for it
         * @return this builder
         */
        public Builder settings(ReportLink settings) {
            this.settings = settings;
            return this;
        }

        /**
         * Makes the subscription.
         *
         * @return the subscription
         * @throws IllegalArgumentException if a field is missing or out of its bounds; the message names it
         */
        public Subscription build() {
            return new Subscription(active, displayName, recipients, zone, language, reports, settings);
        }
    }
}
