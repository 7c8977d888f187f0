package dev.provisioning.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers of proxies that say anything. */
class TunnelFuzzTest {
    private static final String PASSWORD = "hunter2-Xyzzy";
    private static final List<String> PROXIES = List.of(
            "http://proxy.example",
            "http://engine:" + PASSWORD + "@proxy.example",
            "socks5://proxy.example",
            "socks5://engine:" + PASSWORD + "@proxy.example");
    private static final int MOST_BYTES = 8 * 1024 + 1;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[0-9] ([0-9]{3})(| [^\n]*)");

    @FuzzTest
    void aProxyConnectsOnlyByAYesOfWhichNothingIsLeft(byte[] input) {
        if (input.length == 0) {
            return;
        }
        String url = PROXIES.get((input[0] & 0xFF) % PROXIES.size());
        byte[] answers = Arrays.copyOfRange(input, 1, input.length);
        ByteArrayInputStream in = new ByteArrayInputStream(answers);

        String refusal = refusal(url, in);

        byte[] read = Arrays.copyOf(answers, answers.length - in.available());
        assertThat(read).hasSizeLessThanOrEqualTo(MOST_BYTES);
        if (refusal != null) {
            assertThat(refusal)
                    .doesNotContain(PASSWORD)
                    .matches(text -> text.codePoints().noneMatch(Character::isISOControl));
        } else if (url.startsWith("http")) {
            assertThat(headers(new String(read, StandardCharsets.ISO_8859_1)))
                    .allMatch(code -> code >= 100 && code < 300 && code != 101)
                    .last(INTEGER)
                    .isGreaterThanOrEqualTo(200);
        } else {
            assertThat(read.length).isEqualTo(expected(read, url.contains(PASSWORD)));
        }
    }

    /** Why it does not connect; null if it does. */
    private static @Nullable String refusal(String url, ByteArrayInputStream answers) {
        try {
            TunnelFixtures.ask(url, answers, "mail.example.com");
            return null;
        } catch (ProxyRefusedException | EOFException e) {
            return e.getMessage();
        } catch (IOException e) {
            throw new AssertionError("neither a refusal nor the end of the connection", e);
        }
    }

    /** The codes of some headers of HTTP, one after the other, with nothing behind the last of them. */
    private static List<Integer> headers(String read) {
        List<Integer> codes = new ArrayList<>();
        boolean begins = true;
        assertThat(read).endsWith("\n");
        for (String ended : read.substring(0, read.length() - 1).split("\n", -1)) {
            String line = ended.endsWith("\r") ? ended.substring(0, ended.length() - 1) : ended;
            Matcher status = STATUS.matcher(line);
            if (begins) {
                assertThat(status.matches()).as(line).isTrue();
                codes.add(Integer.valueOf(status.group(1)));
            }
            begins = line.isEmpty();
        }
        assertThat(begins).isTrue();
        return codes;
    }

    /** How long the yes of a SOCKS proxy is; 0 if it is none. */
    private static int expected(byte[] read, boolean login) {
        boolean signsIn = login && read[1] == 2;
        if (read[0] != 5 || (read[1] != 0 && !signsIn) || (signsIn && read[3] != 0)) {
            return 0;
        }
        int at = signsIn ? 4 : 2;
        boolean yes = read[at] == 5 && read[at + 1] == 0;
        int address =
                switch (read[at + 3]) {
                    case 1 -> 4;
                    case 4 -> 16;
                    case 3 -> 1 + (read[at + 4] & 0xFF);
                    default -> -100;
                };
        return yes ? at + 4 + address + 2 : 0;
    }
}
