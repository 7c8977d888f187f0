package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.NotificationPolicy;
import dev.provisioning.notifications.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The default policy: critical issues deserve a person, and an application gets at most one mail a day.
 *
 * <ul>
 *   <li>The first fresh issue of an open slot waits a <em>gathering time</em>, so that a burst is one mail.
 *   <li>The next slot opens at the start of the next calendar day in the subscription's zone, whatever daylight saving
 *       does to it; or, if chosen, a rolling period after the last mail.
 *   <li>What was held before the slot opened waits for a <em>morning time</em> of the day on which it opens, and goes
 *       earlier only together with a fresh issue.
 *   <li>Applications that would be due at the same morning are <em>spread</em>, each by an offset of its own that never
 *       changes. After a rolling period each has a time of its own anyway.
 * </ul>
 *
 * <p>Immutable and thread-safe.
 */
public final class DailyPolicy implements NotificationPolicy {
    private static final Duration LONGEST_DAY = Duration.ofDays(2);

    private final Severity threshold;
    private final Duration gathering;
    private final @Nullable Duration rolling;
    private final Duration minimumGap;
    private final LocalTime morning;
    private final Duration spread;

    private DailyPolicy(Builder builder) {
        this.threshold = builder.threshold;
        this.gathering = builder.gathering;
        this.rolling = builder.rolling;
        this.minimumGap = builder.minimumGap;
        this.morning = builder.morning;
        this.spread = builder.spread;
    }

    /** {@return the policy with every default} */
    public static DailyPolicy standard() {
        return builder().build();
    }

    /** {@return a builder that holds every default} */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public boolean admits(Issue issue) {
        return issue.severity().isAtLeast(threshold);
    }

    @Override
    public Instant opensAt(AppId app, Instant usedAt, ZoneId zone) {
        Instant opens = rolling == null ? nextDay(usedAt, zone) : usedAt.plus(rolling);
        Instant gapOver = usedAt.plus(minimumGap);
        return opens.isAfter(gapOver) ? opens : gapOver;
    }

    @Override
    public Instant dueAt(AppId app, Instant heldAt, Instant opensAt, ZoneId zone) {
        if (!heldAt.isBefore(opensAt)) {
            return heldAt.plus(gathering);
        }
        ZonedDateTime opens = opensAt.atZone(zone);
        Instant wanted = opens.toLocalDate().atTime(morning).atZone(zone).toInstant();
        if (rolling != null && !wanted.isAfter(opensAt)) {
            return opensAt;
        }
        return (wanted.isAfter(opensAt) ? wanted : opensAt).plus(offset(app));
    }

    @Override
    public Duration longestWindow() {
        Duration window = rolling == null ? LONGEST_DAY : rolling;
        return window.compareTo(minimumGap) > 0 ? window : minimumGap;
    }

    /** A clock that goes back over midnight begins the next day twice, and only the second time the day before is over. */
    private static Instant nextDay(Instant usedAt, ZoneId zone) {
        ZonedDateTime next = usedAt.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone);
        Instant again = next.withLaterOffsetAtOverlap().toInstant();
        LocalDate before = LocalDate.ofInstant(again.minusNanos(1), zone);
        return before.isBefore(next.toLocalDate()) ? again : next.toInstant();
    }

    /** The same for an application in every process, and spread evenly: a finalizer of MurmurHash over both parts. */
    private Duration offset(AppId app) {
        if (spread.toMillis() == 0) {
            return Duration.ZERO;
        }
        int hash = 31 * app.tenant().hashCode() + app.name().hashCode();
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        return Duration.ofMillis(Math.floorMod((long) (hash ^ (hash >>> 16)), spread.toMillis()));
    }

    /** Gathers the settings of a policy. Not thread-safe. */
    public static final class Builder {
        private static final Duration LONGEST = Duration.ofDays(31);

        private Severity threshold = Severity.CRITICAL;
        private Duration gathering = Duration.ofMinutes(1);
        private @Nullable Duration rolling;
        private Duration minimumGap = Duration.ZERO;
        private LocalTime morning = LocalTime.of(8, 0);
        private Duration spread = Duration.ofMinutes(10);

        private Builder() {}

        /**
         * Sets the least severity that deserves a person. Default: {@link Severity#CRITICAL}.
         *
         * @param threshold the least severity to admit
         * @return this builder
         */
        public Builder threshold(Severity threshold) {
            this.threshold = threshold;
            return this;
        }

        /**
         * Sets how long the first fresh issue waits for others. Default: 1 minute.
         *
         * @param gathering from zero to a day
         * @return this builder
         */
        public Builder gathering(Duration gathering) {
            this.gathering = gathering;
            return this;
        }

        /**
         * Opens the next slot at the start of the next calendar day in the subscription's zone. This is the default.
         *
         * @return this builder
         */
        public Builder calendarDay() {
            this.rolling = null;
            return this;
        }

        /**
         * Opens the next slot a period after the last mail, wherever midnight is. Default: {@link #calendarDay()}.
         *
         * @param period from a minute to 31 days, often 24 hours
         * @return this builder
         */
        public Builder rolling(Duration period) {
            this.rolling = period;
            return this;
        }

        /**
         * Sets the least time between two mails, so that one at 23:59 is not followed by one at 00:01. Default: none.
         *
         * @param minimumGap from zero to 31 days
         * @return this builder
         */
        public Builder minimumGap(Duration minimumGap) {
            this.minimumGap = minimumGap;
            return this;
        }

        /**
         * Sets for which time of day, in the subscription's zone, issues wait that were kept back by the cap.
         * Default: 08:00.
         *
         * @param morning a time of day; midnight sends them as soon as the day begins
         * @return this builder
         */
        public Builder morning(LocalTime morning) {
            this.morning = morning;
            return this;
        }

        /**
         * Sets over how long a time the mails of one morning are spread. Default: 10 minutes.
         *
         * @param spread from zero to a day
         * @return this builder
         */
        public Builder spread(Duration spread) {
            this.spread = spread;
            return this;
        }

        /**
         * Makes the policy.
         *
         * @return the policy
         * @throws InvalidConfigurationException if a setting is out of its range; it names every one that is
         */
        public DailyPolicy build() {
            Faults faults = new Faults();
            faults.required("policy.threshold", threshold);
            faults.required("policy.morning", morning);
            faults.duration("policy.gathering", gathering, Duration.ZERO, Duration.ofDays(1));
            if (rolling != null) {
                faults.duration("policy.rolling", rolling, Duration.ofMinutes(1), LONGEST);
            }
            faults.duration("policy.minimumGap", minimumGap, Duration.ZERO, LONGEST);
            faults.duration("policy.spread", spread, Duration.ZERO, Duration.ofDays(1));
            faults.throwIfAny();
            return new DailyPolicy(this);
        }
    }
}
