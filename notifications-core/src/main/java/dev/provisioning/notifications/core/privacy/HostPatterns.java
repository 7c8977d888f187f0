package dev.provisioning.notifications.core.privacy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a host hides beyond what is built in. An expression of a host may be a bad one, and must do no harm then. */
final class HostPatterns implements Detector {
    private final List<Pattern> patterns;

    HostPatterns(List<Pattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    @Override
    public void detect(String text, Spans found) {
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(new Patience(text));
            while (matcher.find()) {
                int group = matcher.groupCount() > 0 && matcher.start(1) >= 0 ? 1 : 0;
                found.hide(matcher.start(group), matcher.end(group));
            }
        }
    }

    static boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Patience(text)).matches();
        } catch (StackOverflowError | Patience.LostException e) {
            return false;
        }
    }
}
