package dev.provisioning.notifications.smtp;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why TLS is not spoken with a server, in words for an administrator. Java tells it by the exceptions within the one that
 * is thrown, and tells dates in the zone of the machine.
 */
final class TlsTrouble {
    private static final Pattern DATE = Pattern.compile("Not(?:After|Before): (.*)");
    private static final DateTimeFormatter AS_JAVA_SAYS =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss zzz yyyy", Locale.ENGLISH);

    private TlsTrouble() {}

    /** In words, what is wrong with the server of this name. */
    static String words(Throwable failure, String host) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String words = known(cause, host);
            if (words != null) {
                return "TLS failed: " + words;
            }
        }
        return "TLS failed: " + SmtpFailure.reason(failure);
    }

    private static @Nullable String known(Throwable cause, String host) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof CertificateExpiredException) {
            return "the certificate of " + host + " expired on " + date(message);
        }
        if (cause instanceof CertificateNotYetValidException) {
            return "the certificate of " + host + " is not valid before " + date(message);
        }
        if (cause instanceof CertificateException && message.startsWith("No ")) {
            return "the certificate of " + host + " is for another host: " + message;
        }
        if (cause instanceof CertPathBuilderException) {
            return "the certificate of " + host + " is signed by an authority that is not trusted here: " + message;
        }
        if (message.contains("Unsupported or unrecognized SSL message")) {
            return host + " does not speak TLS on this port";
        }
        return null;
    }

    private static String date(String message) {
        Matcher date = DATE.matcher(message);
        if (!date.matches()) {
            return message;
        }
        try {
            return ZonedDateTime.parse(date.group(1), AS_JAVA_SAYS)
                    .toLocalDate()
                    .toString();
        } catch (DateTimeException e) {
            return date.group(1);
        }
    }
}
