package dev.provisioning.notifications;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a delivery, or the delivery to one recipient, did not succeed. Immutable and thread-safe.
 *
 * @param stage how far the delivery had come
 * @param code the reply code, 200 to 599; 0 if there was no reply
 * @param enhancedCode the enhanced status code of RFC 3463, such as {@code 5.7.1}, if there was one
 * @param text what happened, in words that are safe to log and to show to an administrator; 1 to {@value #MAX_TEXT}
 *     characters on one line
 */
public record DeliveryFault(Stage stage, int code, @Nullable String enhancedCode, String text) {
    /** The longest {@link #text()}, in UTF-16 units. */
    public static final int MAX_TEXT = 500;

    private static final Pattern ENHANCED = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");

    /**
     * Describes a fault.
     *
     * @throws IllegalArgumentException if a field is not as described above; the message names it
     */
    public DeliveryFault {
        Check.present("fault.stage", stage);
        if (code != 0 && (code < 200 || code > 599)) {
            throw new IllegalArgumentException("fault.code is neither 0 nor from 200 to 599: " + code);
        }
        if (enhancedCode != null && !ENHANCED.matcher(enhancedCode).matches()) {
            throw new IllegalArgumentException(
                    "fault.enhancedCode is not of the form 5.7.1: " + Check.shown(enhancedCode));
        }
        Check.line("fault.text", text, MAX_TEXT);
    }

    /**
     * Describes a fault without a reply.
     *
     * @param stage how far the delivery had come
     * @param text any text; control characters and runs of white space become single spaces, and what is too long is
     *     cut
     * @return the fault
     */
    public static DeliveryFault at(Stage stage, @Nullable String text) {
        return new DeliveryFault(stage, 0, null, Check.oneLine(text, MAX_TEXT));
    }

    /** {@return whether it concerns the server as a whole, and so every mail: by its stage, or a reply of 421} */
    public boolean concernsServer() {
        return stage.concernsServer() || code == 421;
    }

    /** {@return stage, codes and text on one line} */
    @Override
    public String toString() {
        return stage + (code == 0 ? "" : " " + code) + (enhancedCode == null ? "" : " " + enhancedCode) + ": " + text;
    }
}
