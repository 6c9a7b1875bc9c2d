package de.dolmetscherhotline.simulator;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code Calls} (contract §5.1, §5.2). */
final class CallsResource {

    private static final int LONGEST_INLINE_TWIML = 4_000;
    private static final int LONGEST_CALL = 14_400;
    private static final String E164 = "\\+[1-9][0-9]{6,14}";

    private final Switchboard board;

    CallsResource(Switchboard board) {
        this.board = board;
    }

    RestAnswer create(RestRequest request) throws RestError {
        var to = recipient(request, 21201);
        var from = request.required("From", 21213);
        if (!board.mayCallFrom(from)) {
            throw RestError.bad(21212, "The 'From' number " + from + " is neither owned nor verified");
        }
        var url = url(request, "Url");
        var document = url == null ? inline(request) : null;
        if (url == null && document == null) {
            throw RestError.bad(21205, "Url parameter is required.");
        }
        var order = new OutboundRequest(
                to,
                from,
                url,
                request.post("Method"),
                document,
                url(request, "FallbackUrl"),
                request.post("FallbackMethod"),
                statusCallback(request),
                Duration.ofSeconds(request.number("Timeout", 60, 1, 600)),
                Duration.ofSeconds(request.number("TimeLimit", LONGEST_CALL, 1, 86_400)));
        var leg = Leg.outbound(board, order);
        board.dialQueue().add(leg, order);
        return RestAnswer.of(201, json(leg));
    }

    static String recipient(RestRequest request, int codeIfMissing) throws RestError {
        var to = request.required("To", codeIfMissing);
        if (!to.matches(E164)) {
            throw RestError.bad(21211, "The 'To' number " + to + " is not a valid phone number");
        }
        return to;
    }

    static @Nullable URI url(RestRequest request, String name) throws RestError {
        var text = request.first(name).orElse("");
        if (text.isEmpty()) {
            return null;
        }
        var url = absolute(text).orElseThrow(() -> RestError.bad(21205, name + " is not a valid URL: " + text));
        if (url.getHost().indexOf('_') >= 0) {
            throw RestError.bad(21205, name + ": underscore in host name");
        }
        return url;
    }

    private static Optional<URI> absolute(String text) {
        return text.contains("://") ? Webhook.resolve(TwimlRunner.inline(), text) : Optional.empty();
    }

    private @Nullable TwimlDocument inline(RestRequest request) throws RestError {
        var twiml = request.first("Twiml").orElse("");
        if (twiml.isEmpty()) {
            return null;
        }
        if (twiml.length() > LONGEST_INLINE_TWIML) {
            throw RestError.bad(21235, "Twiml of " + twiml.length() + " characters");
        }
        try {
            return board.twiml().inline(twiml, TwimlRunner.inline());
        } catch (TwimlException malformed) {
            throw RestError.bad(malformed.code(), "Twiml: " + malformed.getMessage());
        }
    }

    private static @Nullable StatusCallback statusCallback(RestRequest request) throws RestError {
        var events = new HashSet<>(request.params().getOrDefault("StatusCallbackEvent", List.of()));
        for (var event : events) {
            if (!StatusCallback.EVENTS.contains(event)) {
                throw RestError.bad(21626, "'" + event + "' is not one status callback event; repeat the parameter");
            }
        }
        var url = url(request, "StatusCallback");
        if (url == null) {
            return null;
        }
        return new StatusCallback(
                url, request.post("StatusCallbackMethod"), events.isEmpty() ? Set.of("completed") : Set.copyOf(events));
    }

    RestAnswer update(String sid, RestRequest request) throws RestError {
        var leg = find(sid);
        if (leg.status().terminal()) {
            throw notInProgress();
        }
        var url = url(request, "Url");
        if (url != null && request.has("Twiml")) {
            throw RestError.bad(20001, "Url and Twiml exclude each other");
        }
        var document = inline(request);
        if ((url != null || document != null) && leg.status() != CallStatus.IN_PROGRESS) {
            throw notInProgress();
        }
        changeSettings(leg, request);
        changeStatus(leg, request.first("Status").orElse(""));
        if (url != null) {
            leg.runner().redirect(url, request.post("Method"));
        } else if (document != null) {
            leg.runner().redirect(document);
        }
        return RestAnswer.of(200, json(leg));
    }

    private static RestError notInProgress() {
        return RestError.bad(21220, "Call is not in-progress. Cannot redirect.");
    }

