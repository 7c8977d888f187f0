package dev.provisioning.notifications.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A document that names a test, or a class, names one that there is; and the threat model shows what it claims. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatDocumentsNameTest {
    private static final Path ROOT = HouseModule.root();
    private static final Path THREATS = ROOT.resolve("docs/security.md");

    /** As in `ManyThreadsTest` and `ManyThreadsTest#aMethodOfIt`. */
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Test|Contract))(?:#(\\w+))?`");

    /** As in `Redactor` and `Issue.oneLine`, but not in `EHLO`. */
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)[\\w.#()]*`");

    private static final String SHOWN = "shown by |";

    private Sources sources;

    @BeforeAll
    void readSources() throws IOException {
        sources = Sources.read(ROOT);
    }

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .map(ROOT::relativize)
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void isThere(Path document) throws IOException {
        assertThat(missingTests(Files.readString(ROOT.resolve(document)))).isEmpty();
    }

    @Test
    void theThreatModelNamesClassesThatAreThere() throws IOException {
        assertThat(missingClasses(Files.readString(THREATS))).isEmpty();
    }

    @Test
    void everyThreatIsShownByATest() throws IOException {
        List<String> text = Files.readAllLines(THREATS);

        assertThat(threats(text)).hasSizeGreaterThan(10);
        assertThat(threats(text).stream().filter(row -> !isShown(row))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shown by `NoSuchTest`",
                "`WhatDocumentsNameTest#noSuchMethod`",
                "`WhatDocumentsNameTest#missingTests`",
                "`NotificationStoreContract#noSuchRule`"
            })
    void aTestThatIsNotThereIsFound(String text) {
        assertThat(missingTests(text)).hasSize(1);
    }

    @Test
    void aClassThatIsNotThereIsFound() {
        assertThat(missingClasses("`Sources`, `NoSuchClass`, `NoSuchClass.member()` and `EHLO`"))
                .containsExactly("NoSuchClass", "NoSuchClass");
    }

    @Test
    void aThreatThatNoTestShowsIsFound() {
        List<String> text = List.of(
                "| wish | what stops it | shown by |",
                "|---|---|---|",
                "| one | `Sources` | `WhatDocumentsNameTest` |",
                "| two | `WhatDocumentsNameTest` | nothing |",
                "",
                "| three | of another table |");

        assertThat(threats(text)).hasSize(2);
        assertThat(threats(text).stream().filter(row -> !isShown(row)))
                .containsExactly("| two | `WhatDocumentsNameTest` | nothing |");
    }

    private List<String> missingTests(String text) {
        return TEST.matcher(text)
                .results()
                .filter(named -> !sources.hasClass(named.group(1))
                        || (named.group(2) != null && !sources.hasTest(named.group(1), named.group(2))))
                .map(MatchResult::group)
                .toList();
    }

    private List<String> missingClasses(String text) {
        return CLASS.matcher(text)
                .results()
                .map(named -> named.group(1))
                .filter(name -> !sources.hasClass(name))
                .toList();
    }

    /** The rows of tables that tell by what each is shown. */
    private static List<String> threats(List<String> lines) {
        List<String> rows = new ArrayList<>();
        boolean inTable = false;
        for (String line : lines) {
            inTable = line.endsWith(SHOWN) || (inTable && line.startsWith("|"));
            if (inTable && !line.endsWith(SHOWN) && !line.startsWith("|---")) {
                rows.add(line);
            }
        }
        return rows;
    }

    private static boolean isShown(String row) {
        String last = row.substring(row.lastIndexOf('|', row.length() - 2));
        return TEST.matcher(last).find();
    }
}
