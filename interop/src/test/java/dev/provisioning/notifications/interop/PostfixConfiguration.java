package dev.provisioning.notifications.interop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the Postfix of the tests is told: to listen on loopback alone, to keep everything in one directory, to deliver to
 * its own mailboxes, and nothing to anybody else. Text only; {@link Postfix} writes it down and starts it.
 *
 * @param home the directory for everything
 * @param ports where each door is
 * @param policyPort where the test is asked
 */
record PostfixConfiguration(Path home, Map<Door, Integer> ports, int policyPort) {
    static final String DOMAIN = "interop.example";

    /** Mailboxes belong to nobody, by this number on every system. */
    static final int MAILBOX_OWNER = 65534;

    /** A mailbox for RFC 6531. */
    static final String UMLAUT = "jörg";

    private static final int NUMBERED_MAILBOXES = 30;

    PostfixConfiguration {
        ports = Map.copyOf(ports);
    }

    /** The mailboxes there are: the part before the @, and the name of the directory. */
    static Map<String, String> mailboxes() {
        Map<String, String> directories = new LinkedHashMap<>();
        IntStream.rangeClosed(1, NUMBERED_MAILBOXES)
                .mapToObj(PostfixConfiguration::numbered)
                .forEach(name -> directories.put(name, name));
        directories.put(UMLAUT, "umlaut");
        return directories;
    }

    static String numbered(int mailbox) {
        return "box-" + mailbox;
    }

    int port(Door door) {
        Integer port = ports.get(door);
        if (port == null) {
            throw new IllegalArgumentException("no port for " + door);
        }
        return port;
    }

    Path config() {
        return home.resolve("config");
    }

    /** Where Debian's Postfix looks, whatever it is told. */
    Path sasl() {
        return config().resolve("sasl");
    }

    Path mail() {
        return home.resolve("mail");
    }

    Path queue() {
        return home.resolve("queue");
    }

    Path log() {
        return home.resolve("maillog");
    }

    Path passwords() {
        return sasl().resolve("passwords");
    }

    /** Key and certificates, in that order. */
    Path chain() {
        return config().resolve("chain.pem");
    }

    /** What is to be written where. */
    Map<Path, String> files() {
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(config().resolve("main.cf"), mainCf());
        files.put(config().resolve("master.cf"), masterCf());
        files.put(config().resolve("mailboxes"), mailboxTable());
        files.put(sasl().resolve("smtpd.conf"), saslConf("PLAIN LOGIN"));
        files.put(sasl().resolve("login-only.conf"), saslConf("LOGIN"));
        return files;
    }

    private String mainCf() {
        return """
                compatibility_level = 3.6
                queue_directory = %1$s/queue
                data_directory = %1$s/data
                maillog_file = %1$s/maillog
                maillog_file_prefixes = %1$s
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                disable_dns_lookups = yes
                smtpd_peername_lookup = no
                myhostname = mail.%2$s
                mynetworks = 127.0.0.0/8
                mydestination =
                alias_maps =
                local_recipient_maps =
                local_transport = error:5.1.1 nobody has a mailbox of the system here
                default_transport = error:5.7.1 nothing leaves this machine
                relay_transport = error:5.7.1 nothing leaves this machine
                virtual_mailbox_domains = %2$s
                virtual_mailbox_base = %1$s/mail
                virtual_mailbox_maps = texthash:%1$s/config/mailboxes
                virtual_uid_maps = static:%3$d
                virtual_gid_maps = static:%3$d
                message_size_limit = 40000000
                smtputf8_enable = yes
                smtpd_relay_restrictions = reject_unauth_destination
                smtpd_recipient_restrictions =
                smtpd_tls_chain_files = %1$s/config/chain.pem
                smtpd_tls_auth_only = yes
                smtpd_tls_received_header = yes
                smtpd_sasl_type = cyrus
                cyrus_sasl_config_path = %1$s/config/sasl
                smtpd_sasl_local_domain = %2$s
                smtpd_sasl_security_options = noanonymous
                smtpd_sasl_authenticated_header = yes
                members_only = permit_sasl_authenticated, reject
                ask_the_test = check_policy_service inet:127.0.0.1:%4$d
                """.formatted(home, DOMAIN, MAILBOX_OWNER, policyPort);
    }

    /** Without a single service that could carry a mail away. */
    private String masterCf() {
        List<String> lines = new ArrayList<>();
        Arrays.stream(Door.values()).forEach(door -> {
            lines.add("127.0.0.1:" + port(door) + " inet n - n - - smtpd");
            door.options().forEach(option -> lines.add("  -o " + option));
        });
        lines.add("""
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                tlsmgr unix - - n 1000? 1 tlsmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                trace unix - - n - 0 bounce
                virtual unix - n n - - virtual
                error unix - - n - - error
                retry unix - - n - - error
                anvil unix - - n - 1 anvil
                postlog unix-dgram n - n - 1 postlogd
                """);
        return String.join("\n", lines);
    }

    /** A slash at the end makes it a Maildir. */
    private static String mailboxTable() {
        return mailboxes().entrySet().stream()
                .map(box -> box.getKey() + "@" + DOMAIN + " " + box.getValue() + "/\n")
                .collect(Collectors.joining());
    }

    private String saslConf(String mechanisms) {
        return """
                pwcheck_method: auxprop
                auxprop_plugin: sasldb
                sasldb_path: %s
                mech_list: %s
                """.formatted(passwords(), mechanisms);
    }
}
