package de.dolmetscherhotline.call.guest;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;
import static de.dolmetscherhotline.platform.SqlValues.words;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.GuestId;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.privacy.Field;
import de.dolmetscherhotline.privacy.Vault;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of third parties. Their numbers are sealed, and gone as soon as they are over. */
@Repository
class GuestBook {

    private final DatabaseClient database;
    private final Vault vault;
    private final Clock clock;

    GuestBook(DatabaseClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * A third party as stored.
     *
     * @param leg the network's id; null until it is known
     * @param answered whether it was ever picked up
     * @param room into which the leg was sent last; null while it is in none
     */
    record Row(
            GuestId id,
            CallId call,
            GuestState state,
            @Nullable String leg,
            boolean answered,
            @Nullable OfferId room) {}

    /** Whether there is such a call, of this organisation if one is given. */
    Mono<Boolean> isCallOf(CallId call, @Nullable OrganisationId organisation) {
        return database.sql("""
                        select exists (select from call where id = :call
                                       and (:organisation::uuid is null or organisation_id = :organisation))""")
                .bind("call", call.value())
                .bind("organisation", nullable(organisation == null ? null : organisation.value(), UUID.class))
                .mapValue(Boolean.class)
                .one();
    }

    /** Whose call it is; empty if that organisation is gone. */
    Mono<OrganisationId> host(CallId call) {
        return database.sql("select organisation_id from call where id = :call and organisation_id is not null")
                .bind("call", call.value())
                .map(row -> new OrganisationId(row.get("organisation_id", UUID.class)))
                .one();
    }

    Mono<Void> add(GuestId guest, CallId call, PhoneNumber number) {
        var sealed = vault.seal(Field.GUEST, guest.value(), number);
        return database.sql("""
                        insert into guest (id, call_id, organisation_id, number_cipher, number_index, state, invited_at)
                        select :id, c.id, c.organisation_id, :cipher, index_in_force(:indexes), :state, :now
                        from call c where c.id = :call""")
                .bind("id", guest.value())
                .bind("call", call.value())
                .bind("cipher", sealed.cipher())
                .bind("indexes", sealed.candidates())
                .bind("state", word(GuestState.DIALLING))
                .bind("now", clock.instant())
                .then();
    }

    /** Whether this number is being rung for the call, or in it. */
    Mono<Boolean> isInvited(CallId call, PhoneNumber number) {
        return database.sql("""
                        select exists (select from guest
                                       where call_id = :call and number_index = any(:indexes) and over_at is null)""")
                .bind("call", call.value())
                .bind("indexes", vault.indexes(Field.GUEST, number))
                .mapValue(Boolean.class)
                .one();
    }

    /** How many are in the conversation, or on their way. */
    Mono<Long> present(CallId call) {
        return database.sql("select count(*) from guest where call_id = :call and over_at is null")
                .bind("call", call.value())
                .mapValue(Long.class)
                .one();
    }

    /** How many an organisation has invited since then. */
    Mono<Long> invitedSince(Instant time, OrganisationId organisation) {
        return database.sql("select count(*) from guest where organisation_id = :organisation and invited_at >= :time")
                .bind("organisation", organisation.value())
                .bind("time", time)
                .mapValue(Long.class)
                .one();
    }

    /** All that were ever invited into a call, in that order; empty if it is no call of this organisation. */
    Mono<List<Guest>> ofCall(CallId call, @Nullable OrganisationId organisation) {
        return isCallOf(call, organisation)
                .filter(isTheirs -> isTheirs)
                .flatMap(theirs -> ofCall(call).collectList());
    }

    private Flux<Guest> ofCall(CallId call) {
        return database.sql("""
                        select id, state, invited_at, joined_at, over_at from guest
                        where call_id = :call order by invited_at, id""")
                .bind("call", call.value())
                .map(row -> new Guest(
                        new GuestId(row.get("id", UUID.class)),
                        constant(GuestState.class, row.get("state", String.class)),
                        row.get("invited_at", Instant.class),
                        row.get("joined_at", Instant.class),
                        row.get("over_at", Instant.class)))
                .all();
    }

    Mono<Row> byId(GuestId guest) {
        return database.sql("select * from guest where id = :id")
                .bind("id", guest.value())
                .map(GuestBook::row)
                .one();
    }

    /** Those of a call who are not over. */
    Flux<Row> open(CallId call) {
        return database.sql("select * from guest where call_id = :call and over_at is null order by invited_at, id")
                .bind("call", call.value())
                .map(GuestBook::row)
                .all();
    }

    private static Row row(Readable row) {
        return new Row(
                new GuestId(row.get("id", UUID.class)),
                new CallId(row.get("call_id", UUID.class)),
                constant(GuestState.class, row.get("state", String.class)),
                row.get("leg_sid", String.class),
                row.get("answered_at", Instant.class) != null,
                Optional.ofNullable(row.get("room_id", UUID.class))
                        .map(OfferId::new)
                        .orElse(null));
    }

    /** What is needed to ring; empty if it was, or need not be any more. */
    Mono<Dial> due(GuestId guest) {
        return database.sql("""
                        select g.number_cipher, l.number as line_number
                        from guest g join call c on c.id = g.call_id join line l on l.id = c.line_id
                        where g.id = :id and g.dial = 'due' and g.over_at is null""")
                .bind("id", guest.value())
                .map(row -> new Dial(
                        new PhoneNumber(row.get("line_number", String.class)),
                        vault.number(Field.GUEST, guest.value(), row.get("number_cipher", String.class))))
                .one();
    }

    record Dial(PhoneNumber line, PhoneNumber phone) {}

    /** Claims the right to ring: true for exactly one attempt. What comes after it must not be repeated. */
    Mono<Boolean> begin(GuestId guest) {
        return changed(database.sql("""
                        update guest set dial = 'sending', dialled_at = :now
                        where id = :id and dial = 'due' and over_at is null""").bind("now", clock.instant()), guest);
    }

    /** The network certainly did not ring, so that it may be ordered again; false if nobody wants it any more. */
    Mono<Boolean> again(GuestId guest) {
        return changed(
                database.sql("update guest set dial = 'due' where id = :id and dial = 'sending' and over_at is null"),
                guest);
    }

    /** The network will never ring it. */
    Mono<Boolean> refused(GuestId guest) {
        return changed(database.sql("update guest set dial = 'refused' where id = :id and dial = 'sending'"), guest);
    }

    /** The network named the leg, in its answer or in its first message. True if it is this guest's only leg. */
    Mono<Boolean> placed(GuestId guest, String leg) {
        return changed(database.sql("""
                        update guest set leg_sid = :leg, dial = 'placed'
                        where id = :id and coalesce(leg_sid, :leg) = :leg
                          and not exists (select from guest other where other.leg_sid = :leg and other.id <> :id)
                          and not exists (select from offer where leg_sid = :leg)
                          and not exists (select from call where leg_sid = :leg)""").bind("leg", leg), guest);
    }

    /** False if it has come as far before. */
    Mono<Boolean> rang(GuestId guest) {
        return changed(arrived(GuestState.RINGING, ""), guest);
    }

    /** False if it has come as far before. */
    Mono<Boolean> answered(GuestId guest) {
        return changed(arrived(GuestState.ANSWERED, ", answered_at = :now").bind("now", clock.instant()), guest);
    }

    /** False if it has come as far before. */
    Mono<Boolean> joined(GuestId guest) {
        return changed(
                arrived(GuestState.JOINED, ", answered_at = coalesce(answered_at, :now), joined_at = :now")
                        .bind("now", clock.instant()),
                guest);
    }

    private DatabaseClient.GenericExecuteSpec arrived(GuestState state, String times) {
        return database.sql("update guest set state = :state" + times + " where id = :id and state = any(:earlier)")
                .bind("state", word(state))
                .bind("earlier", words(state.earlier()));
    }

    /** False unless it was in the other one of these two states. */
    Mono<Boolean> hold(GuestId guest, boolean held) {
        return changed(
                database.sql("update guest set state = :state where id = :id and state = :before")
                        .bind("state", word(held ? GuestState.HELD : GuestState.JOINED))
                        .bind("before", word(held ? GuestState.JOINED : GuestState.HELD)),
                guest);
    }

    /** @param room null if the leg is in none */
    Mono<Boolean> isIn(GuestId guest, @Nullable OfferId room) {
        return changed(
                database.sql("update guest set room_id = :room where id = :id and over_at is null")
                        .bind("room", nullable(room == null ? null : room.value(), UUID.class)),
                guest);
    }

    /** False if it was over before. Its number is forgotten. */
    Mono<Boolean> end(GuestId guest, GuestState fate) {
        return changed(database.sql("""
                                update guest set state = :fate, over_at = :now, room_id = null,
                                                 dial = case dial when 'due' then 'dropped' else dial end,
                                                 number_cipher = null, number_index = null
                                where id = :id and over_at is null""").bind("fate", word(fate)).bind("now", clock.instant()), guest);
    }

    private static Mono<Boolean> changed(DatabaseClient.GenericExecuteSpec statement, GuestId guest) {
        return statement.bind("id", guest.value()).fetch().rowsUpdated().map(rows -> rows > 0);
    }
}
