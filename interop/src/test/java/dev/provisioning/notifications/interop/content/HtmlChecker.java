package dev.provisioning.notifications.interop.content;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu Html Checker, by which the W3C checks HTML. Not thread-safe. */
final class HtmlChecker {
    private static final String HTML_5 = "http://s.validator.nu/html5-all.rnc";

    /** What it finds in HTML that must work in mail programs, by the reason why it has to stay. */
    private static final Map<String, Pattern> TOLERATED = Map.of(
            "Outlook is Word, which lays tables out by attributes and hardly by CSS",
            Pattern.compile("The “(width|height|align|valign|bgcolor|cellpadding|cellspacing|border)” attribute on the"
                    + " “(table|tr|td)” element is obsolete\\..*"),
            "Outlook hides and spaces by properties of its own",
            Pattern.compile("CSS: “mso-[a-z-]+”: Property “mso-[a-z-]+” doesn't exist\\."));

    private final Findings findings = new Findings();

    // It could also guess the language of a mail, but the words of an engine are rarely those of its readers.
    private final SimpleDocumentValidator checker = new SimpleDocumentValidator(false, false, false);

    HtmlChecker() {
        try {
            checker.setUpMainSchema(HTML_5, findings);
        } catch (Exception e) {
            throw new IllegalStateException("the checker cannot read its own rules", e);
        }
    }

    /** Errors and warnings, but for those that a mail needs. */
    List<String> check(String html) throws SAXException, IOException {
        findings.found.clear();
        checker.setUpValidatorAndParsers(findings, false, false);
        checker.checkHtmlInputSource(new InputSource(new StringReader(html)));
        return List.copyOf(findings.found);
    }

    private static final class Findings implements ErrorHandler {
        private final List<String> found = new ArrayList<>();

        @Override
        public void warning(SAXParseException finding) {
            add("warning", finding);
        }

        @Override
        public void error(SAXParseException finding) {
            add("error", finding);
        }

        @Override
        public void fatalError(SAXParseException finding) {
            add("fatal error", finding);
        }

        private void add(String degree, SAXParseException finding) {
            String message = String.valueOf(finding.getMessage());
            boolean tolerated = TOLERATED.values().stream()
                    .anyMatch(pattern -> pattern.matcher(message).matches());
            if (!tolerated) {
                found.add(degree + " in line " + finding.getLineNumber() + ": " + message);
            }
        }
    }
}