    private static void changeSettings(Leg leg, RestRequest request) throws RestError {
        var callback = url(request, "StatusCallback");
        if (callback != null) {
            leg.changeStatusCallback(callback, request.post("StatusCallbackMethod"));
        }
        var fallback = url(request, "FallbackUrl");
        if (fallback != null) {
            leg.changeFallback(fallback, request.post("FallbackMethod"));
        }
        if (request.has("TimeLimit")) {
            leg.limitTo(Duration.ofSeconds(request.number("TimeLimit", LONGEST_CALL, 1, 86_400)));
        }
    }

    private static void changeStatus(Leg leg, String status) throws RestError {
        switch (status) {
            case "" -> {}
            case "completed" -> leg.hangUp();
            case "canceled" -> {
                if (leg.status() != CallStatus.IN_PROGRESS) {
                    leg.finish(CallStatus.CANCELED, 0);
                }
            }
            default -> throw RestError.bad(20001, "Status must be canceled or completed, not " + status);
        }
    }

    RestAnswer fetch(String sid) throws RestError {
        return RestAnswer.of(200, json(find(sid)));
    }

    private Leg find(String sid) throws RestError {
        return Optional.ofNullable(board.legs().get(sid)).orElseThrow(() -> RestError.notFound("Calls/" + sid));
    }

    RestAnswer list(RestRequest request) throws RestError {
        var found = new ArrayList<Map<String, @Nullable Object>>();
        for (var leg : board.legs().values()) {
            if (matches(leg, request)) {
                found.add(json(leg));
            }
        }
        Collections.reverse(found);
        return Page.of("calls", request, found);
    }

    private static boolean matches(Leg leg, RestRequest request) throws RestError {
        return same(request, "To", leg.to())
                && same(request, "From", leg.from())
                && same(request, "Status", leg.status().word())
                && same(request, "ParentCallSid", leg.parentSid())
                && within(request, "StartTime", leg.created())
                && within(request, "EndTime", leg.ended());
    }

    static boolean same(RestRequest request, String name, String value) {
        return request.first(name).map(value::equals).orElse(true);
    }

    static boolean within(RestRequest request, String name, @Nullable Instant time) throws RestError {
        var after = instant(request, name + ">");
        var before = instant(request, name + "<");
        var day = instant(request, name);
        boolean early = time == null || (after != null && time.isBefore(after));
        boolean late = time == null || (before != null && time.isAfter(before));
        boolean otherDay = time == null
                || (day != null
                        && !time.atOffset(ZoneOffset.UTC)
                                .toLocalDate()
                                .equals(day.atOffset(ZoneOffset.UTC).toLocalDate()));
        boolean asked = after != null || before != null || day != null;
        return !asked || (!early && !late && !otherDay);
    }

    private static @Nullable Instant instant(RestRequest request, String name) throws RestError {
        var text = request.first(name).orElse("");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException notATime) {
            throw RestError.bad(20001, name + " is not a date: " + text);
        }
    }

    private Map<String, @Nullable Object> json(Leg leg) {
        var account = board.account().sid();
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("sid", leg.sid());
        body.put("account_sid", account);
        body.put("api_version", "2010-04-01");
        body.put("to", leg.to());
        body.put("to_formatted", leg.to());
        body.put("from", leg.from());
        body.put("from_formatted", leg.from());
        body.put("status", leg.status().word());
        body.put("direction", leg.direction());
        body.put("date_created", Times.rfc2822(leg.created()));
        body.put("date_updated", Times.rfc2822(board.now()));
        body.put("start_time", Times.rfc2822OrNull(leg.answered()));
        body.put("end_time", Times.rfc2822OrNull(leg.ended()));
        body.put("duration", leg.status().terminal() ? Long.toString(leg.duration()) : null);
        body.put("queue_time", Long.toString(leg.queueTime().toMillis()));
        body.put("answered_by", null);
        body.put("caller_name", null);
        body.put("forwarded_from", null);
        body.put("group_sid", null);
        body.put("parent_call_sid", leg.parentSid().isEmpty() ? null : leg.parentSid());
        body.put("phone_number_sid", null);
        body.put("price", null);
        body.put("price_unit", "USD");
        body.put("trunk_sid", null);
        body.put("uri", "/2010-04-01/Accounts/" + account + "/Calls/" + leg.sid() + ".json");
        body.put("subresource_uris", Map.of());
        return body;
    }
}
