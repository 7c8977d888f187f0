package dev.provisioning.notifications.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What comes with a published module: to the letter, because whoever embeds it has to trust that, too. */
class WhatUsersGetTest {
    private static final Map<HouseModule, Set<String>> DECIDED = Map.of(
            HouseModule.API, Set.of("jspecify"),
            HouseModule.CORE, Set.of("notifications-api", "jspecify", "slf4j-api", "jmustache"),
            HouseModule.SMTP, Set.of("notifications-api", "jspecify", "slf4j-api"),
            HouseModule.JDBC, Set.of("notifications-api", "jspecify", "slf4j-api", "sqlite-jdbc, if asked for"),
            HouseModule.TESTKIT, Set.of("notifications-api", "jspecify", "junit-jupiter-api", "assertj-core"));

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXAMPLE")
    void isWhatIsDecidedAndNothingElse(HouseModule module) throws Exception {
        assertThat(dependencies(module.pom())).isEqualTo(DECIDED.get(module));
    }

    private static Set<String> dependencies(File pom) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Document document = factory.newDocumentBuilder().parse(pom);
        XPath path = XPathFactory.newInstance().newXPath();
        NodeList all = (NodeList) path.evaluate(
                "/project/dependencies/dependency[not(scope = 'test')]", document, XPathConstants.NODESET);
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < all.getLength(); i++) {
            String name = path.evaluate("artifactId", all.item(i));
            found.add(path.evaluate("optional", all.item(i)).equals("true") ? name + ", if asked for" : name);
        }
        return found;
    }
}
