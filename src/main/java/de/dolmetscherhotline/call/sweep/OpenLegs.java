package de.dolmetscherhotline.call.sweep;

import de.dolmetscherhotline.call.store.CallWork;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.GuestId;
import de.dolmetscherhotline.kernel.OfferId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which legs we hold to be up, and which of those that the network names we hold to be over. */
@Repository
class OpenLegs {

    /** More is looked at by the next sweep. */
    private static final int MOST = 2_000;

    private final DatabaseClient database;

    OpenLegs(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A leg of a call that is not over, or of an offer that is not closed.
     *
     * @param offer null for the caller's leg, and for that of a third party
     * @param guest null unless it is the leg of a third party
     * @param sid the network's id; null while that of an offer or of a third party is not known
     */
    record OpenLeg(
            CallId call,
            @Nullable OfferId offer,
            @Nullable GuestId guest,
            @Nullable String sid) {}

    /** Those that were begun before this time, oldest call first; a caller who is known to be gone has none. */
    Flux<OpenLeg> begunBefore(Instant time) {
        return database.sql("""
                        select call_id, offer_id, guest_id, leg_sid from (
                            select id as call_id, null::uuid as offer_id, null::uuid as guest_id, dialled_at as begun,
                                   case when state_name not in ('CallerLost', 'RecallPaused') then leg_sid end as leg_sid
                            from call where state_name <> 'Ended'
                            union all
                            select call_id, id, null, coalesce(dialled_at, offered_at), leg_sid
                            from offer where closed_at is null
                            union all
                            select call_id, null, id, coalesce(dialled_at, invited_at), leg_sid
                            from guest where over_at is null) open
                        where begun <= :time order by begun limit :most""")
                .bind("time", time)
                .bind("most", MOST)
                .map(OpenLegs::openLeg)
                .all();
    }

    private static OpenLeg openLeg(Readable row) {
        return new OpenLeg(
                new CallId(row.get("call_id", UUID.class)),
                Optional.ofNullable(row.get("offer_id", UUID.class))
                        .map(OfferId::new)
                        .orElse(null),
                Optional.ofNullable(row.get("guest_id", UUID.class))
                        .map(GuestId::new)
                        .orElse(null),
                row.get("leg_sid", String.class));
    }

    /** Of these legs, those that we have held to be over since before the time. */
    Flux<String> overSince(Instant time, Collection<String> sids) {
        return database.sql("""
                        select leg_sid from call where leg_sid = any(:sids) and state_name = 'Ended' and ended_at <= :time
                        union all
                        select leg_sid from offer where leg_sid = any(:sids) and closed_at <= :time
                        union all
                        select leg_sid from guest where leg_sid = any(:sids) and over_at <= :time""")
                .bind("sids", sids.toArray(String[]::new))
                .bind("time", time)
                .mapValue(String.class)
                .all();
    }

    /** Whether any call came in since then. */
    Mono<Boolean> anyCallSince(Instant time) {
        return database.sql("select exists (select from call where dialled_at >= :time)")
                .bind("time", time)
                .mapValue(Boolean.class)
                .one();
    }

    /** Of these calls, those that wait for no deadline any more but should. */
    Flux<CallId> stranded(Collection<CallId> calls) {
        return database.sql("""
                        select id from call c where id = any(:calls) and state_name <> 'Transferring' and not exists (
                            select from work w where w.call_id = c.id and w.kind = :timer and w.given_up_at is null)""")
                .bind("calls", calls.stream().map(CallId::value).toArray(UUID[]::new))
                .bind("timer", CallWork.TIMER)
                .map(row -> new CallId(row.get("id", UUID.class)))
                .all();
    }
}
