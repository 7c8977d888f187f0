package dev.provisioning.notifications.example.gallery;

import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.spi.Digest;
import dev.provisioning.notifications.testkit.SampleDigests;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A mail of the gallery.
 *
 * @param subject the kind of all its problems, or {@value #MIXED}
 * @param size how many problems it tells
 * @param language in which language
 */
record Exhibit(String subject, int size, Locale language) {
    /** The subject of mails about all kinds. */
    static final String MIXED = "mixed";

    /** {@return the kinds, and {@value #MIXED}} */
    static List<String> subjects() {
        return Stream.concat(Stream.of(MIXED), SampleDigests.kinds().stream().map(IssueKind::name))
                .toList();
    }

    /** {@return all there are; what the composer has no words for comes out in English} */
    static List<Exhibit> all() {
        return subjects().stream()
                .flatMap(subject -> SampleDigests.sizes().stream()
                        .flatMap(size -> SampleDigests.languages().stream()
                                .map(language -> new Exhibit(subject, size, language))))
                .toList();
    }

    /** {@return the path of its files within the gallery, without an ending} */
    String path() {
        return language.toLanguageTag() + "/" + subject + "-" + size;
    }

    Digest digest() {
        SampleDigests samples = SampleDigests.in(language);
        return subject.equals(MIXED) ? samples.mixed(size) : samples.digest(IssueKind.of(subject), size);
    }
}
