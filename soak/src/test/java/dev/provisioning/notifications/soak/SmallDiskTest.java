package dev.provisioning.notifications.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.soak.child.Note;
import dev.provisioning.notifications.soak.child.Step;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The disk of a store is full, for real. {@code scripts/full-disk.sh} makes a small one. */
@EnabledIfSystemProperty(
        named = "soak.small-disk",
        matches = ".+",
        disabledReason = "soak/scripts/full-disk.sh makes a disk")
class SmallDiskTest {
    private static final Path DISK = Path.of(System.getProperty("soak.small-disk", ""));
    private static final long SMALL = 64 << 20;

    @Test
    void a_full_disk_is_told_of_no_mail_leaves_without_its_mark_and_all_goes_on_when_there_is_room()
            throws IOException {
        assertThat(Files.getFileStore(DISK).getTotalSpace())
                .as("a disk to be filled")
                .isLessThan(SMALL);
        Path filler = DISK.resolve("filler");
        try (Run run = Run.named("small-disk")) {
            ChildProcess child = run.start(plan -> plan.applications(List.of("crm", "erp"))
                    .store(DISK.resolve("store.db").toString())
                    .lease(Duration.ofHours(1))
                    .at(Step.BEFORE_MARK_COMMITS, "WAIT", 1));
            child.say("report crm k").await(Note.AT);
            fill(filler);
            child.say("report erp j").await(Note.ANSWERED, "erp j BUFFERED").await(Note.STORE_LOST);
            assertThat(run.journals().get(0).words(Note.STORE_LOST.word())).contains("the disk is full");
            child.say("go");
            assertThat(Patience.isTrueWithin(Duration.ofSeconds(2), () -> child.hasNoted(Note.PASSED)))
                    .as("a mail has left whose mark has no room")
                    .isFalse();

            Files.delete(filler);
            child.await(Note.STORE_BACK);
            Run.finish(child);
            assertThat(Outcome.of(run.mails())).isEqualTo("1: j x1 fresh, 1: k x1 fresh");
            run.verify();
        } finally {
            Files.deleteIfExists(filler);
        }
    }

    /** To the last byte. */
    private static void fill(Path filler) throws IOException {
        try (OutputStream out = Files.newOutputStream(filler)) {
            for (int size = 1 << 16; size > 0; size /= 2) {
                fill(out, new byte[size]);
            }
        }
        assertThat(Files.size(filler)).isPositive();
    }

    private static void fill(OutputStream out, byte[] bytes) {
        try {
            while (true) {
                out.write(bytes);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }
}
