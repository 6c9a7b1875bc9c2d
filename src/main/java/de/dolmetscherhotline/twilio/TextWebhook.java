package de.dolmetscherhotline.twilio;

import de.dolmetscherhotline.sms.IncomingText;
import de.dolmetscherhotline.sms.IncomingText.OptOut;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebInputException;

/**
 * What we read of a webhook about a text (contract §3.4). Everything else that Twilio sends is left alone.
 *
 * @param status how a text of ours fares, such as {@code delivered}; empty for one that came in
 * @param errorCode why it fared badly; 0 if not given
 * @param optOut set if Twilio has reacted to the text itself
 */
record TextWebhook(
        String sid,
        String from,
        String to,
        String body,
        String status,
        int errorCode,
        @Nullable OptOut optOut,
        int media) {

    private static final int LONGEST_VALUE = 64;
    private static final int LONGEST_BODY = 1600;

    /** Reads the form; refuses one that names no text. */
    static TextWebhook of(MultiValueMap<String, String> form) {
        var sid = value(form, "MessageSid", LONGEST_VALUE);
        if (sid.isEmpty()) {
            throw new ServerWebInputException("MessageSid is missing");
        }
        return new TextWebhook(
                sid,
                value(form, "From", LONGEST_VALUE),
                value(form, "To", LONGEST_VALUE),
                value(form, "Body", LONGEST_BODY),
                value(form, "MessageStatus", LONGEST_VALUE),
                number(form, "ErrorCode"),
                optOut(value(form, "OptOutType", LONGEST_VALUE)),
                number(form, "NumMedia"));
    }

    private static String value(MultiValueMap<String, String> form, String name, int longest) {
        @Nullable String value = form.getFirst(name);
        if (value == null) {
            return "";
        }
        return value.length() <= longest ? value : value.substring(0, longest);
    }

    private static int number(MultiValueMap<String, String> form, String name) {
        var digits = value(form, name, LONGEST_VALUE);
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }

    private static @Nullable OptOut optOut(String type) {
        return switch (type) {
            case "STOP" -> OptOut.STOP;
            case "START" -> OptOut.START;
            case "HELP" -> OptOut.HELP;
            default -> null;
        };
    }

    IncomingText incoming() {
        return new IncomingText(sid, from, to, body, optOut, media);
    }

    @Override
    public String toString() {
        return "TextWebhook[" + sid + "]";
    }
}
