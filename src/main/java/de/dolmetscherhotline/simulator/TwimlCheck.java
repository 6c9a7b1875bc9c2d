package de.dolmetscherhotline.simulator;

import com.twilio.twiml.MessagingResponse;
import com.twilio.twiml.TwiMLException;
import com.twilio.twiml.VoiceResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * Asks the vendor's own library whether it knows every verb, attribute and value. Attributes that are lists are shown to it
 * one word at a time, because it refuses several (contract §9).
 */
final class TwimlCheck {

    private static final Set<String> LISTS = Set.of(
            "input", "statusCallbackEvent", "recordingStatusCallbackEvent", "conferenceRecordingStatusCallbackEvent");

    private TwimlCheck() {}

    static Optional<String> voice(String xml) {
        return check(xml, VoiceResponse.Builder::fromXml);
    }

    static Optional<String> messaging(String xml) {
        return check(xml, MessagingResponse.Builder::fromXml);
    }

    private interface Library {
        Object read(String xml) throws TwiMLException;
    }

    private static Optional<String> check(String xml, Library library) {
        try {
            for (int word = 0; word < longestList(Xml.parse(xml).getDocumentElement()); word++) {
                var document = Xml.parse(xml);
                pick(document.getDocumentElement(), word);
                library.read(Xml.write(document));
            }
            return Optional.empty();
        } catch (TwiMLException refused) {
            return Optional.of(firstLine(String.valueOf(refused.getMessage())));
        } catch (TwimlException | RuntimeException refused) {
            return Optional.of(firstLine(String.valueOf(refused.getMessage())));
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static int longestList(Element element) {
        int longest = 1;
        for (var name : LISTS) {
            longest = Math.max(longest, words(element, name).size());
        }
        for (var child : Xml.children(element)) {
            longest = Math.max(longest, longestList(child));
        }
        return longest;
    }

    private static void pick(Element element, int word) {
        for (var name : LISTS) {
            var words = words(element, name);
            if (words.size() > 1) {
                element.setAttribute(name, words.get(Math.min(word, words.size() - 1)));
            }
        }
        Xml.children(element).forEach(child -> pick(child, word));
    }

    private static List<String> words(Element element, String name) {
        return List.of(element.getAttribute(name).strip().split("\\s+", -1));
    }
}
