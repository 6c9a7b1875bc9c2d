package de.dolmetscherhotline.twilio;

import de.dolmetscherhotline.call.flow.CallEvent.CallerEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerPressed;
import de.dolmetscherhotline.call.flow.CallEvent.CallerSpoke;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebInputException;

/**
 * What we read of a voice webhook (contract §3). Everything else that Twilio sends is left alone.
 *
 * @param callSid the leg
 * @param callStatus state of the leg, such as {@code in-progress}; empty if not given
 * @param from the caller's number, or raw text such as {@code anonymous}
 * @param digits keys pressed; empty if none
 * @param speech what was said, as the network understood it; empty if nothing was. Is read and forgotten
 * @param dialCallStatus how a {@code <Dial>} ended; empty otherwise
 */
record VoiceWebhook(
        String callSid,
        String callStatus,
        String from,
        String to,
        String digits,
        String speech,
        String dialCallStatus) {

    private static final int LONGEST = 64;
    /** An id becomes part of URLs that we ask, so it must not look like anything else. */
    private static final Pattern SID = Pattern.compile("[A-Za-z0-9]{1,64}");

    /** Reads the form; refuses one that names no leg. */
    static VoiceWebhook of(MultiValueMap<String, String> form) {
        var callSid = value(form, "CallSid");
        if (!isSid(callSid)) {
            throw new ServerWebInputException("CallSid is missing or no id");
        }
        return new VoiceWebhook(
                callSid,
                value(form, "CallStatus"),
                value(form, "From"),
                value(form, "To"),
                value(form, "Digits").replaceAll("[^0-9*#]", ""),
                value(form, "SpeechResult"),
                value(form, "DialCallStatus"));
    }

    /** Whether the text may be an id of the network. */
    static boolean isSid(String text) {
        return SID.matcher(text).matches();
    }

    private static String value(MultiValueMap<String, String> form, String name) {
        @Nullable String value = form.getFirst(name);
        if (value == null) {
            return "";
        }
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }

    /** What the caller answered: keys count before words. */
    CallerEvent answer() {
        return digits.isEmpty() && !speech.isEmpty() ? new CallerSpoke(speech) : new CallerPressed(digits);
    }

    /** Whether only the hash key was pressed, with which people end what they have typed. */
    boolean isHashAlone() {
        return digits.equals("#");
    }

    /** Whether whoever was dialled by {@code <Dial>} has talked with the leg. */
    boolean wasReached() {
        return dialCallStatus.equals("completed") || dialCallStatus.equals("answered");
    }

    /** Whether somebody, or a machine, has picked up. */
    boolean isAnswered() {
        return callStatus.equals("in-progress");
    }

    /** Whether the leg is gone; there is nobody left to hear an answer. */
    boolean isOver() {
        return switch (callStatus) {
            case "completed", "busy", "failed", "no-answer", "canceled" -> true;
            default -> false;
        };
    }
}
