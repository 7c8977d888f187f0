package dev.provisioning.notifications.example;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import net.tirasa.connid.bundles.ldap.LdapConfiguration;
import net.tirasa.connid.bundles.ldap.LdapConnector;
import org.identityconnectors.common.security.GuardedString;
import org.identityconnectors.framework.common.objects.Attribute;
import org.identityconnectors.framework.common.objects.AttributeBuilder;
import org.identityconnectors.framework.common.objects.AttributeUtil;
import org.identityconnectors.framework.common.objects.ConnectorObject;
import org.identityconnectors.framework.common.objects.Name;
import org.identityconnectors.framework.common.objects.ObjectClass;
import org.identityconnectors.framework.common.objects.OperationOptions;
import org.identityconnectors.framework.common.objects.OperationOptionsBuilder;
import org.identityconnectors.framework.common.objects.Uid;

/**
 * The accounts of one application, through the ConnId connector for LDAP. Every method throws what the connector
 * throws; {@link FailureClassifier} knows what that means.
 *
 * <p>The connector's class is used directly, without ConnId's loader of bundles: its jar has no bundle manifest.
 */
final class Accounts implements AutoCloseable {
    private static final OperationOptions PERSON = new OperationOptionsBuilder()
            .setAttributesToGet("uid", "givenName", "sn", "mail")
            .build();
    private static final int TIME_OUT_MILLIS = 5_000;

    private final LdapConnector connector = new LdapConnector();
    private final String peopleDn;

    private Accounts(String peopleDn) {
        this.peopleDn = peopleDn;
    }

    static Accounts of(TargetApplication app) {
        Accounts accounts = new Accounts(app.peopleDn());
        accounts.connector.init(configuration(app));
        return accounts;
    }

    /** {@return everybody who has an account, by id} */
    Map<String, Person> all() {
        Map<String, Person> people = new HashMap<>();
        connector.executeQuery(
                ObjectClass.ACCOUNT,
                null,
                found -> {
                    Person person = person(found);
                    people.put(person.id(), person);
                    return true;
                },
                PERSON);
        return people;
    }

    void create(Person person) {
        connector.create(ObjectClass.ACCOUNT, attributes(person), PERSON);
    }

    void update(Person person) {
        connector.update(ObjectClass.ACCOUNT, new Uid(person.id()), attributes(person), PERSON);
    }

    void delete(Person person) {
        connector.delete(ObjectClass.ACCOUNT, new Uid(person.id()), PERSON);
    }

    @Override
    public void close() {
        connector.dispose();
    }

    private Set<Attribute> attributes(Person person) {
        return Set.of(
                new Name("uid=" + person.id() + "," + peopleDn),
                AttributeBuilder.build("cn", person.givenName() + " " + person.familyName()),
                AttributeBuilder.build("givenName", person.givenName()),
                AttributeBuilder.build("sn", person.familyName()),
                AttributeBuilder.build("mail", person.mail()));
    }

    private static Person person(ConnectorObject found) {
        return new Person(text(found, "uid"), text(found, "givenName"), text(found, "sn"), text(found, "mail"));
    }

    private static String text(ConnectorObject found, String attribute) {
        Attribute value = found.getAttributeByName(attribute);
        return value == null ? "" : AttributeUtil.getAsStringValue(value);
    }

    private static LdapConfiguration configuration(TargetApplication app) {
        LdapConfiguration configuration = new LdapConfiguration();
        configuration.setConnectorMessages((key, fallback, arguments) -> fallback == null ? key : fallback);
        configuration.setHost("127.0.0.1");
        configuration.setPort(app.port());
        configuration.setPrincipal(app.account().dn());
        configuration.setCredentials(new GuardedString(app.account().password().toCharArray()));
        configuration.setBaseContexts(app.peopleDn());
        configuration.setUidAttribute("uid");
        configuration.setReadSchema(false);
        configuration.setConnectTimeout(TIME_OUT_MILLIS);
        configuration.setReadTimeout(TIME_OUT_MILLIS);
        return configuration;
    }
}
