package dev.provisioning.notifications.core.privacy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a throwable in a log: says of which class it is, and what it said as far as that may be read. That is one line,
 * because what a server or a database has put into a message could otherwise pass for a line of the log itself.
 */
final class RedactedThrowable extends Throwable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 50;
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\u202A-\u202E\u2066-\u2069]");

    private RedactedThrowable(String text, @Nullable Throwable cause, StackTraceElement[] trace) {
        super(text, cause, true, true);
        setStackTrace(trace);
    }

    /** The throwable itself if nothing in its chain is to be hidden. */
    static Throwable of(Throwable throwable, Redactor redactor) {
        List<Throwable> chain = new ArrayList<>();
        gather(throwable, seen(), chain);
        boolean clean = chain.size() <= MOST && chain.stream().allMatch(each -> isClean(each, redactor));
        return clean ? throwable : new Copies(redactor).of(throwable);
    }

    /** The class of the original and its message: some loggers print the class of what they get, and the message alone. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // the class that it would name is this one
    public String toString() {
        return String.valueOf(getMessage());
    }

    private static void gather(@Nullable Throwable throwable, Set<Throwable> seen, List<Throwable> chain) {
        if (throwable == null || chain.size() > MOST || !seen.add(throwable)) {
            return;
        }
        chain.add(throwable);
        gather(throwable.getCause(), seen, chain);
        for (Throwable suppressed : throwable.getSuppressed()) {
            gather(suppressed, seen, chain);
        }
    }

    private static Set<Throwable> seen() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static boolean isClean(Throwable throwable, Redactor redactor) {
        try {
            return isClean(throwable.toString(), redactor)
                    && isClean(throwable.getMessage(), redactor)
                    && isClean(throwable.getLocalizedMessage(), redactor);
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static boolean isClean(@Nullable String text, Redactor redactor) {
        return text == null || safe(text, redactor).equals(text);
    }

    private static String safe(String text, Redactor redactor) {
        String line = LINE_END.matcher(redactor.redact(text)).replaceAll(" | ");
        return UNSEEN.matcher(line).replaceAll("?");
    }

    /** Copies each throwable once. */
    private static final class Copies {
        private final Redactor redactor;
        private final Set<Throwable> seen = seen();

        Copies(Redactor redactor) {
            this.redactor = redactor;
        }

        Throwable of(Throwable original) {
            seen.add(original);
            Throwable cause = original.getCause();
            RedactedThrowable copy = new RedactedThrowable(
                    text(original), cause == null || isEnough(cause) ? null : of(cause), original.getStackTrace());
            for (Throwable suppressed : original.getSuppressed()) {
                if (!isEnough(suppressed)) {
                    copy.addSuppressed(of(suppressed));
                }
            }
            return copy;
        }

        private boolean isEnough(Throwable throwable) {
            return seen.size() >= MOST || seen.contains(throwable);
        }

        private String text(Throwable original) {
            String name = original.getClass().getName();
            try {
                String message = original.getLocalizedMessage();
                return message == null ? name : name + ": " + safe(message, redactor);
            } catch (RuntimeException e) {
                return name;
            }
        }
    }
}
