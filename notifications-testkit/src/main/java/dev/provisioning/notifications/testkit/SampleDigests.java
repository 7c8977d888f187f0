package dev.provisioning.notifications.testkit;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Digest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Digests as an administrator might get them, to try a composer, a template or a translation of your own.
 *
 * <p>They are about one application, in the {@linkplain #kinds() ten kinds} alone and mixed, from a single problem to more than
 * a mail can list. Beyond {@value #KEPT} problems the others are only counted, as the library does it by default. The problems are
 * in English, because they are the engine's words, and no two in a digest are alike. What else a digest tells goes by its size:
 *
 * <ul>
 *   <li>from 1: the first mail there ever was, so everything in it is new;
 *   <li>from 2: there was a mail the day before, so in turn a problem is new, was told before, was kept back by the cap, or was
 *       perhaps told by a mail that nothing confirmed; two problems are resolved;
 *   <li>from 10: the mail is late, because the mail server did not take it; nothing is resolved;
 *   <li>from {@value #KEPT}: not late, and more problems are resolved than anybody wants to read.
 * </ul>
 *
 * <p>The same at every call and on every machine: instants are fixed, near to {@link #NOW}. Immutable and thread-safe.
 *
 * <pre>{@code
 * SampleDigests.in(Locale.GERMAN).all().forEach((name, digest) -> {
 *     Content content = composer.compose(digest);
 *     assertThat(SampleDigests.mail(digest, content).subject()).contains("Salesforce");
 * });
 * }</pre>
 */
public final class SampleDigests {
    /** When they are composed: on the morning of Tuesday 19 May 2026 in Europe. */
    public static final Instant NOW = Instant.parse("2026-05-19T06:04:00Z");

    /** A kind that no composer knows, with a remedy of its own. */
    public static final IssueKind OWN_KIND = IssueKind.of("access-review-overdue");

    /** How many problems are kept one by one; so many more as there are in a digest are only counted. */
    public static final int KEPT = 100;

    /** The most problems of a digest. */
    public static final int MAX_SIZE = 10_000;

    private static final List<IssueKind> KINDS = List.of(
            IssueKind.CREDENTIALS_INVALID,
            IssueKind.DELETE_THRESHOLD_EXCEEDED,
            IssueKind.QUOTA_EXCEEDED,
            IssueKind.TARGET_UNREACHABLE,
            IssueKind.QUARANTINED,
            IssueKind.SCHEMA_MISMATCH,
            IssueKind.FAILURE_RATE_EXCEEDED,
            IssueKind.CREDENTIALS_EXPIRING,
            IssueKind.JOB_DISABLED,
            OWN_KIND);
    private static final List<Integer> SIZES = List.of(1, 3, 20, 500);
    private static final List<Locale> LANGUAGES = Stream.of("en", "nl", "de", "fr", "es", "ar")
            .map(Locale::forLanguageTag)
            .toList();
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("ar", "Africa/Cairo"),
            Map.entry("de", "Europe/Berlin"),
            Map.entry("en", "Europe/London"),
            Map.entry("es", "Europe/Madrid"),
            Map.entry("fr", "Europe/Paris"),
            Map.entry("it", "Europe/Rome"),
            Map.entry("ja", "Asia/Tokyo"),
            Map.entry("nl", "Europe/Amsterdam"),
            Map.entry("pl", "Europe/Warsaw"),
            Map.entry("pt", "Europe/Lisbon"),
            Map.entry("tr", "Europe/Istanbul"));
    private static final String SITE = "https://iam.example.com/apps/salesforce/";

    private final Subscription subscription;

    private SampleDigests(Subscription subscription) {
        this.subscription = subscription;
    }

    /**
     * Digests for readers of a language, in a zone where it is spoken: {@code Europe/Berlin} for German, {@code Africa/Cairo} for
     * Arabic, UTC for a language that is rarely tried.
     *
     * @param language in which the mails shall be written
     * @return the digests
     */
    public static SampleDigests in(Locale language) {
        return in(language, ZoneId.of(ZONES.getOrDefault(language.getLanguage(), ZoneOffset.UTC.getId())));
    }

    /**
     * Digests for readers of a language in a zone.
     *
     * @param language in which the mails shall be written
     * @param zone in which times shall be shown
     * @return the digests
     */
    public static SampleDigests in(Locale language, ZoneId zone) {
        return of(Subscription.builder("Salesforce")
                .recipient("salesforce-owners@example.com")
                .language(language)
                .zone(zone)
                .report(ReportLink.of("Dashboard of Salesforce", SITE + "dashboard"))
                .report(ReportLink.of("Provisioning log of Salesforce", SITE + "log?day=2026-05-19", "Report Reader"))
                .settings(ReportLink.of("Notification settings", SITE + "notifications", "Application Owner"))
                .build());
    }

    /**
     * Digests for a subscription of your own.
     *
     * @param subscription who gets them, and how
     * @return the digests
     */
    public static SampleDigests of(Subscription subscription) {
        return new SampleDigests(subscription);
    }

    /** {@return the well-known kinds and {@link #OWN_KIND}} */
    public static List<IssueKind> kinds() {
        return KINDS;
    }

    /** {@return the sizes of the digests of {@link #all()}: 1, 3, 20, and 500} */
    public static List<Integer> sizes() {
        return SIZES;
    }

    /** {@return the languages in which the composer that comes with the library shall write, English first} */
    public static List<Locale> languages() {
        return LANGUAGES;
    }

    /**
     * A digest about problems of one kind.
     *
     * @param kind of which kind; for one that is not among {@link #kinds()} there are words that fit any problem
     * @param size how many problems, 1 to {@value #MAX_SIZE}
     * @return the digest
     * @throws IllegalArgumentException if the size is out of its bounds
     */
    public Digest digest(IssueKind kind, int size) {
        return digest(kind.name(), List.of(kind), size);
    }

    /**
     * A digest about problems of all {@link #kinds()}, in turn.
     *
     * @param size how many problems, 1 to {@value #MAX_SIZE}
     * @return the digest
     * @throws IllegalArgumentException if the size is out of its bounds
     */
    public Digest mixed(int size) {
        return digest("mixed", KINDS, size);
    }

    /**
     * Digests of each kind, and mixed ones, in each of the {@link #sizes()}.
     *
     * @return the digests in this order, by names such as {@code quota-exceeded-3} and {@code mixed-500}
     */
    public Map<String, Digest> all() {
        Map<String, Digest> all = new LinkedHashMap<>();
        KINDS.forEach(kind -> SIZES.forEach(size -> all.put(kind.name() + "-" + size, digest(kind, size))));
        SIZES.forEach(size -> all.put("mixed-" + size, mixed(size)));
        return Collections.unmodifiableMap(all);
    }

    /**
     * The mail that a transport would get; proves that the content is one that a mail can carry.
     *
     * @param digest a digest of this class
     * @param content what a composer has made of it
     * @return the mail, whose id is another for each digest and language
     * @throws IllegalArgumentException if a mail cannot carry the content; the message says why
     */
    public static Notification mail(Digest digest, Content content) {
        Subscription to = digest.subscription();
        String thread = "sample-" + digest.app().name() + "-" + to.language().toLanguageTag();
        return new Notification(
                digest.app(),
                thread + "." + digest.slot(),
                thread,
                1,
                digest.now(),
                to.recipients(),
                to.language(),
                digest.labels(),
                content.subject(),
                content.text(),
                content.html());
    }

    private Digest digest(String name, List<IssueKind> kinds, int size) {
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("size is not 1 to " + MAX_SIZE + ": " + size);
        }
        AppId app = AppId.of("sample", name + "-" + size);
        Instant lastMailAt = size < 2 ? null : NOW.minus(Duration.ofHours(24));
        SampleItems items = new SampleItems(new SampleIssues(app, NOW), lastMailAt, NOW);
        int kept = Math.min(size, KEPT);
        return new Digest(
                app,
                subscription,
                size < 2 ? 1 : 8,
                NOW,
                lastMailAt,
                nextMorning(),
                lateSince(size),
                items.ofKinds(kinds, kept),
                items.resolved(kinds, resolved(size)),
                counted(kinds, size - kept));
    }

    private Instant nextMorning() {
        ZoneId zone = subscription.zone();
        return NOW.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static @Nullable Instant lateSince(int size) {
        return size >= 10 && size < KEPT ? NOW.minus(Duration.ofMinutes(160)) : null;
    }

    private static int resolved(int size) {
        return size < 2 || (size >= 10 && size < KEPT) ? 0 : size < KEPT ? 2 : 25;
    }

    /** The first kinds have more than the last. */
    private static Map<IssueKind, Long> counted(List<IssueKind> kinds, long count) {
        Map<IssueKind, Long> counted = new HashMap<>();
        long left = count;
        for (IssueKind kind : kinds.subList(0, kinds.size() - 1)) {
            long share = (left + 2) / 3;
            counted.put(kind, share);
            left -= share;
        }
        counted.put(kinds.get(kinds.size() - 1), left);
        counted.values().removeIf(share -> share == 0);
        return counted;
    }
}
