package de.dolmetscherhotline.call.store;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.flow.Caller;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.GuestId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.Origin;
import de.dolmetscherhotline.kernel.Outcome;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.line.Line;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * The rows of calls: their state, and the times and facts of the session log. Processes whose clocks differ a little may
 * serve the same call: a time is never before the one it follows.
 */
@Repository
public class Calls {

    private static final String LOCKED =
            "select id, leg_sid, origin, line_id, district_id, recall, state, version, turn from call where %s for update";

    private final DatabaseClient database;
    private final FlowJson json;
    private final Clock clock;

    Calls(DatabaseClient database, FlowJson json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Adds a call, unless the network has told us of this leg before.
     *
     * @param onRecord the caller's number, if an organisation is registered under it; else null
     */
    public Mono<Void> add(CallId id, String leg, @Nullable Line line, @Nullable PhoneNumber onRecord, CallState state) {
        var now = clock.instant();
        return database.sql("""
                        insert into call (id, leg_sid, line_id, district_id, ring_back, state_name, state,
                                          dialled_at, answered_at)
                        values (:id, :leg, :line, :district, :ringBack, :name, :state, :now, :now)
                        on conflict (leg_sid) do nothing""")
                .bind("id", id.value())
                .bind("leg", leg)
                .bind("line", nullable(line == null ? null : line.id().value(), UUID.class))
                .bind(
                        "district",
                        nullable(line == null ? null : line.districtId().value(), UUID.class))
                .bind("ringBack", nullable(onRecord == null ? null : onRecord.e164(), String.class))
                .bind("name", name(state))
                .bind("state", Json.of(json.write(state)))
                .bind("now", now)
                .then();
    }

    public Mono<CallRow> lock(CallId id) {
        return database.sql(LOCKED.formatted("id = :id"))
                .bind("id", id.value())
                .map(this::call)
                .one();
    }

    public Mono<CallRow> lockByLeg(String leg) {
        return database.sql(LOCKED.formatted("leg_sid = :leg"))
                .bind("leg", leg)
                .map(this::call)
                .one();
    }

    public Mono<CallRow> lockByOffer(OfferId offer) {
        return database.sql(LOCKED.formatted("id = (select call_id from offer where id = :offer)"))
                .bind("offer", offer.value())
                .map(this::call)
                .one();
    }

    public Mono<CallRow> lockByGuest(GuestId guest) {
        return database.sql(LOCKED.formatted("id = (select call_id from guest where id = :guest)"))
                .bind("guest", guest.value())
                .map(this::call)
                .one();
    }

    /** Whether third parties are in the conversation, or on their way. */
    public Mono<Boolean> hasGuests(CallId call) {
        return database.sql("select exists (select from guest where call_id = :call and over_at is null)")
                .bind("call", call.value())
                .mapValue(Boolean.class)
                .one();
    }

    /** The call of this organisation that broke off a moment ago, and whose interpreter still holds the line. */
    public Mono<CallRow> lockHeld(OrganisationId organisation, LineId line) {
        return database.sql(LOCKED.formatted("id = (select id from call where organisation_id = :organisation"
                        + " and line_id = :line and state_name = 'CallerLost' order by ended_at desc limit 1)"))
                .bind("organisation", organisation.value())
                .bind("line", line.value())
                .map(this::call)
                .one();
    }

    /** The organisation calls again, on another leg. */
    public Mono<Void> returnedOn(CallId call, String leg) {
        return database.sql("update call set leg_sid = :leg where id = :id")
                .bind("leg", leg)
                .bind("id", call.value())
                .then();
    }

    private CallRow call(Readable row) {
        return new CallRow(
                new CallId(row.get("id", UUID.class)),
                row.get("leg_sid", String.class),
                constant(Origin.class, row.get("origin", String.class)) == Origin.REQUEST,
                Optional.ofNullable(row.get("line_id", UUID.class))
                        .map(LineId::new)
                        .orElse(null),
                Optional.ofNullable(row.get("district_id", UUID.class))
                        .map(DistrictId::new)
                        .orElse(null),
                row.get("recall", Integer.class),
                json.readState(row.get("state", String.class)),
                row.get("version", Long.class),
                row.get("turn", Integer.class),
                "");
    }

    /** The network's id of the caller's leg; empty if there is none. */
    public Mono<String> leg(CallId id) {
        return database.sql("select leg_sid from call where id = :id and leg_sid is not null")
                .bind("id", id.value())
                .mapValue(String.class)
                .one();
    }

    /** How the call stands at this moment, without waiting for whoever is changing it. */
    public Mono<CallState> state(CallId id) {
        return database.sql("select state from call where id = :id")
                .bind("id", id.value())
                .map(row -> json.readState(row.get("state", String.class)))
                .one();
    }

    /** Whether a message of the network is new; remembers it. */
    public Mono<Boolean> isNew(CallId call, String messageKey) {
        return database.sql("""
                        insert into inbox (call_id, message_key, received_at) values (:call, :key, :now)
                        on conflict do nothing""")
                .bind("call", call.value())
                .bind("key", messageKey)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    public Mono<Void> save(CallRow call) {
        return database.sql("""
                        update call set state = :state, state_name = :name, version = :version, turn = :turn
                        where id = :id""")
                .bind("state", Json.of(json.write(call.state())))
                .bind("name", name(call.state()))
                .bind("version", call.version())
                .bind("turn", call.turn())
                .bind("id", call.id().value())
                .then();
    }

    Mono<Void> log(CallId call, long seq, String event, String detail, CallState after) {
        return database.sql("""
                        insert into call_event (call_id, seq, happened_at, event, detail, state_after)
                        values (:call, :seq, :now, :event, :detail, :after)""")
                .bind("call", call.value())
                .bind("seq", seq)
                .bind("now", clock.instant())
                .bind("event", event)
                .bind("detail", Json.of(detail))
                .bind("after", name(after))
                .then();
    }

    public Mono<Void> noteCaller(CallId call, Caller caller) {
        return database.sql("update call set organisation_id = :organisation where id = :id")
                .bind("organisation", caller.organisation().value())
                .bind("id", call.value())
                .then();
    }

    /** A caller who chose wrongly may choose again: the last choice counts, and whoever accepted before it was lost. */
    public Mono<Void> noteNeed(CallId call, Need need) {
        return database.sql("""
                        update call set language = :language, subject = :subject, gender_wish = :gender,
                                        emergency = emergency or :emergency,
                                        language_chosen_at = greatest(:now, dialled_at), queued_since = :now,
                                        accepted_at = null, interpreter_id = null, connected_at = null
                        where id = :id""")
                .bind("language", need.language().tag())
                .bind("subject", nullable(need.subject() == null ? null : word(need.subject()), String.class))
                .bind("gender", nullable(gender(need.gender()), String.class))
                .bind("emergency", need.emergency())
                .bind("now", clock.instant())
                .bind("id", call.value())
                .then();
    }

    static @Nullable String gender(GenderWish wish) {
        return switch (wish) {
            case GenderWish.None none -> null;
            case GenderWish.Wish wished -> "wish_" + word(wished.gender());
            case GenderWish.Requirement required -> "requirement_" + word(required.gender());
        };
    }

    public Mono<Void> noteEmergency(CallId call) {
        return database.sql("update call set emergency = true where id = :id")
                .bind("id", call.value())
                .then();
    }

    public Mono<Void> noteFirstRing(CallId call) {
        return database.sql("update call set first_ring_at = coalesce(first_ring_at, :now) where id = :id")
                .bind("now", clock.instant())
                .bind("id", call.value())
                .then();
    }

    public Mono<Void> noteAccepted(CallId call, InterpreterId interpreter) {
        return database.sql("""
                        update call set interpreter_id = :interpreter,
                                        accepted_at = case when connected_at is null
                                                           then greatest(:now, language_chosen_at) else accepted_at end
                        where id = :id""")
                .bind("now", clock.instant())
                .bind("interpreter", interpreter.value())
                .bind("id", call.value())
                .then();
    }

    public Mono<Void> noteConnected(CallId call) {
        return database.sql(
                        "update call set connected_at = coalesce(connected_at, greatest(:now, accepted_at)) where id = :id")
                .bind("now", clock.instant())
                .bind("id", call.value())
                .then();
    }

    public Mono<Void> noteRating(CallId call, int stars) {
        return database.sql("update call set rating = :stars where id = :id")
                .bind("stars", stars)
                .bind("id", call.value())
                .then();
    }

    public Mono<Void> rateUnlessRated(CallId call, int stars) {
        return database.sql("update call set rating = coalesce(rating, :stars) where id = :id")
                .bind("stars", stars)
                .bind("id", call.value())
                .then();
    }

    public Mono<Void> finish(CallId call, Outcome outcome) {
        return database.sql("""
                        update call set ended_at = greatest(:now, dialled_at, connected_at), outcome = :outcome
                        where id = :id and outcome is null""")
                .bind("now", clock.instant())
                .bind("outcome", word(outcome))
                .bind("id", call.value())
                .then();
    }

    /** What seemed to be over goes on. */
    public Mono<Void> reopen(CallId call) {
        return database.sql("update call set ended_at = null, outcome = null where id = :id")
                .bind("id", call.value())
                .then();
    }

    /** From "language chosen" to "both can hear each other", the key figure; empty unless connected. */
    public Mono<TimeToInterpreter> timeToInterpreter(CallId call) {
        return database.sql(
                        "select language, language_chosen_at, connected_at from call where id = :id and connected_at is not null")
                .bind("id", call.value())
                .map(row -> new TimeToInterpreter(
                        new Language(row.get("language", String.class)),
                        Duration.between(
                                row.get("language_chosen_at", Instant.class), row.get("connected_at", Instant.class))))
                .one();
    }

    public record TimeToInterpreter(Language language, Duration time) {}

    public static String name(CallState state) {
        return state.getClass().getSimpleName();
    }
}
