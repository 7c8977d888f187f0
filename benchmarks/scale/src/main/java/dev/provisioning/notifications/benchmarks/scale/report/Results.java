package dev.provisioning.notifications.benchmarks.scale.report;

import dev.provisioning.notifications.benchmarks.scale.mails.MailFigures;
import dev.provisioning.notifications.benchmarks.scale.memory.MemoryFigures;
import dev.provisioning.notifications.benchmarks.scale.morning.MorningFigures;
import dev.provisioning.notifications.benchmarks.scale.start.StartFigures;
import java.util.Optional;

/**
 * What was measured, as far as it was.
 *
 * @param memory what is taken of the heap
 * @param morning what mornings are like
 * @param start how long starts take
 * @param mails what mails cost from end to end
 */
public record Results(
        Optional<MemoryFigures> memory,
        Optional<MorningFigures> morning,
        Optional<StartFigures> start,
        Optional<MailFigures> mails) {
    /** {@return these and more} */
    public Results with(MemoryFigures more) {
        return new Results(Optional.of(more), morning, start, mails);
    }

    /** {@return these and more} */
    public Results with(MorningFigures more) {
        return new Results(memory, Optional.of(more), start, mails);
    }

    /** {@return these and more} */
    public Results with(StartFigures more) {
        return new Results(memory, morning, Optional.of(more), mails);
    }

    /** {@return these and more} */
    public Results with(MailFigures more) {
        return new Results(memory, morning, start, Optional.of(more));
    }
}
