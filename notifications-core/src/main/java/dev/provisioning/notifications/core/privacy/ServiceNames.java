package dev.provisioning.notifications.core.privacy;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Account names that say of themselves that they are no person's: of services and machines, of the system, and mailboxes of a
 * role (RFC 2142).
 */
final class ServiceNames {
    private static final Set<String> ROLES = Set.of("""
            root, system, admin, administrator, administrators, sysadmin, sa, guest, nobody, daemon, anonymous,
            postgres, oracle, git, local service, network service, localservice, networkservice, noreply,
            no-reply, donotreply, do-not-reply, postmaster, hostmaster, webmaster, mailer-daemon, abuse, noc,
            security, support, helpdesk, servicedesk, info, provisioning""".split(",\\s+", -1));

    private static final Pattern PREFIX = Pattern.compile(
            "(?:svc|srv|sa|sys|service|serviceaccount|system|robot|bot)[-_.].*+", Pattern.CASE_INSENSITIVE);

    private static final Pattern SUFFIX =
            Pattern.compile(".*[-_.](?:svc|srv|sa|service|serviceaccount|bot|robot|daemon)", Pattern.CASE_INSENSITIVE);

    private ServiceNames() {}

    static boolean contain(String name) {
        return ROLES.contains(name.toLowerCase(Locale.ROOT))
                || (name.length() > 1 && name.endsWith("$"))
                || PREFIX.matcher(name).matches()
                || SUFFIX.matcher(name).matches();
    }
}
