package dev.provisioning.notifications.example;

import dev.provisioning.notifications.AppId;
import java.time.Instant;

/** What the engine's process tells the story, while it waits for the story to take note. */
interface EngineEvents {
    /** Time has passed: all that follows happens at this instant. */
    void timePassed(Instant now);

    /** A cycle has run. */
    void cycleRan(CycleReport cycle);

    /** The mail about an application was not accepted, and is tried again. */
    void mailWaits(AppId app);

    /** The mail server cannot be reached. */
    void mailServerLost(Instant triedAgain);

    /** The mail server takes mails again. */
    void mailServerBack();

    /** The process was asked, and this is what it knows. */
    void found(Finding finding);
}
