package de.dolmetscherhotline.simulator;

import de.dolmetscherhotline.simulator.Interference.RestFate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Processes REST requests, under the lock and at once; webhooks that follow from them leave with the next run. */
final class RestApi {

    /** Refusals that a correct application meets too: too late, gone, unsubscribed. */
    private static final Set<Integer> ORDINARY = Set.of(21220, 20404, 21610);

    private static final Duration LATE = Duration.ofSeconds(1);
    private static final Duration TOO_LATE = Duration.ofSeconds(30);

    private final Switchboard board;
    private final CallsResource calls;
    private final ConferencesResource conferences;
    private final MessagesResource messages;

    RestApi(Switchboard board) {
        this.board = board;
        this.calls = new CallsResource(board);
        this.conferences = new ConferencesResource(board);
        this.messages = new MessagesResource(board);
    }

    /** @param respond gets the answer, if there is one; called outside the lock, or later under it */
    void handle(RestRequest request, Consumer<RestAnswer> respond) {
        var handled = board.locked(() -> handleNow(request, respond));
        switch (handled.fate()) {
            case PROCESS, TOO_MANY_REQUESTS, FAILS_BEFORE_EFFECT, FAILS_AFTER_EFFECT ->
                respond.accept(handled.answer());
            case ANSWERED_LAST -> {
                board.runDue();
                respond.accept(handled.answer());
            }
            case ANSWERED_LATE, ANSWERED_TOO_LATE, NEVER_ANSWERED -> {}
        }
    }

    private record Handled(RestAnswer answer, RestFate fate) {}

    private Handled handleNow(RestRequest request, Consumer<RestAnswer> respond) {
        var slot = board.exchanges()
                .begin(board.now(), Exchange.Kind.REST, request.method(), request.shown(), request.flat());
        var fate = board.interference().onRest(request.method(), request.path(), request.flat());
        var answer = answer(request, fate);
        boolean unheard = fate == RestFate.ANSWERED_TOO_LATE || fate == RestFate.NEVER_ANSWERED;
        slot.answered(unheard ? ExchangeLog.NO_ANSWER : answer.status(), answer.json());
        if (fate == RestFate.ANSWERED_LATE) {
            board.after(LATE, () -> respond.accept(answer));
        } else if (fate == RestFate.ANSWERED_TOO_LATE) {
            board.after(TOO_LATE, () -> respond.accept(answer));
        }
        board.touch();
        return new Handled(answer, fate);
    }

    private RestAnswer answer(RestRequest request, RestFate fate) {
        return switch (fate) {
            case PROCESS, ANSWERED_LAST, ANSWERED_LATE, ANSWERED_TOO_LATE, NEVER_ANSWERED -> process(request);
            case TOO_MANY_REQUESTS -> RestAnswer.error(new RestError(429, 20429, "Too Many Requests"));
            case FAILS_BEFORE_EFFECT -> RestAnswer.error(new RestError(500, 20500, "Internal Server Error"));
            case FAILS_AFTER_EFFECT -> {
                process(request);
                yield RestAnswer.error(new RestError(500, 20500, "Internal Server Error"));
            }
        };
    }

    private RestAnswer process(RestRequest request) {
        try {
            authenticate(request);
            var operation = RestOperation.of(request.method(), request.path()).orElseThrow(() -> unknownPath(request));
            checkParameters(request, operation);
            return dispatch(request, operation, operation.ids(request.path()).orElseThrow());
        } catch (RestError refused) {
            if (!ORDINARY.contains(refused.code())) {
                board.violation("REST " + request.method() + " " + request.path() + ": " + refused.status() + "/"
                        + refused.code() + " " + refused.getMessage());
            }
            return RestAnswer.error(refused);
        }
    }

    private RestAnswer dispatch(RestRequest request, RestOperation operation, List<String> ids) throws RestError {
        return switch (operation) {
            case CREATE_CALL -> calls.create(request);
            case LIST_CALLS -> calls.list(request);
            case FETCH_CALL -> calls.fetch(ids.getFirst());
            case UPDATE_CALL -> calls.update(ids.getFirst(), request);
            case LIST_CONFERENCES -> conferences.list(request);
            case FETCH_CONFERENCE -> conferences.fetch(ids.getFirst());
            case UPDATE_CONFERENCE -> conferences.update(ids.getFirst(), request);
            case LIST_PARTICIPANTS -> conferences.participants(ids.getFirst(), request);
            case FETCH_PARTICIPANT -> conferences.participant(ids.getFirst(), ids.getLast());
            case UPDATE_PARTICIPANT -> conferences.updateParticipant(ids.getFirst(), ids.getLast(), request);
            case REMOVE_PARTICIPANT -> conferences.removeParticipant(ids.getFirst(), ids.getLast());
            case CREATE_MESSAGE -> messages.create(request);
            case LIST_MESSAGES -> messages.list(request);
            case FETCH_MESSAGE -> messages.fetch(ids.getFirst());
        };
    }

    private void authenticate(RestRequest request) throws RestError {
        var account = board.account();
        var pair = account.sid() + ":" + account.authToken();
        var expected = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        var given = request.authorization() == null ? "" : request.authorization();
        if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
            throw new RestError(401, 20003, "Authenticate");
        }
        if (!request.account().equals(account.sid())) {
            throw RestError.notFound("/2010-04-01/Accounts/" + request.account());
        }
    }

    private RestError unknownPath(RestRequest request) {
        board.violation("REST " + request.method() + " " + request.path() + ": not simulated");
        return RestError.notFound(request.path());
    }

    private void checkParameters(RestRequest request, RestOperation operation) throws RestError {
        if (operation.method().equals("POST")
                && !request.contentType().startsWith("application/x-www-form-urlencoded")) {
            throw RestError.bad(20001, "content type \"" + request.contentType() + "\" is not a form");
        }
        for (var name : request.params().keySet()) {
            if (!operation.accepted().contains(name)) {
                throw RestError.bad(20001, "unknown parameter " + name);
            }
            if (!operation.simulated().contains(name)) {
                board.violation("REST " + operation + ": not simulated: " + name);
            }
        }
    }
}
