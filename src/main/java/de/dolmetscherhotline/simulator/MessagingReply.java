package de.dolmetscherhotline.simulator;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.w3c.dom.Element;

/** The texts in an answer to an inbound message. */
final class MessagingReply {

    private MessagingReply() {}

    static List<String> read(URI url, Answer answer, Consumer<String> violations) throws TwimlException {
        if (answer.size() == 0) {
            return List.of();
        }
        if (answer.contentType().isEmpty()) {
            throw new TwimlException(12300, "answer without content type");
        }
        if (answer.contentType().startsWith("text/plain")) {
            return List.of(answer.text());
        }
        if (!answer.contentType().contains("xml")) {
            throw new TwimlException(12300, "content type \"" + answer.contentType() + "\"");
        }
        var root = Xml.parse(answer.text()).getDocumentElement();
        if (!root.getTagName().equals("Response")) {
            throw new TwimlException(12100, "root element is <" + root.getTagName() + ">");
        }
        TwimlCheck.messaging(answer.text())
                .ifPresent(complaint -> violations.accept(url + ": not TwiML (12200): " + complaint));
        var texts = new ArrayList<String>();
        for (var element : Xml.children(root)) {
            if (element.getTagName().equals("Message")) {
                texts.add(body(element));
            } else {
                violations.accept(url + ": not simulated: <" + element.getTagName() + ">");
            }
        }
        return texts;
    }

    private static String body(Element message) {
        return Xml.children(message).stream()
                .filter(child -> child.getTagName().equals("Body"))
                .findFirst()
                .map(Element::getTextContent)
                .orElseGet(message::getTextContent)
                .strip();
    }
}
