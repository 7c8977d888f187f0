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
            security, support, helpdesk, servicedesk, info, hr, it, iam, sync, scim, provisioning, provisioner,
            integration""".split(",\\s+", -1));

    private static final String SERVICE =
            "svc|srv|sa|sys|service|serviceaccount|system|robot|bot|daemon|sync|scim|app|iam"
                    + "|provisioner|provisioning|integration|connector";

    private static final Pattern PREFIX = Pattern.compile("(?:" + SERVICE + ")[-_.].*+", Pattern.CASE_INSENSITIVE);

    private static final Pattern SUFFIX =
            Pattern.compile(".*[-_.](?:" + SERVICE + "|team|owners|admins)", Pattern.CASE_INSENSITIVE);

    private ServiceNames() {}

    static boolean contain(String name) {
        return ROLES.contains(name.toLowerCase(Locale.ROOT))
                || (name.length() > 1 && name.endsWith("$"))
                || PREFIX.matcher(name).matches()
                || SUFFIX.matcher(name).matches();
    }
}
