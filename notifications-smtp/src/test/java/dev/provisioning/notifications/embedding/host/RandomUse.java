package dev.provisioning.notifications.embedding.host;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.security.Security;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The first source of random numbers, which notes who asks. On a machine that has few, whoever asks may have to wait; of
 * TLS it is known that it asks.
 */
final class RandomUse {
    private static final List<String> UNEXPECTED = new CopyOnWriteArrayList<>();
    private static volatile boolean tls;

    private RandomUse() {}

    static RandomUse begin() {
        Security.insertProviderAt(new Source(), 1);
        return new RandomUse();
    }

    void expectTls(boolean expected) {
        tls = expected;
    }

    /** By whom random numbers were asked for without need. */
    List<String> unexpected() {
        return UNEXPECTED;
    }

    private static void note(String what) {
        if (!tls || !Caller.isWithin("sun.security.ssl.")) {
            Class<?> user = Caller.innermost(type -> type.getPackageName().equals("java.security"));
            UNEXPECTED.add(what + " by " + user.getName() + ", called by " + Caller.library());
        }
    }

    /** Stands before all others. */
    @SuppressWarnings("serial")
    private static final class Source extends Provider {
        Source() {
            super("watched", "1", "notes who asks");
            putService(new Service(this, "SecureRandom", "Watched", Numbers.class.getName(), null, null) {
                @Override
                public Object newInstance(@Nullable Object parameter) {
                    return new Numbers();
                }
            });
        }
    }

    /** Notes who asks, and gets the numbers elsewhere. */
    @SuppressWarnings("serial")
    private static final class Numbers extends SecureRandomSpi {
        private final SecureRandom elsewhere;

        Numbers() {
            note("made");
            try {
                elsewhere = SecureRandom.getInstance("SHA1PRNG", "SUN");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected void engineSetSeed(byte[] seed) {
            elsewhere.setSeed(seed);
        }

        @Override
        protected void engineNextBytes(byte[] bytes) {
            note("asked for bytes");
            elsewhere.nextBytes(bytes);
        }

        @Override
        protected byte[] engineGenerateSeed(int count) {
            note("asked for a seed");
            return elsewhere.generateSeed(count);
        }
    }
}
