package de.dolmetscherhotline.call.store;

import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.call.flow.CallEvent.CallbackBegun;
import de.dolmetscherhotline.call.flow.CallEvent.Superseded;
import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.flow.Request;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.organisation.Organisations;
import io.r2dbc.postgresql.codec.Json;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Callbacks: calls of our own that search without a caller, in the place in the queue of the call in which they were asked
 * for, and then ring the organisation under a number on record. What is requested in writing is one that no call came before.
 */
@Repository
public class Callbacks {

    private final DatabaseClient database;
    private final Organisations organisations;
    private final CallWork work;
    private final FlowJson json;
    private final Clock clock;

    Callbacks(DatabaseClient database, Organisations organisations, CallWork work, FlowJson json, Clock clock) {
        this.database = database;
        this.organisations = organisations;
        this.work = work;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Begins one; its first event comes as work, after this transaction. Answers its id; empty if the organisation has lost
     * its last number in the meantime.
     */
    public Mono<CallId> arrange(CallId call, Request request) {
        var id = CallId.random();
        return numberToRing(call, request)
                .flatMap(number -> add(id, call, number)
                        .then(Mono.defer(() -> work.tell(id, new CallbackBegun(request))))
                        .thenReturn(id));
    }

    private Mono<PhoneNumber> numberToRing(CallId call, Request request) {
        return calledFrom(call)
                .flatMap(from -> organisations.callbackNumber(request.caller().organisation(), from.orElse(null)));
    }

    private Mono<Optional<PhoneNumber>> calledFrom(CallId call) {
        return database.sql("select ring_back from call where id = :id")
                .bind("id", call.value())
                .map(row ->
                        Optional.ofNullable(row.get("ring_back", String.class)).map(PhoneNumber::new))
                .one();
    }

    private Mono<Void> add(CallId id, CallId call, PhoneNumber number) {
        var state = new CallState.New();
        return database.sql("""
                        insert into call (id, origin, line_id, district_id, organisation_id, callback_of, ring_back,
                                          queued_since, language, subject, gender_wish, emergency, state_name, state, dialled_at,
                                          language_chosen_at)
                        select :id, 'callback', line_id, district_id, organisation_id, id, :number, queued_since,
                               language, subject, gender_wish, emergency, :name, :state, :now, :now
                        from call where id = :call""")
                .bind("id", id.value())
                .bind("number", number.e164())
                .bind("name", Calls.name(state))
                .bind("state", Json.of(json.write(state)))
                .bind("now", clock.instant())
                .bind("call", call.value())
                .then();
    }

    /**
     * Begins one for which nobody has called. Its first event comes as work, after this transaction.
     *
     * @param number one of the organisation's on record
     * @param agreed who is asked first; null if everybody may be
     */
    public Mono<Void> request(
            CallId id, Line line, PhoneNumber number, Request request, @Nullable InterpreterId agreed) {
        return add(id, line, number, request).then(Mono.defer(() -> work.tell(id, new CallbackBegun(request, agreed))));
    }

    private Mono<Void> add(CallId id, Line line, PhoneNumber number, Request request) {
        var state = new CallState.New();
        var need = request.need();
        return database.sql("""
                        insert into call (id, origin, line_id, district_id, organisation_id, ring_back, queued_since,
                                          language, subject, gender_wish, emergency, state_name, state, dialled_at,
                                          language_chosen_at)
                        values (:id, 'request', :line, :district, :organisation, :number, :now,
                                :language, :subject, :gender, :emergency, :name, :state, :now, :now)""")
                .bind("id", id.value())
                .bind("line", line.id().value())
                .bind("district", line.districtId().value())
                .bind("organisation", request.caller().organisation().value())
                .bind("number", number.e164())
                .bind("language", need.language().tag())
                .bind("subject", nullable(need.subject() == null ? null : word(need.subject()), String.class))
                .bind("gender", nullable(Calls.gender(need.gender()), String.class))
                .bind("emergency", need.emergency())
                .bind("name", Calls.name(state))
                .bind("state", Json.of(json.write(state)))
                .bind("now", clock.instant())
                .then();
    }

    /**
     * A caller who waits again for the same language takes the place of the organisation's callback, which ends. Answers the
     * callbacks.
     */
    public Flux<CallId> takeOver(CallId call, Request request) {
        return waitingFor(call, request)
                .concatMap(callback -> takePlace(call, callback)
                        .then(Mono.defer(() -> work.tell(callback, new Superseded())))
                        .thenReturn(callback));
    }

    private Flux<CallId> waitingFor(CallId call, Request request) {
        return database.sql("""
                        select id from call
                        where organisation_id = :organisation and language = :language and callback_of is not null
                          and state_name in ('New', 'Searching', 'Recalling', 'RecallPaused') and id <> :call
                          and line_id = (select line_id from call where id = :call)""")
                .bind("organisation", request.caller().organisation().value())
                .bind("language", request.need().language().tag())
                .bind("call", call.value())
                .map(row -> new CallId(row.get("id", UUID.class)))
                .all();
    }

    private Mono<Void> takePlace(CallId call, CallId callback) {
        return database.sql("""
                        update call set queued_since = least(queued_since, (select queued_since from call where id = :other))
                        where id = :id""")
                .bind("other", callback.value())
                .bind("id", call.value())
                .then();
    }

    /** The organisation is to be rung; legs of earlier attempts are forgotten. */
    public Mono<Void> prepare(CallId call, int recall) {
        return database.sql("""
                        update call set recall = :recall, recall_dial = 'due', leg_sid = null where id = :id""").bind("recall", recall).bind("id", call.value()).then();
    }

    /** What is needed to ring it; empty if this attempt is out of date. */
    public Mono<Recall> due(CallId call, int recall) {
        return database.sql("""
                        select c.ring_back, l.number as line_number, coalesce(asked.state_name = 'Farewell', false) as engaged
                        from call c
                        join line l on l.id = c.line_id
                        left join call asked on asked.id = c.callback_of
                        where c.id = :id and c.recall = :recall and c.recall_dial = 'due'
                          and c.state_name = 'Recalling' and c.ring_back is not null""")
                .bind("id", call.value())
                .bind("recall", recall)
                .map(row -> new Recall(
                        new PhoneNumber(row.get("line_number", String.class)),
                        new PhoneNumber(row.get("ring_back", String.class)),
                        Boolean.TRUE.equals(row.get("engaged", Boolean.class))))
                .one();
    }

    /**
     * Whom to ring.
     *
     * @param engaged whether the caller who asked for it still listens to our farewell
     */
    public record Recall(PhoneNumber line, PhoneNumber phone, boolean engaged) {}

    /** Claims the right to dial: true for exactly one attempt. */
    public Mono<Boolean> begin(CallId call, int recall) {
        return mark(call, recall, "due", "sending");
    }

    /** The network certainly did not dial. */
    public Mono<Boolean> again(CallId call, int recall) {
        return mark(call, recall, "sending", "due");
    }

    /** The network named the leg. False if nobody waits for it any more, or another leg is already there. */
    public Mono<Boolean> placed(CallId call, int recall, String leg) {
        return database.sql("""
                        update call set leg_sid = :leg, recall_dial = 'placed'
                        where id = :id and recall = :recall and coalesce(leg_sid, :leg) = :leg and ended_at is null
                          and state_name not in ('New', 'Searching', 'RecallPaused')
                          and not exists (select from call other where other.leg_sid = :leg and other.id <> :id)""")
                .bind("leg", leg)
                .bind("id", call.value())
                .bind("recall", recall)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private Mono<Boolean> mark(CallId call, int recall, String from, String to) {
        return database.sql("""
                        update call set recall_dial = :to
                        where id = :id and recall = :recall and recall_dial = :from""")
                .bind("to", to)
                .bind("id", call.value())
                .bind("recall", recall)
                .bind("from", from)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }
}
