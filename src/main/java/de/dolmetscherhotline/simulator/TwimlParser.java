package de.dolmetscherhotline.simulator;

import de.dolmetscherhotline.simulator.Verb.Audible;
import de.dolmetscherhotline.simulator.Verb.Room;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Reads a voice document with our own eyes. What the vendor would only warn about (12200) is reported and skipped; what the
 * vendor would refuse throws.
 */
final class TwimlParser {

    private static final Set<String> KNOWN_BUT_NOT_SIMULATED = Set.of(
            "Connect", "Echo", "Enqueue", "Leave", "Pay", "Prompt", "Queue", "Record", "Refer", "Sms", "Start", "Stop");
    private static final int LONGEST_SPEECH = 3_000;
    private static final int LONGEST_NAME = 128;
    private static final int MOST_NUMBERS = 10;
    private static final int MOST_HINTS = 500;
    private static final int LONGEST_HINT = 100;

    private final URI document;
    private final Consumer<String> violations;

    private TwimlParser(URI document, Consumer<String> violations) {
        this.document = document;
        this.violations = violations;
    }

    static TwimlDocument parse(String xml, URI url, Consumer<String> violations) throws TwimlException {
        var root = Xml.parse(xml).getDocumentElement();
        if (!root.getTagName().equals("Response")) {
            throw new TwimlException(12100, "root element is <" + root.getTagName() + ">, not <Response>");
        }
        TwimlCheck.voice(xml).ifPresent(complaint -> violations.accept(url + ": not TwiML (12200): " + complaint));
        return new TwimlDocument(url, new TwimlParser(url, violations).verbs(root));
    }

    private List<Verb> verbs(Element root) throws TwimlException {
        var verbs = new ArrayList<Verb>();
        for (var element : Xml.children(root)) {
            var verb = verb(element);
            if (verb != null) {
                verbs.add(verb);
            }
        }
        return List.copyOf(verbs);
    }

    private @Nullable Verb verb(Element element) throws TwimlException {
        return switch (element.getTagName()) {
            case "Say", "Play", "Pause" -> audible(element);
            case "Gather" -> gather(element);
            case "Redirect" -> new Verb.Redirect(url(element.getTextContent()), post(element, "method"));
            case "Reject" -> new Verb.Reject(element.getAttribute("reason").equals("busy"));
            case "Hangup" -> new Verb.Hangup();
            case "Dial" -> dial(element);
            default -> unknown(element);
        };
    }

    private @Nullable Verb unknown(Element element) {
        var name = element.getTagName();
        if (KNOWN_BUT_NOT_SIMULATED.contains(name)) {
            return new Verb.NotSimulated(name);
        }
        complain("unknown verb <" + name + "> (12200)");
        return null;
    }

    private Audible audible(Element element) throws TwimlException {
        return switch (element.getTagName()) {
            case "Say" -> say(element);
            case "Play" -> play(element);
            default -> new Verb.Pause(number(element, "length", 1));
        };
    }

    private Verb.Say say(Element element) {
        var text = element.getTextContent().strip().replaceAll("\\s+", " ");
        if (text.length() > LONGEST_SPEECH) {
            complain("<Say> of " + text.length() + " characters (13521)");
        }
        return new Verb.Say(text, element.getAttribute("language"), number(element, "loop", 1));
    }

    private Verb.Play play(Element element) throws TwimlException {
        var digits = element.getAttribute("digits");
        var reference = element.getTextContent().strip();
        if (reference.isEmpty() && digits.isEmpty()) {
            complain("<Play> without a URL");
        }
        return new Verb.Play(reference.isEmpty() ? null : url(reference), digits, number(element, "loop", 1));
    }

    private Verb.Gather gather(Element element) throws TwimlException {
        if (!element.hasAttribute("action")) {
            complain("<Gather> without action asks its own document again for ever");
        }
        var prompt = new ArrayList<Audible>();
        for (var child : Xml.children(element)) {
            if (Set.of("Say", "Play", "Pause").contains(child.getTagName())) {
                prompt.add(audible(child));
            } else {
                complain("<" + child.getTagName() + "> inside <Gather> (12200)");
            }
        }
        var input = element.hasAttribute("input") ? words(element.getAttribute("input")) : Set.of("dtmf");
        if (element.hasAttribute("partialResultCallback")) {
            complain("partialResultCallback is not simulated");
        }
        checkHints(element.getAttribute("hints"));
        int timeout = number(element, "timeout", 5);
        return new Verb.Gather(
                List.copyOf(prompt),
                url(element.getAttribute("action")),
                post(element, "method"),
                timeout,
                number(element, "numDigits", 0),
                element.hasAttribute("finishOnKey") ? element.getAttribute("finishOnKey") : "#",
                flag(element, "actionOnEmptyResult", false),
                input.contains("dtmf"),
                input.contains("speech"),
                speechPause(element, timeout),
                element.hasAttribute("language") ? element.getAttribute("language") : "en-US");
    }

    private int speechPause(Element element, int timeout) {
        boolean automatic = element.getAttribute("speechTimeout").equals("auto");
        if (automatic && element.hasAttribute("speechModel")) {
            complain("an explicit speechModel forbids speechTimeout=\"auto\"");
        }
        return automatic ? 1 : number(element, "speechTimeout", timeout);
    }

