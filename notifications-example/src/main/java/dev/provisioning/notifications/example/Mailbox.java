package dev.provisioning.notifications.example;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A folder with every mail of the story as a file, and a page that shows them as their readers see them. */
final class Mailbox {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.ENGLISH);

    private final Path folder;
    private final ZoneId zone;

    Mailbox(Path folder, ZoneId zone) {
        this.folder = folder;
        this.zone = zone;
    }

    /** {@return the page, written anew} */
    Path write(Story.Outcome outcome) {
        try {
            empty();
            List<Map<String, Object>> mails = new ArrayList<>();
            for (CaughtMail mail : outcome.mails()) {
                String file = file(mails.size() + 1);
                Files.writeString(folder.resolve(file), mail.source(), StandardCharsets.ISO_8859_1);
                mails.add(shown(mail, file));
            }
            Path page = folder.resolve("index.html");
            try (Reader template = template();
                    Writer writer = Files.newBufferedWriter(page)) {
                Mustache.compiler()
                        .compile(template)
                        .execute(
                                Map.of(
                                        "mails", mails,
                                        "count", mails.size(),
                                        "days", days(outcome.lines()),
                                        "tally", outcome.tally(),
                                        "verdicts", outcome.verdicts()),
                                writer);
            }
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void empty() throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file :
                    old.filter(path -> path.toString().endsWith(".eml")).toList()) {
                Files.delete(file);
            }
        }
    }

    private Map<String, Object> shown(CaughtMail mail, String file) {
        return Map.of(
                "file", file,
                "at", SHOWN.format(mail.at().atZone(zone)),
                "recipients", String.join(", ", mail.recipients()),
                "subject", mail.subject(),
                "text", mail.text(),
                "html", mail.html());
    }

    /** The n-th line about a mail leads to the n-th mail. */
    private static List<Map<String, Object>> days(List<Timeline.Line> lines) {
        List<Map<String, Object>> days = new ArrayList<>();
        List<Map<String, Object>> current = new ArrayList<>();
        int mails = 0;
        for (Timeline.Line line : lines) {
            if (line.kind().equals("day")) {
                current = new ArrayList<>();
                days.add(Map.of("title", line.text(), "lines", current));
            } else {
                String target = line.kind().equals("mail") ? "#" + file(++mails) : "";
                current.add(Map.of("line", line, "isMail", !target.isEmpty(), "target", target));
            }
        }
        return days;
    }

    private static String file(int number) {
        return "mail-%02d.eml".formatted(number);
    }

    private static Reader template() {
        InputStream template = Objects.requireNonNull(Mailbox.class.getResourceAsStream("mailbox.html"));
        return new InputStreamReader(template, StandardCharsets.UTF_8);
    }
}
