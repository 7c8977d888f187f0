package dev.provisioning.notifications.smtp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.UnsupportedEncodingException;
import org.apache.james.mime4j.field.address.ParseException;

/** Any text in a header: what {@link HeaderTextPropertiesTest} asks of some texts is asked of whatever reaches new code. */
class HeaderTextFuzzTest {
    private final HeaderTextPropertiesTest properties = new HeaderTextPropertiesTest();

    @FuzzTest
    void everyReaderGetsBackWhatWasPut(byte[] input) throws UnsupportedEncodingException, ParseException {
        String text = AnyText.of(input);

        properties.jakartaMailReadsASubject(text);
        properties.mime4jReadsASubject(text);
        properties.mime4jReadsAName(text);
        properties.everyLineIsShortAndPrintable(text);
        properties.everyEncodedWordIsShortAndOfWholeCharacters(text);
    }
}
