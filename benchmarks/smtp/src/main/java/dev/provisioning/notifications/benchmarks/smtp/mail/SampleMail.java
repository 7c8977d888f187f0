package dev.provisioning.notifications.benchmarks.smtp.mail;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Labels;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Recipient;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The mail that every contestant sends: what an administrator finds in the morning, with some letters outside ASCII. */
public final class SampleMail {
    /** From whom it is. */
    public static final String FROM = "provisioning@example.com";

    /** To whom it is. */
    public static final String TO = "payroll-owners@example.com";

    private static final List<String> PROBLEMS = List.of(
            "The password of the service account svc-provisioning is refused since 06:12, 41 times",
            "The cycle of 07:00 was stopped – it would have deleted 212 of 1,480 users",
            "The attribute “kostenstelle” does not exist in the target any more, 3 times",
            "Düsseldorf’s directory has not answered since 23:40, 17 times");

    private SampleMail() {}

    /**
     * Makes the mail.
     *
     * @param size how big
     * @return always the same
     */
    public static Notification of(Size size) {
        return new Notification(
                AppId.of("contoso", "payroll"),
                "contoso.payroll.2741",
                "contoso.payroll",
                1,
                Instant.parse("2026-01-12T07:00:00Z"),
                List.of(Recipient.mail(TO)),
                Locale.ENGLISH,
                Labels.NONE,
                "Zürich payroll: " + size.problems() + " problems need you – the password is refused",
                text(size.problems()),
                html(size.problems()));
    }

    private static String text(int problems) {
        StringBuilder text = new StringBuilder("Zürich payroll needs you\n\n");
        for (int i = 0; i < problems; i++) {
            text.append("* ").append(PROBLEMS.get(i % PROBLEMS.size())).append(".\n");
            text.append("  https://iam.example.com/payroll/log?problem=")
                    .append(i)
                    .append("\n");
        }
        return text.append("\nWhat to do: renew the password in the vault, then start the cycle again. Until then ")
                .append("people who leave keep their access.\n\n")
                .append("The next mail comes tomorrow at the earliest. You get it because notifications are on:\n")
                .append("https://iam.example.com/payroll/notifications\n")
                .toString();
    }

    private static String html(int problems) {
        StringBuilder html = new StringBuilder("""
                        <!DOCTYPE html>
                        <html lang="en">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width">
                        <title>Zürich payroll needs you</title>
                        <style>body { font-family: sans-serif; line-height: 1.5; max-width: 40em }</style>
                        </head>
                        <body>
                        <h1>Zürich payroll needs you</h1>
                        <ul>
                        """);
        for (int i = 0; i < problems; i++) {
            html.append("<li><a href=\"https://iam.example.com/payroll/log?problem=")
                    .append(i)
                    .append("\">")
                    .append(PROBLEMS.get(i % PROBLEMS.size()))
                    .append("</a>.</li>\n");
        }
        return html.append("""
                        </ul>
                        <p><strong>What to do:</strong> renew the password in the vault, then start the cycle again. Until
                        then people who leave keep their access.</p>
                        <p><small>The next mail comes tomorrow at the earliest. You get it because <a
                        href="https://iam.example.com/payroll/notifications">notifications</a> are on.</small></p>
                        </body>
                        </html>
                        """).toString();
    }
}
