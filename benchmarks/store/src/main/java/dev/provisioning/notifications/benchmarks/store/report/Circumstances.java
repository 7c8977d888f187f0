package dev.provisioning.notifications.benchmarks.store.report;

import java.util.Locale;

/**
 * What figures depend on.
 *
 * @param rounds how often each was measured
 * @param mailRounds how often mails were sent in each way
 * @param many how many mails were due at once
 * @param crowd how many applications the crowded store held
 * @param sqlite which SQLite
 * @param postgresql which PostgreSQL, and how it is set up
 * @param machine on what
 * @param disk on which kind of disk
 */
public record Circumstances(
        int rounds,
        int mailRounds,
        int many,
        int crowd,
        String sqlite,
        String postgresql,
        String machine,
        String disk) {
    String manyInWords() {
        return count(many);
    }

    String crowdInWords() {
        return count(crowd);
    }

    private static String count(int figure) {
        return String.format(Locale.ROOT, "%,d", figure);
    }
}
