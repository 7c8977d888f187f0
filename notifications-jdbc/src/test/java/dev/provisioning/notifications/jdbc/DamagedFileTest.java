package dev.provisioning.notifications.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.SentMail;
import dev.provisioning.notifications.spi.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A store whose file was damaged while it was closed")
class DamagedFileTest {
    /** A prime, so that over all pages every place is hit; 1 is for every byte and every length, and takes minutes. */
    private static final int EACH = Integer.getInteger("damage.each", 23);

    private static final int SHIFT = Integer.getInteger("damage.shift", 0);

    @TempDir
    private Path directory;

    private Path file;
    private byte[] whole;
    private List<Ledger> written;
    private List<AppId> due;
    private List<List<SentMail>> mails;

    @BeforeEach
    void writeAndClose() throws IOException {
        file = directory.resolve("store.db");
        try (JdbcNotificationStore store = JdbcNotificationStore.file(file)) {
            written = Samples.writeSome(store);
            due = store.due(Samples.NOON, Samples.HORIZON, 100);
            mails = mails(store);
        }
        whole = Files.readAllBytes(file);
    }

    @Test
    @DisplayName("either gives back all that was written, or names the file and refuses, whichever bit has flipped")
    void survivesOrRefusesEachFlippedBit() throws IOException {
        List<String> wrong = new ArrayList<>();
        int refused = 0;
        for (int at : places()) {
            byte[] damaged = whole.clone();
            int bit = (at + SHIFT) % 8;
            damaged[at] ^= (byte) (1 << bit);
            refused += judge(damaged, "bit " + bit + " of byte " + at, wrong) ? 1 : 0;
        }
        assertThat(wrong).isEmpty();
        assertThat(refused).isPositive();
    }

    @Test
    @DisplayName("does not take an application whose name has flipped for one that was never heard of")
    void noticesAnotherName() throws IOException {
        byte[] name = "concur".getBytes(StandardCharsets.UTF_8);
        List<String> wrong = new ArrayList<>();
        int found = 0;
        for (int at = 0; at + name.length < whole.length; at++) {
            if (Arrays.equals(whole, at, at + name.length, name, 0, name.length)) {
                byte[] damaged = whole.clone();
                damaged[at + name.length - 1] ^= 1;
                judge(damaged, "name at " + at, wrong);
                found++;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(found).as("in the ledger, and with each of two mails").isGreaterThanOrEqualTo(3);
    }

    @Test
    @DisplayName("either gives back all that was written, or names the file and refuses, at whatever length it ends")
    void survivesOrRefusesEachLength() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (int length = 0; length < whole.length; length += EACH == 1 || length % 512 == 0 ? 1 : 511) {
            if (!judge(Arrays.copyOf(whole, length), "length " + length, wrong)) {
                wrong.add("length " + length + " of " + whole.length + " was not noticed");
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Every so manieth byte that means something: what lies between is unused, and all zero. Or every byte. */
    private int[] places() {
        int[] used = IntStream.range(0, whole.length)
                .filter(at -> EACH == 1 || whole[at] != 0 || (at > 0 && whole[at - 1] != 0))
                .toArray();
        return IntStream.range(0, used.length)
                .filter(i -> i % EACH == 0)
                .map(i -> used[i])
                .toArray();
    }

    /** Adds to {@code wrong} if something else than what was written was read; returns whether it was refused. */
    private boolean judge(byte[] damaged, String how, List<String> wrong) throws IOException {
        Files.deleteIfExists(directory.resolve("store.db-wal"));
        Files.write(file, damaged);
        try (JdbcNotificationStore store = JdbcNotificationStore.file(file)) {
            for (Ledger ledger : written) {
                Ledger read = store.read(ledger.app());
                if (!read.equals(ledger)) {
                    wrong.add(how + ": " + read + " instead of " + ledger);
                }
            }
            if (!store.due(Samples.NOON, Samples.HORIZON, 100).equals(due)
                    || !mails(store).equals(mails)) {
                wrong.add(how + ": others are due, or other mails were sent");
            }
            return false;
        } catch (StoreException e) {
            if (!String.valueOf(e.getMessage()).contains(file.toString())) {
                wrong.add(how + " is not told of the file: " + e);
            }
            return true;
        } catch (RuntimeException e) {
            wrong.add(how + ": " + e);
            return true;
        }
    }

    private List<List<SentMail>> mails(JdbcNotificationStore store) {
        return written.stream().map(ledger -> store.mails(ledger.app(), 100)).toList();
    }
}
