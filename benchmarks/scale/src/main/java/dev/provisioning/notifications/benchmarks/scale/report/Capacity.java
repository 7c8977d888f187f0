package dev.provisioning.notifications.benchmarks.scale.report;

import dev.provisioning.notifications.benchmarks.scale.mails.MailFigures;
import dev.provisioning.notifications.benchmarks.scale.mails.Sending;
import dev.provisioning.notifications.benchmarks.scale.memory.Keeper;
import dev.provisioning.notifications.benchmarks.scale.memory.MemoryFigures;
import dev.provisioning.notifications.benchmarks.scale.morning.Morning;
import dev.provisioning.notifications.benchmarks.scale.morning.MorningFigures;
import dev.provisioning.notifications.benchmarks.scale.morning.Occupied;
import dev.provisioning.notifications.benchmarks.scale.start.StartFigures;
import dev.provisioning.notifications.benchmarks.store.medium.Engine;
import java.util.Comparator;

/**
 * What so many applications would take that nobody can measure them, computed from what was measured of fewer.
 *
 * @param applications how many
 * @param memory what was measured
 * @param morning what was measured
 * @param start what was measured
 * @param mails what was measured
 */
record Capacity(
        double applications, MemoryFigures memory, MorningFigures morning, StartFigures start, MailFigures mails) {
    private static final double SECONDS_OF_AN_HOUR = 3_600;
    private static final double MILLIS_OF_AN_HOUR = 3_600_000;

    /** The most that were measured in one store: nobody promises more of a shard. */
    int ofAShard() {
        return start.openings().keySet().stream().max(Integer::compare).orElse(1);
    }

    double shards() {
        return Math.ceil(applications / ofAShard());
    }

    /** What an application with an issue takes of an SQLite file that is closed. */
    double fileBytesEach() {
        return start.bytes(ofAShard()) / (double) ofAShard();
    }

    /** What an application with an issue takes of a PostgreSQL database, where most were put in. */
    double databaseBytesEach() {
        return morning.occupied().stream()
                .filter(occupied -> occupied.engine() == Engine.POSTGRESQL)
                .max(Comparator.comparingInt(Occupied::applications))
                .map(Occupied::each)
                .orElse(Double.NaN);
    }

    /** What an application takes of the heap; a difference of two collections may be less than nothing. */
    double heapBytesEach(Keeper keeper) {
        return Math.max(0, memory.bytesOfMost(keeper));
    }

    double mailsADay(double part) {
        return applications * part;
    }

    /** How many mails a second one node sends, from the report to the server's answer, at best. */
    double mailsPerSecond() {
        return mails.sendings().values().stream()
                .mapToDouble(Sending::perSecond)
                .max()
                .orElse(Double.NaN);
    }

    /** How many mails a second so many nodes on one database send with the most applications due. */
    double mailsPerSecond(Engine engine, int nodes) {
        return morning.mostDue(engine, nodes).map(Morning::perSecond).orElse(Double.NaN);
    }

    /** The least processor time of a mail, in milliseconds. */
    double cpuMillis() {
        return mails.sendings().values().stream()
                .mapToDouble(Sending::cpuMillis)
                .min()
                .orElse(Double.NaN);
    }

    double processorHours(double part) {
        return mailsADay(part) * cpuMillis() / MILLIS_OF_AN_HOUR;
    }

    /** How many nodes it takes that a morning is over after an hour. */
    double nodesForAnHour(double part, double mailsPerSecondOfANode) {
        return Math.ceil(mailsADay(part) / SECONDS_OF_AN_HOUR / mailsPerSecondOfANode);
    }

    /** How long a morning takes if each shard has one node. */
    double hoursOfAMorning(double part, double mailsPerSecondOfANode) {
        return mailsADay(part) / shards() / mailsPerSecondOfANode / SECONDS_OF_AN_HOUR;
    }

    /** How many applications one node can have so that its morning is over after an hour. */
    static double applicationsForAnHour(double part, double mailsPerSecondOfANode) {
        return mailsPerSecondOfANode * SECONDS_OF_AN_HOUR / part;
    }

    double openMillis() {
        return start.opening(ofAShard()).millis();
    }
}
