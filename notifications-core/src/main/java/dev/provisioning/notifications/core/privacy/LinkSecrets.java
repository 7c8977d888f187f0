package dev.provisioning.notifications.core.privacy;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what opens a door by itself in path, query and fragment of an address, however often it is percent-encoded. */
final class LinkSecrets {
    private static final int MOST_ENCODINGS = 4;
    private static final Pattern UNCOMPARED = Pattern.compile("[^a-z0-9]");

    /** Names of parameters beyond those that are secrets in any text; letters and digits alone. */
    private static final Set<String> NAMES = Set.of("code", "key", "auth", "sid", "ticket", "magic", "hmac", "tok");

    private LinkSecrets() {}

    /**
     * What it has, in words that do not show it.
     *
     * @param harmless parameters that only look as if they were secret, bare
     */
    static Optional<String> in(URI address, Set<String> harmless) {
        String text = address.getRawPath() + "?" + address.getRawQuery() + "#" + address.getRawFragment();
        for (int encodings = 0; encodings < MOST_ENCODINGS; encodings++) {
            if (hasSecretName(text, harmless)) {
                return Optional.of("a parameter that may be a secret");
            }
            if (SecretShapes.isIn(text)) {
                return Optional.of("something like a token in it");
            }
            String decoded = decoded(text);
            if (decoded.equals(text)) {
                return Optional.empty();
            }
            text = decoded;
        }
        return Optional.of("an encoding too deep to be looked through");
    }

    /** Whether a parameter that has a value is called like a secret. */
    private static boolean hasSecretName(String text, Set<String> harmless) {
        int start = 0;
        boolean named = false;
        for (int i = 0; i < text.length(); i++) {
            if (isSeparator(text.charAt(i))) {
                start = i + 1;
                named = false;
            } else if (text.charAt(i) == '=' && !named) {
                named = true;
                boolean hasValue = i + 1 < text.length() && !isSeparator(text.charAt(i + 1));
                if (hasValue && i > start && isSecret(text.substring(start, i), harmless)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSeparator(char c) {
        return "?&;#/".indexOf(c) >= 0;
    }

    private static boolean isSecret(String name, Set<String> harmless) {
        String bare = bare(name);
        return !harmless.contains(bare) && (NAMES.contains(bare) || Names.ofSecret(name));
    }

    /** A name as it is compared. */
    static String bare(String name) {
        return UNCOMPARED.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < encoded.length; i++) {
            int high = i + 2 < encoded.length && encoded[i] == '%' ? Character.digit(encoded[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(encoded[i + 2], 16) : -1;
            bytes.write(low >= 0 ? high * 16 + low : encoded[i]);
            i += low >= 0 ? 2 : 0;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
