package dev.provisioning.notifications.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;

/**
 * The HTML of a mail, as jsoup reads it, and as browsers do.
 *
 * @param skeleton all but its words and the values that may hold some: elements, comments, style sheets, names of attributes, and
 *     how each element looks
 * @param addresses where its links lead, and whatever else has an address
 * @param faults what is not in order
 */
record ReadHtml(List<String> skeleton, List<String> addresses, List<String> faults) {
    private static final List<String> WITH_ADDRESS =
            List.of("href", "src", "action", "background", "cite", "data", "formaction", "poster", "srcset");

    static ReadHtml of(String html) {
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        Document document = parser.parseInput(html, "");
        List<String> skeleton = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        document.traverse((node, depth) -> {
            if (!(node instanceof TextNode)) {
                skeleton.add(depth + " " + bone(node));
                WITH_ADDRESS.stream().filter(node::hasAttr).map(node::attr).forEach(addresses::add);
            }
        });
        return new ReadHtml(
                skeleton,
                addresses,
                parser.getErrors().stream().map(ParseError::toString).toList());
    }

    private static String bone(Node node) {
        if (node instanceof DataNode data) {
            return data.getWholeData();
        }
        return node.nodeName()
                + node.attributes().asList().stream().map(ReadHtml::shown).collect(Collectors.joining());
    }

    private static String shown(Attribute attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        boolean looks = name.equals("style") || name.equals("class");
        return " " + name + (looks ? "=" + attribute.getValue() : "");
    }
}
