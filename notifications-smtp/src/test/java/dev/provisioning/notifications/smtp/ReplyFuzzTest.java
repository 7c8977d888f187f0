package dev.provisioning.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.provisioning.notifications.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What comes from a server that says anything. */
class ReplyFuzzTest {
    /** What was read before there was something that is no answer. */
    record Heard(List<Reply> replies, String end) {
        static Heard of(byte[] script, int mostAtOnce) {
            List<Reply> replies = new ArrayList<>();
            try (Wire wire = new Wire(new ChannelSocket(new ScriptedChannel(script, mostAtOnce)))) {
                while (true) {
                    replies.add(Reply.read(wire));
                }
            } catch (IOException e) {
                return new Heard(replies, String.valueOf(e.getMessage()));
            }
        }
    }

    private static final Pattern LINE = Pattern.compile("([2-5]\\d\\d)(?:(-)| |\\z)(.*)", Pattern.DOTALL);
    private static final Pattern UNMASKED = Pattern.compile("[^\\s<>@:;,\"'(*][^\\s<>@:;,\"'(]*(?<!\\*\\*\\*)@");

    @FuzzTest
    void whateverAServerSaysIsReadToTheLetterOrNotAtAll(byte[] input) {
        Heard heard = Heard.of(input, Integer.MAX_VALUE);

        assertThat(Heard.of(input, 1)).isEqualTo(heard);
        assertThat(heard.replies()).isEqualTo(expected(input));
        heard.replies().forEach(ReplyFuzzTest::assertTellable);
    }

    /** The same by other means. */
    private static List<Reply> expected(byte[] input) {
        String said = new String(input, StandardCharsets.ISO_8859_1).replace("" + ScriptedChannel.PAUSE, "");
        List<Reply> replies = new ArrayList<>();
        List<String> words = new ArrayList<>();
        String first = "";
        for (String line : said.substring(0, said.lastIndexOf('\n') + 1).split("\n", -1)) {
            String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            Matcher matcher = LINE.matcher(text);
            boolean goesOn =
                    matcher.matches() && (words.isEmpty() || matcher.group(1).equals(first));
            if (!goesOn || text.length() > Reply.MAX_LINE || words.size() == Reply.MAX_LINES) {
                return replies;
            }
            first = matcher.group(1);
            words.add(new String(matcher.group(3).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
            if (matcher.group(2) == null) {
                replies.add(new Reply(Integer.parseInt(first), List.copyOf(words)));
                words.clear();
            }
        }
        return replies;
    }

    private static void assertTellable(Reply reply) {
        assertThat(reply.text() + reply).matches(text -> text.codePoints().noneMatch(Character::isISOControl));
        assertThat(UNMASKED.matcher(reply.text()).results()).isEmpty();
        for (Stage stage : Stage.values()) {
            assertThat(SmtpFailure.faultOf(stage, reply).code()).isEqualTo(reply.code());
            assertMeaning(stage, reply, ReplyClassifier.meaning(stage, Problem.ANSWERED, reply.code()));
        }
        assertThat(Capabilities.of(reply).lines()).hasSizeLessThan(Reply.MAX_LINES);
    }

    /** In doubt is only what may have been accepted, and a no is no doubt. */
    private static void assertMeaning(Stage stage, Reply reply, ReplyClassifier.Meaning meaning) {
        assertThat(meaning == ReplyClassifier.Meaning.IN_DOUBT)
                .isEqualTo(stage == Stage.HANDOVER && !reply.isNegative());
        assertThat(meaning == ReplyClassifier.Meaning.ACCEPTED).isEqualTo(stage == Stage.CLOSE);
    }
}
