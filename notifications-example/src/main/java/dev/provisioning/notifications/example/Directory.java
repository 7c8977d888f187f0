package dev.provisioning.notifications.example;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.provisioning.notifications.AppId;
import java.net.InetAddress;
import java.util.Locale;

/**
 * The directory behind one application: a real LDAP server on loopback, whose administrator can renew the password of
 * the service account, stop the server and start it again on the same port.
 */
final class Directory implements AutoCloseable {
    private static final String FIRST_PASSWORD = "spring-2026";

    private final InMemoryDirectoryServer server;
    private final String base;
    private final TargetApplication application;

    private Directory(String name, InMemoryDirectoryServer server, String base) {
        this.server = server;
        this.base = base;
        this.application = new TargetApplication(
                AppId.of("contoso-works", name.toLowerCase(Locale.ROOT)),
                name,
                server.getListenPort(),
                "ou=people," + base,
                new ServiceAccount("cn=provisioning," + base, FIRST_PASSWORD));
    }

    static Directory start(String name) {
        String base = "dc=" + name.toLowerCase(Locale.ROOT);
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(base);
            config.setListenerConfigs(
                    new InMemoryListenerConfig("ldap", InetAddress.getLoopbackAddress(), 0, null, null, null));
            InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
            server.add(base, new Attribute("objectClass", "domain"));
            server.add("ou=people," + base, new Attribute("objectClass", "organizationalUnit"));
            server.add(
                    "cn=provisioning," + base,
                    new Attribute("objectClass", "person"),
                    new Attribute("sn", "provisioning"),
                    new Attribute("userPassword", FIRST_PASSWORD));
            server.startListening();
            return new Directory(name, server, base);
        } catch (LDAPException e) {
            throw new IllegalStateException("the directory of " + name + " did not start", e);
        }
    }

    /** {@return how the engine reaches it} */
    TargetApplication application() {
        return application;
    }

    /** Gives the service account another password, which the engine does not know yet. */
    void changePassword(String password) {
        try {
            server.modify(
                    "cn=provisioning," + base, new Modification(ModificationType.REPLACE, "userPassword", password));
        } catch (LDAPException e) {
            throw new IllegalStateException("the password at " + application.name() + " was not changed", e);
        }
    }

    void stop() {
        server.shutDown(true);
    }

    void startAgain() {
        try {
            server.startListening();
        } catch (LDAPException e) {
            throw new IllegalStateException("the directory of " + application.name() + " did not start again", e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