    private void checkHints(String hints) {
        var phrases = List.of(hints.split(",", -1));
        if (phrases.size() > MOST_HINTS
                || phrases.stream().anyMatch(phrase -> phrase.strip().length() > LONGEST_HINT)) {
            complain("more than " + MOST_HINTS + " hints or one longer than " + LONGEST_HINT + " characters");
        }
    }

    private Verb dial(Element element) throws TwimlException {
        var nouns = Xml.children(element);
        if (nouns.isEmpty() || !isSimulated(nouns)) {
            return new Verb.NotSimulated("Dial without exactly one Conference and without Number");
        }
        return new Verb.Dial(
                element.hasAttribute("action") ? url(element.getAttribute("action")) : null,
                post(element, "method"),
                number(element, "timeLimit", Verb.Dial.LONGEST),
                flag(element, "hangupOnStar", false),
                nouns.getFirst().getTagName().equals("Conference") ? room(nouns.getFirst()) : numbers(element, nouns));
    }

    private static boolean isSimulated(List<Element> nouns) {
        return nouns.stream().allMatch(noun -> noun.getTagName().equals("Number"))
                || (nouns.size() == 1 && nouns.getFirst().getTagName().equals("Conference"));
    }

    private Verb.Numbers numbers(Element element, List<Element> nouns) throws TwimlException {
        if (nouns.size() > MOST_NUMBERS) {
            complain("<Dial> with " + nouns.size() + " numbers");
        }
        if (flag(element, "sequential", false)) {
            complain("sequential is not simulated");
        }
        int timeout = number(element, "timeout", 30);
        if (timeout < 5 || timeout > 600) {
            complain("timeout=\"" + timeout + "\" is not from 5 to 600");
        }
        var callees = new ArrayList<Verb.Callee>();
        for (var noun : nouns) {
            callees.add(callee(noun));
        }
        return new Verb.Numbers(
                timeout,
                element.getAttribute("callerId"),
                flag(element, "answerOnBridge", false),
                List.copyOf(callees));
    }

    private Verb.Callee callee(Element element) throws TwimlException {
        for (var name : List.of("sendDigits", "machineDetection")) {
            if (element.hasAttribute(name)) {
                complain("<Number " + name + "> is not simulated");
            }
        }
        return new Verb.Callee(
                element.getTextContent().strip(),
                element.hasAttribute("url") ? url(element.getAttribute("url")) : null,
                post(element, "method"),
                element.hasAttribute("statusCallback") ? statusCallback(element) : null);
    }

    private StatusCallback statusCallback(Element element) throws TwimlException {
        var events = words(element.getAttribute("statusCallbackEvent"));
        return new StatusCallback(
                url(element.getAttribute("statusCallback")),
                post(element, "statusCallbackMethod"),
                events.isEmpty() ? Set.of("completed") : events);
    }

    private Room room(Element element) throws TwimlException {
        var name = element.getTextContent().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            complain("conference name of " + name.length() + " characters");
        }
        var beep = element.hasAttribute("beep") ? element.getAttribute("beep") : "true";
        boolean ownWaiting = element.hasAttribute("waitUrl");
        boolean silence = ownWaiting && element.getAttribute("waitUrl").isBlank();
        return new Room(
                name,
                flag(element, "muted", false),
                beep.equals("true") || beep.equals("onEnter"),
                beep.equals("true") || beep.equals("onExit"),
                flag(element, "startConferenceOnEnter", true),
                flag(element, "endConferenceOnExit", false),
                element.getAttribute("participantLabel"),
                silence,
                ownWaiting && !silence ? url(element.getAttribute("waitUrl")) : null,
                post(element, "waitMethod"),
                number(element, "maxParticipants", 250),
                element.hasAttribute("statusCallback") ? url(element.getAttribute("statusCallback")) : null,
                post(element, "statusCallbackMethod"),
                words(element.getAttribute("statusCallbackEvent")));
    }

    private static Set<String> words(String list) {
        return list.isBlank() ? Set.of() : Set.copyOf(List.of(list.strip().split("\\s+", -1)));
    }

    private URI url(String reference) throws TwimlException {
        return Webhook.resolve(document, reference)
                .orElseThrow(() -> new TwimlException(11100, "not a URL: \"" + reference.strip() + "\""));
    }

    private boolean post(Element element, String attribute) {
        var method = element.getAttribute(attribute);
        return !method.equalsIgnoreCase("GET");
    }

    private boolean flag(Element element, String attribute, boolean otherwise) {
        var value = element.getAttribute(attribute);
        return switch (value) {
            case "" -> otherwise;
            case "true" -> true;
            case "false" -> false;
            default -> {
                complain(attribute + "=\"" + value + "\" is neither true nor false (12200)");
                yield otherwise;
            }
        };
    }

    private int number(Element element, String attribute, int otherwise) {
        var value = element.getAttribute(attribute);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,6}")) {
            complain(attribute + "=\"" + value + "\" is not a number (12200)");
            return otherwise;
        }
        return Integer.parseInt(value);
    }

    private void complain(String what) {
        violations.accept(document + ": " + what);
    }
}
