package dev.provisioning.notifications.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a row is read as it was written. A database finds out much of what can happen to a file, but not a letter
 * or a number that has become another one; and one wrong instant can be a second mail.
 */
final class Checksum {
    private final CRC32C crc = new CRC32C();

    /** The checksum of a row: all its values, which are texts, numbers and null, in the order of its columns. */
    static long of(@Nullable Object... values) {
        Checksum checksum = new Checksum();
        for (Object value : values) {
            checksum.add(value);
        }
        return checksum.crc.getValue();
    }

    private void add(@Nullable Object value) {
        if (value instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            add('s', bytes.length);
            crc.update(bytes, 0, bytes.length);
        } else if (value instanceof Long number) {
            add('n', number);
        } else {
            crc.update('0');
        }
    }

    private void add(char kind, long number) {
        crc.update(kind);
        for (int shift = 56; shift >= 0; shift -= 8) {
            crc.update((int) (number >>> shift) & 0xff);
        }
    }
}
