package dev.provisioning.notifications.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.provisioning.notifications.core.ExpectsWarnings;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;

/** Files with words as a host has written them. */
@ExpectsWarnings
class WordsFileFuzzTest {
    /** Has one file, for a language that nobody has words for. */
    private static final class OneFile extends ClassLoader {
        private final URL file;

        OneFile(byte[] content) throws MalformedURLException {
            super("one file", ClassLoader.getPlatformClassLoader());
            this.file = new URL(null, "memory:words", new URLStreamHandler() {
                @Override
                protected URLConnection openConnection(URL url) {
                    return new URLConnection(url) {
                        @Override
                        public void connect() {}

                        @Override
                        public InputStream getInputStream() {
                            return new ByteArrayInputStream(content);
                        }
                    };
                }
            });
        }

        @Override
        public Enumeration<URL> getResources(String name) {
            return Collections.enumeration(name.endsWith("/mail.eo.properties") ? List.of(file) : List.of());
        }
    }

    @FuzzTest
    void whateverItSaysThereIsAMail(byte[] input) throws IOException {
        TemplateComposer composer =
                TemplateComposer.builder().classLoader(new OneFile(input)).build();
        Locale esperanto = Locale.forLanguageTag("eo");

        for (Digest digest : List.of(Digests.usual(), Digests.late(), Digests.later(Digests.keptBack(false)))) {
            Digest asked =
                    LetterFuzzTest.to(Digests.salesforce().language(esperanto).build(), digest);
            Content content = composer.compose(asked);
            Mails.notification(asked, content);
            LetterFuzzTest.assertNothingButTheTemplate(content);
        }
        assertThat(composer.composeTest(Digests.salesforce().language(esperanto).build(), Digests.NOW)
                        .subject())
                .isNotBlank();
    }
}
