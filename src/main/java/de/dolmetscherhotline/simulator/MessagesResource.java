package de.dolmetscherhotline.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code Messages} (contract §5.4). */
final class MessagesResource {

    private static final int LONGEST_BODY = 1_600;
    private static final String ALPHANUMERIC_SENDER = "(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}";

    private final Switchboard board;

    MessagesResource(Switchboard board) {
        this.board = board;
    }

    RestAnswer create(RestRequest request) throws RestError {
        var to = CallsResource.recipient(request, 21604);
        var from = request.required("From", 21603);
        if (!board.owned().containsKey(from) && !from.matches(ALPHANUMERIC_SENDER)) {
            throw RestError.bad(21606, "The 'From' number " + from + " is not a valid sender");
        }
        var body = request.required("Body", 21602);
        if (body.length() > LONGEST_BODY) {
            throw RestError.bad(21617, "The message body is longer than 1600 characters");
        }
        if (board.messages().blocked(from, to)) {
            throw RestError.bad(21610, "Attempt to send to unsubscribed recipient");
        }
        var callback = CallsResource.url(request, "StatusCallback");
        return RestAnswer.of(201, json(board.messages().send(from, to, body, callback)));
    }

    RestAnswer list(RestRequest request) throws RestError {
        var found = new ArrayList<Map<String, @Nullable Object>>();
        for (var message : board.messages().all()) {
            if (CallsResource.same(request, "To", message.to())
                    && CallsResource.same(request, "From", message.from())) {
                found.add(json(message));
            }
        }
        Collections.reverse(found);
        return Page.of("messages", request, found);
    }

    RestAnswer fetch(String sid) throws RestError {
        return RestAnswer.of(
                200, json(board.messages().find(sid).orElseThrow(() -> RestError.notFound("Messages/" + sid))));
    }

    private Map<String, @Nullable Object> json(Messages.Sent message) {
        var account = board.account().sid();
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("sid", message.sid());
        body.put("account_sid", account);
        body.put("api_version", "2010-04-01");
        body.put("body", message.body());
        body.put("from", message.from());
        body.put("to", message.to());
        body.put("status", message.status());
        body.put("direction", "outbound-api");
        body.put("num_segments", Integer.toString(Messages.segments(message.body())));
        body.put("num_media", "0");
        body.put("date_created", Times.rfc2822(message.created()));
        body.put("date_updated", Times.rfc2822(board.now()));
        body.put("date_sent", message.status().equals("queued") ? null : Times.rfc2822(message.created()));
        body.put("error_code", message.status().equals("undelivered") ? 30003 : null);
        body.put("error_message", null);
        body.put("messaging_service_sid", null);
        body.put("price", null);
        body.put("price_unit", "USD");
        body.put("uri", "/2010-04-01/Accounts/" + account + "/Messages/" + message.sid() + ".json");
        body.put("subresource_uris", Map.of());
        return body;
    }
}
