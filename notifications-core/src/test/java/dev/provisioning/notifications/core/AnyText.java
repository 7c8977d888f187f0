package dev.provisioning.notifications.core;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Any text that Java can hold, made of bytes: UTF-8, in which the private characters from U+E000 on stand for the halves of
 * surrogate pairs, for which UTF-8 has no bytes.
 */
public final class AnyText {
    private static final char FIRST_PRIVATE = '\uE000';
    private static final int HALVES = 0x800;

    private AnyText() {}

    public static String of(byte[] input) {
        char[] text = new String(input, StandardCharsets.UTF_8).toCharArray();
        for (int i = 0; i < text.length; i++) {
            int half = text[i] - FIRST_PRIVATE;
            if (half >= 0 && half < HALVES) {
                text[i] = (char) (Character.MIN_SURROGATE + half);
            }
        }
        return new String(text);
    }

    /** So many texts, each but the last ended by a line that is a hyphen; those that are not there are empty. */
    public static List<String> several(byte[] input, int count) {
        List<String> texts = new ArrayList<>(List.of(of(input).split("\n-\n", count)));
        while (texts.size() < count) {
            texts.add("");
        }
        return texts;
    }
}
