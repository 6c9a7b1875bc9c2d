package de.dolmetscherhotline.call.store;

import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.call.flow.Fate;
import de.dolmetscherhotline.call.flow.Offer;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.privacy.Field;
import de.dolmetscherhotline.privacy.Vault;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of offers: when each stage was reached, what became of it, and the leg at the network. */
@Repository
public class OfferLog {

    private final DatabaseClient database;
    private final Vault vault;
    private final Clock clock;

    OfferLog(DatabaseClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    public Mono<Void> add(OfferId offer, CallId call, InterpreterId interpreter, int wave) {
        return database.sql("""
                        insert into offer (id, call_id, interpreter_id, wave, offered_at)
                        values (:id, :call, :interpreter, :wave, :now)""")
                .bind("id", offer.value())
                .bind("call", call.value())
                .bind("interpreter", interpreter.value())
                .bind("wave", wave)
                .bind("now", clock.instant())
                .then();
    }

    /** Records how far the offer has come; a stage that was reached before keeps its first time. */
    public Mono<Void> record(Offer offer) {
        return switch (offer.stage()) {
            case ASKED -> Mono.empty();
            case RINGING -> reached(offer, "placed_at = coalesce(placed_at, :now)", null);
            case LISTENING -> reached(offer, "answered_at = coalesce(answered_at, :now)", null);
            case JOINING -> reached(offer, "decided_at = coalesce(decided_at, :now)", Fate.ACCEPTED);
            case ENDING -> reached(offer, "decided_at = coalesce(decided_at, :now)", discreet(offer.fate()));
            case OVER -> reached(offer, "decided_at = coalesce(decided_at, :now), closed_at = :now", offer.fate());
        };
    }

    /** Nobody is to learn who may know whom. */
    private static @Nullable Fate discreet(@Nullable Fate fate) {
        return fate == Fate.EXCUSED ? Fate.DECLINED : fate;
    }

    private Mono<Void> reached(Offer offer, String times, @Nullable Fate fate) {
        return database.sql("update offer set " + times + ", fate = :fate where id = :id")
                .bind("now", clock.instant())
                .bind("fate", nullable(fate == null ? null : word(fate), String.class))
                .bind("id", offer.id().value())
                .then();
    }

    /** Who talked last in this call, if that was after a moment; empty if nobody did. */
    public Mono<InterpreterId> lastPartner(CallId call, Instant since) {
        return database.sql("""
                        select interpreter_id from offer
                        where call_id = :call and fate = 'accepted' and interpreter_id is not null
                          and coalesce(closed_at, :now) >= :since
                        order by decided_at desc limit 1""")
                .bind("call", call.value())
                .bind("now", clock.instant())
                .bind("since", since)
                .map(row -> new InterpreterId(row.get("interpreter_id", UUID.class)))
                .one();
    }

    /** How long her telephone rang, until now or until she was let off; zero if it is not known to have rung. */
    public Mono<Duration> rang(OfferId offer) {
        return database.sql("select placed_at, coalesce(decided_at, :now) as until from offer where id = :id")
                .bind("now", clock.instant())
                .bind("id", offer.value())
                .map(row -> rang(row))
                .one()
                .defaultIfEmpty(Duration.ZERO);
    }

    private static Duration rang(Readable row) {
        var since = row.get("placed_at", Instant.class);
        return since == null ? Duration.ZERO : Duration.between(since, row.get("until", Instant.class));
    }

    /** When the open offers of a call were made, with what is known about the interpreters' past answers. */
    public Flux<OpenOffer> open(CallId call) {
        return database.sql("""
                        select o.offered_at, i.times_asked, i.times_accepted
                        from offer o join interpreter i on i.id = o.interpreter_id
                        where o.call_id = :call and o.fate is null""")
                .bind("call", call.value())
                .map(row -> new OpenOffer(
                        row.get("offered_at", Instant.class),
                        row.get("times_asked", Integer.class),
                        row.get("times_accepted", Integer.class)))
                .all();
    }

    public record OpenOffer(Instant offeredAt, int timesAsked, int timesAccepted) {}

    /** The leg of an offer, and what is needed to dial it. */
    public Mono<Leg> leg(OfferId offer) {
        return database.sql("""
                        select o.call_id, o.leg_sid, o.room_sid, o.dial, o.fate, o.interpreter_id, n.number_cipher,
                               l.number as line_number
                        from offer o
                        join interpreter_number n on n.interpreter_id = o.interpreter_id and n.field = 'calls'
                        join call c on c.id = o.call_id
                        join line l on l.id = c.line_id
                        where o.id = :id""").bind("id", offer.value()).map(this::legOf).one();
    }

    private Leg legOf(Readable row) {
        return new Leg(
                new CallId(row.get("call_id", UUID.class)),
                row.get("leg_sid", String.class),
                row.get("room_sid", String.class),
                row.get("dial", String.class),
                row.get("fate", String.class) != null,
                new PhoneNumber(row.get("line_number", String.class)),
                vault.number(
                        Field.CALLS, row.get("interpreter_id", UUID.class), row.get("number_cipher", String.class)));
    }

    /**
     * The leg of an offer.
     *
     * @param sid the network's id; null until it is known
     * @param roomSid the network's id of the conversation's room; null until it is known
     * @param dial how far dialling has come
     * @param decided whether nobody needs this leg any more
     */
    public record Leg(
            CallId call,
            @Nullable String sid,
            @Nullable String roomSid,
            String dial,
            boolean decided,
            PhoneNumber line,
            PhoneNumber phone) {

        public boolean isDue() {
            return dial.equals("due");
        }
    }

    /** Claims the right to dial: true for exactly one attempt. What comes after it must not be repeated. */
    public Mono<Boolean> beginDial(OfferId offer) {
        return database.sql("""
                        update offer set dial = 'sending', dialled_at = :now
                        where id = :id and dial = 'due' and fate is null""")
                .bind("now", clock.instant())
                .bind("id", offer.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** The network certainly did not dial, so that it may be ordered again. */
    public Mono<Void> dialAgain(OfferId offer) {
        return database.sql("update offer set dial = 'due' where id = :id and dial = 'sending'")
                .bind("id", offer.value())
                .then();
    }

    /** True if the dial was still due and will now never be ordered. */
    public Mono<Boolean> dropDial(OfferId offer) {
        return database.sql("update offer set dial = 'dropped' where id = :id and dial = 'due'")
                .bind("id", offer.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    public Mono<Void> refused(OfferId offer) {
        return database.sql("update offer set dial = 'refused' where id = :id")
                .bind("id", offer.value())
                .then();
    }

    /** The network named the leg, in its answer or in its first message. True if it is this offer's only leg. */
    public Mono<Boolean> placed(OfferId offer, String sid) {
        return database.sql("""
                        update offer set leg_sid = :sid, dial = 'placed'
                        where id = :id and coalesce(leg_sid, :sid) = :sid
                          and not exists (select from offer other where other.leg_sid = :sid and other.id <> :id)""")
                .bind("sid", sid)
                .bind("id", offer.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    public Mono<Void> noteRoom(OfferId offer, String roomSid) {
        return database.sql("update offer set room_sid = :sid where id = :id and room_sid is null")
                .bind("sid", roomSid)
                .bind("id", offer.value())
                .then();
    }
}
