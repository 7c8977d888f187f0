package dev.provisioning.notifications.benchmarks.scale.start;

import java.util.Map;
import java.util.Objects;

/**
 * How long starts take.
 *
 * @param openings of a store file, by the number of its applications, from the least to the most
 * @param bytes how big that file is, by the same number
 * @param peers of embeddings
 */
public record StartFigures(Map<Integer, Opening> openings, Map<Integer, Long> bytes, Map<Peer, Readiness> peers) {
    /** {@return the opening of a file with so many applications} */
    public Opening opening(int applications) {
        return Objects.requireNonNull(openings.get(applications));
    }

    /** {@return how big a file with so many applications is} */
    public long bytes(int applications) {
        return Objects.requireNonNull(bytes.get(applications));
    }

    /** {@return the readiness of a peer} */
    public Readiness peer(Peer peer) {
        return Objects.requireNonNull(peers.get(peer));
    }
}
