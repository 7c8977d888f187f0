package dev.provisioning.notifications.core;

import java.util.concurrent.Semaphore;

/** What memory has little of, and so gives to some only of the issues that it knows. Thread-safe. */
final class Room {
    private final Semaphore longWords;
    private final Semaphore stripes;

    Room(int longWords, int stripes) {
        this.longWords = new Semaphore(longWords);
        this.stripes = new Semaphore(stripes);
    }

    /** Places for issues whose words are long, until they are written. */
    Semaphore longWords() {
        return longWords;
    }

    /** Places for {@link Stripes}. */
    Semaphore stripes() {
        return stripes;
    }
}
