package dev.provisioning.notifications.core.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a name, whatever joins them: {@code DB_PASSWORD}, {@code db.password} and {@code dbPassword} have the same. */
final class Words {
    private Words() {}

    /** In lower case, in order. */
    static List<String> of(String name) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            boolean apart = i == name.length() || !Character.isLetterOrDigit(name.charAt(i));
            if (i > start && (apart || beginsWord(name, i))) {
                words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
                start = i;
            }
            if (apart) {
                start = i + 1;
            }
        }
        return words;
    }

    /** The last {@code count} words as one. */
    static String last(List<String> words, int count) {
        return String.join("", words.subList(words.size() - count, words.size()));
    }

    private static boolean beginsWord(String name, int at) {
        if (!Character.isUpperCase(name.charAt(at))) {
            return false;
        }
        char before = name.charAt(at - 1);
        boolean endsAcronym =
                Character.isUpperCase(before) && at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
        return endsAcronym || Character.isLowerCase(before) || Character.isDigit(before);
    }
}
