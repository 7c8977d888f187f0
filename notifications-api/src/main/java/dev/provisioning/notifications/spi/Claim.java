package dev.provisioning.notifications.spi;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One node's hold on a slot. Immutable and thread-safe.
 *
 * @param owner which node, for people to read
 * @param token tells this claim from every other, of this node too
 * @param handover the mark of the point of no return, once it was passed
 */
public record Claim(String owner, String token, @Nullable Handover handover) {
    /** Makes a claim. */
    public Claim {
        Objects.requireNonNull(owner, "claim.owner");
        Objects.requireNonNull(token, "claim.token");
    }

    /**
     * The same claim, past the point of no return.
     *
     * @param mark what is known of the mail
     * @return the claim with the mark
     */
    public Claim handedOver(Handover mark) {
        return new Claim(owner, token, mark);
    }
}
