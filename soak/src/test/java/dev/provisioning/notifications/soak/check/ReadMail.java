package dev.provisioning.notifications.soak.check;

import java.util.ArrayList;
import java.util.List;

/**
 * A mail that the server has accepted.
 *
 * @param id what stands before the @ of its Message-ID
 * @param app about which application
 * @param slot the number of its slot
 * @param issues which issues it names
 * @param more how many more it counts without naming them
 */
public record ReadMail(String id, String app, long slot, List<Told> issues, long more) {
    /**
     * Reads a mail.
     *
     * @param messageId as in its header, with angle brackets
     * @param text header and body, in quoted-printable
     */
    public static ReadMail of(String messageId, String text) {
        String id = messageId.substring(1, messageId.indexOf('@'));
        String unbroken = text.replace("=\r\n", "");
        return PlainForm.isOne(unbroken) ? PlainForm.read(id, unbroken) : listing(id, unbroken);
    }

    private static ReadMail listing(String id, String text) {
        String app = "";
        long slot = 0;
        boolean whole = false;
        List<Told> issues = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "application" -> {
                    app = words[1];
                    slot = Long.parseLong(words[3]);
                }
                case "issue" -> issues.add(new Told(words[1], Long.parseLong(words[2]), words[3].equals("perhaps")));
                case "uncounted" -> throw new IllegalArgumentException("too many issues to be named: " + line);
                case "end" -> whole = true;
                default -> {}
            }
        }
        if (!whole) {
            throw new IllegalArgumentException("mail is not whole: " + text);
        }
        return new ReadMail(id, app, slot, List.copyOf(issues), 0);
    }
}
