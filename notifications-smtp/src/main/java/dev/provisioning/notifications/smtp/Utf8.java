package dev.provisioning.notifications.smtp;

/** One code point as octets (RFC 3629 section 3), without an array for them. */
final class Utf8 {
    private Utf8() {}

    /** {@return how many octets the code point takes} */
    static int length(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    /** {@return the octet at an index, of so many in all} */
    static int octet(int codePoint, int index, int length) {
        int bits = codePoint >> (6 * (length - 1 - index));
        if (length == 1) {
            return bits;
        }
        // The first octet tells the length by its leading ones, the others begin with 10.
        return index == 0 ? (0xF00 >> length & 0xFF) | bits : 0x80 | (bits & 0x3F);
    }

    /** {@return whether it is half of a surrogate pair, for which there are no octets} */
    static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
