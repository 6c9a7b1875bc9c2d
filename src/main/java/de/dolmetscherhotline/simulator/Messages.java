package de.dolmetscherhotline.simulator;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Text messages in both directions (contract §3.4, §5.4). */
final class Messages {

    private static final int LONGEST_BODY = 1_600;
    private static final int KEPT = 10_000;

    private final Switchboard board;
    private final Map<String, Sent> sent = new LinkedHashMap<>();
    private final OptOut optOut = new OptOut();

    Messages(Switchboard board) {
        this.board = board;
    }

    /** A message of the application. */
    static final class Sent {
        private final String sid = Sids.message();
        private final String from;
        private final String to;
        private final String body;
        private final Instant created;
        private final @Nullable URI callback;
        private final CallbackLane lane;
        private String status = "queued";

        private Sent(Switchboard board, String from, String to, String body, @Nullable URI callback) {
            this.from = from;
            this.to = to;
            this.body = body;
            this.callback = callback;
            this.created = board.now();
            this.lane = new CallbackLane(board);
        }

        String sid() {
            return sid;
        }

        String from() {
            return from;
        }

        String to() {
            return to;
        }

        String body() {
            return body;
        }

        String status() {
            return status;
        }

        Instant created() {
            return created;
        }
    }

    Sent send(String from, String to, String body, @Nullable URI callback) {
        var message = new Sent(board, from, to, body, callback);
        if (sent.size() >= KEPT) {
            sent.clear();
        }
        sent.put(message.sid, message);
        board.after(Duration.ZERO, () -> deliver(message));
        return message;
    }

    private void deliver(Sent message) {
        become(message, "sent");
        var phone = board.phone(message.to);
        if (phone.habit() instanceof Behaviour.Unreachable) {
            become(message, "undelivered");
        } else {
            phone.receive(new TextMessage(board.now(), message.from, message.body));
            become(message, "delivered");
        }
    }

    private void become(Sent message, String status) {
        message.status = status;
        var callback = message.callback;
        if (callback == null) {
            return;
        }
        var params = new LinkedHashMap<String, String>();
        params.put("MessageSid", message.sid);
        params.put("SmsSid", message.sid);
        params.put("MessageStatus", status);
        params.put("SmsStatus", status);
        params.put("AccountSid", board.account().sid());
        params.put("From", message.from);
        params.put("To", message.to);
        params.put("ApiVersion", "2010-04-01");
        if (status.equals("undelivered")) {
            params.put("ErrorCode", "30003");
        }
        message.lane.send(new Webhook(Exchange.Kind.MESSAGE_STATUS, callback, true, params));
    }

    /** A telephone sends a text to a number of the account. */
    void receive(String from, String to, String body) {
        var number = board.owned().get(to);
        if (number == null || number.smsUrl() == null) {
            return;
        }
        var url = number.smsUrl();
        optOut.react(from, to, body)
                .ifPresent(text -> board.phone(from).receive(new TextMessage(board.now(), to, text)));
        var sid = Sids.message();
        var params = new LinkedHashMap<String, String>();
        params.put("MessageSid", sid);
        params.put("SmsSid", sid);
        params.put("SmsMessageSid", sid);
        params.put("AccountSid", board.account().sid());
        params.put("From", from);
        params.put("To", to);
        params.put("Body", body);
        params.put("NumMedia", "0");
        params.put("NumSegments", Integer.toString(segments(body)));
        params.put("SmsStatus", "received");
        Geography.add(params, "From", from);
        Geography.add(params, "To", to);
        board.sender().send(new Webhook(Exchange.Kind.SMS, url, true, params), answer -> reply(url, to, from, answer));
    }

    private void reply(URI url, String from, String to, Answer answer) {
        try {
            TwimlFetcher.checkTransport(answer);
            for (var message : MessagingReply.read(url, answer, board::violation)) {
                if (message.length() > LONGEST_BODY) {
                    board.violation(url + ": text of " + message.length() + " characters (21617)");
                } else if (!optOut.blocks(from, to)) {
                    send(from, to, message, null);
                }
            }
        } catch (TwimlException failure) {
            if (answer.onPurpose()) {
                return;
            }
            board.violation("SMS " + url + ": " + failure.getMessage() + " (" + failure.code() + ")");
        }
    }

    /** Whether the recipient does not want texts from this sender (21610). */
    boolean blocked(String from, String to) {
        return optOut.blocks(from, to);
    }

    static int segments(String body) {
        boolean wide = body.chars().anyMatch(character -> character > 0x7F && "äöüÄÖÜßéèà€".indexOf(character) < 0);
        int single = wide ? 70 : 160;
        int several = wide ? 67 : 153;
        return body.length() <= single ? 1 : (body.length() + several - 1) / several;
    }

    Optional<Sent> find(String sid) {
        return Optional.ofNullable(sent.get(sid));
    }

    Collection<Sent> all() {
        return sent.values();
    }
}
