package dev.provisioning.notifications.core.privacy;

/** A text that can be read for so long, and no longer: what an expression that backtracks without end may cost. */
final class Patience implements CharSequence {
    private static final long LEAST = 100_000;
    private static final long READS_PER_CHARACTER = 200;

    private final CharSequence text;
    private long left;

    Patience(CharSequence text) {
        this.text = text;
        this.left = LEAST + READS_PER_CHARACTER * text.length();
    }

    /** The text was read too often. */
    static final class LostException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LostException() {
            super("the expression takes too long", null, false, false);
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (left-- <= 0) {
            throw new LostException();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
