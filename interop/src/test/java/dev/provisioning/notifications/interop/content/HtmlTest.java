package dev.provisioning.notifications.interop.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Notification;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/** The HTML of a mail is valid, but for what old mail programs need. */
class HtmlTest {
    /** Makes ready for two seconds. */
    private static final HtmlChecker CHECKER = new HtmlChecker();

    private static final String VALID = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Title</title><style>p { color: #111111 }</style></head>
            <body><h1>Heading</h1><table role="presentation"><tr><td align="center"><p>Words</p></td></tr></table></body>
            </html>
            """;

    @ParameterizedTest
    @MethodSource("dev.provisioning.notifications.interop.content.SampleMails#all")
    void theCheckerFindsNothing(Notification mail) throws SAXException, IOException {
        assertThat(CHECKER.check(Objects.requireNonNull(mail.html()))).isEmpty();
    }

    @Test
    void aValidDocumentIsFoundToBeValid() throws SAXException, IOException {
        assertThat(CHECKER.check(VALID)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>Words</p>     | <p><div>Words</div></p> | error in line 4: No “p” element in scope
            <p>Words</p>     | <p id=a>A</p><p id=a>B  | error in line 4: Duplicate ID “a”.
            <p>Words</p>     | <img src=a.png>         | error in line 4: An “img” element must have an “alt” attribute
            <p>Words</p>     | <p>&copy 2026</p>       | error in line 4: Named character reference was not terminated
            <td align        | <td nowrap align        | warning in line 4: The “nowrap” attribute on the “td” element is obsolete.
            color: #111111   | colour: #111111         | error in line 3: CSS: “colour”: Property “colour” doesn't exist.
            <title>Title     | <title>                 | error in line 3: Element “title” must not be empty.
            </h1>            | ''                      | error in line 4: Unclosed element “h1”.
            """)
    void whatIsWrongIsFound(String words, String others, String finding) throws SAXException, IOException {
        assertThat(VALID).contains(words);
        assertThat(CHECKER.check(VALID.replace(words, others)))
                .anySatisfy(found -> assertThat(found).startsWith(finding));
    }
}
