package dev.provisioning.notifications.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be said about the configuration without a Postfix, so that it does not rot where there is none. */
class PostfixConfigurationTest {
    private static final Path HOME = Path.of("/somewhere/postfix-1");
    private static final int POLICY_PORT = 2000;
    private static final Pattern SETTING = Pattern.compile("([a-z0-9_]+) =( \\S.*\\S)?");
    private static final Pattern REFERENCE = Pattern.compile("\\$(\\w+)");
    private static final Pattern ABSOLUTE_PATH = Pattern.compile("(?<![\\w/])/[^\\s,]+");

    private final PostfixConfiguration configuration = new PostfixConfiguration(HOME, ports(), POLICY_PORT);
    private final List<String> main = lines("main.cf");
    private final List<String> master = lines("master.cf");

    @Test
    void everyLineOfMainIsASettingOfItsOwn() {
        assertThat(main).allMatch(line -> SETTING.matcher(line).matches());
        assertThat(main.stream().map(PostfixConfigurationTest::name)).doesNotHaveDuplicates();
    }

    @Test
    void everyLineOfMasterIsAServiceOfEightFieldsOrAnOptionOfOne() {
        assertThat(master.get(0)).doesNotStartWith(" ");
        assertThat(master)
                .allMatch(line ->
                        line.startsWith(" ") ? line.matches(" +-o [a-z_]+=\\S+") : line.split(" ", -1).length == 8);
    }

    @Test
    void everySettingThatIsReferredToIsThere() {
        List<String> names = main.stream().map(PostfixConfigurationTest::name).toList();

        List<String> references = REFERENCE
                .matcher(String.join("\n", main) + String.join("\n", master))
                .results()
                .map(reference -> reference.group(1))
                .toList();

        assertThat(references).contains("members_only", "ask_the_test").allMatch(names::contains);
    }

    @Test
    void nothingIsReadOrWrittenElsewhere() {
        List<String> paths = configuration.files().values().stream()
                .flatMap(text -> ABSOLUTE_PATH.matcher(text).results())
                .map(MatchResult::group)
                .toList();

        assertThat(paths).isNotEmpty().allMatch(path -> Path.of(path).startsWith(HOME));
        assertThat(configuration.files().keySet()).allMatch(path -> path.startsWith(HOME));
    }

    @Test
    void whatItReadsIsWritten() {
        List<Path> written = Stream.concat(configuration.files().keySet().stream(), Stream.of(configuration.chain()))
                .toList();

        assertThat(written)
                .contains(
                        Path.of(value("virtual_mailbox_maps").replace("texthash:", "")),
                        Path.of(value("smtpd_tls_chain_files")));
        assertThat(Path.of(value("cyrus_sasl_config_path"))).isEqualTo(configuration.sasl());
        assertThat(Path.of(value("queue_directory"))).isEqualTo(configuration.queue());
        assertThat(Path.of(value("virtual_mailbox_base"))).isEqualTo(configuration.mail());
        assertThat(Path.of(value("maillog_file"))).isEqualTo(configuration.log());
    }

    @Test
    void eachDoorIsOnLoopbackAtItsPort() {
        List<String> doors = services().stream()
                .filter(service -> service.contains(" inet "))
                .toList();

        assertThat(doors)
                .containsExactlyElementsOf(ports().values().stream()
                        .map(port -> "127.0.0.1:" + port + " inet n - n - - smtpd")
                        .toList());
        assertThat(value("inet_interfaces")).isEqualTo("127.0.0.1");
        assertThat(value("ask_the_test")).isEqualTo("check_policy_service inet:127.0.0.1:" + POLICY_PORT);
    }

    @Test
    void nobodyIsAskedWhoHasWaysOutOfThisMachine() {
        assertThat(services().stream().map(service -> service.substring(service.lastIndexOf(' ') + 1)))
                .doesNotContain("smtp", "lmtp", "pipe", "local", "spawn")
                .contains("cleanup", "qmgr", "trivial-rewrite", "bounce", "virtual", "error", "tlsmgr", "postlogd");
        assertThat(List.of(value("local_transport"), value("default_transport"), value("relay_transport")))
                .allMatch(transport -> transport.startsWith("error:"));
    }

    @Test
    void noServiceIsLockedIntoItsQueue() {
        assertThat(services()).allMatch(service -> service.split(" ", -1)[4].equals("n"), "chroot is off");
    }

    @Test
    void noPasswordIsAskedForInPlaintext() {
        assertThat(value("smtpd_tls_auth_only")).isEqualTo("yes");
        for (Door door : Set.of(Door.PLAIN, Door.POLICED, Door.SMALL, Door.BARE)) {
            assertThat(door.options()).noneMatch(option -> option.startsWith("smtpd_sasl"));
        }
    }

    @Test
    void aMailboxIsALineOfAddressAndMaildir() {
        assertThat(lines("mailboxes"))
                .contains("box-1@interop.example box-1/", "jörg@interop.example umlaut/")
                .allMatch(line -> line.matches("\\S+@interop\\.example [a-z0-9-]+/"))
                .doesNotHaveDuplicates();
    }

    private static Map<Door, Integer> ports() {
        Map<Door, Integer> ports = new EnumMap<>(Door.class);
        for (Door door : Door.values()) {
            ports.put(door, 1000 + ports.size());
        }
        return ports;
    }

    private List<String> lines(String file) {
        String text = configuration.files().get(configuration.config().resolve(file));
        return text == null ? List.of() : text.lines().toList();
    }

    private List<String> services() {
        List<String> services = new ArrayList<>(master);
        services.removeIf(line -> line.startsWith(" "));
        return services;
    }

    private String value(String name) {
        return main.stream()
                .filter(line -> name(line).equals(name))
                .map(line -> line.substring(line.indexOf('=') + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static String name(String setting) {
        return setting.substring(0, setting.indexOf(" ="));
    }
}
