package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.InterpreterId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who is taken by which call. Taking and freeing are single statements in the transaction of the call. */
@Repository
public class Reservations {

    private final DatabaseClient database;
    private final Clock clock;
    private final RestSettings rest;

    Reservations(DatabaseClient database, Clock clock, RestSettings rest) {
        this.database = database;
        this.clock = clock;
        this.rest = rest;
    }

    /**
     * Takes the first few who are still free, in the order given. People whom another call is just taking are passed
     * over without waiting; whoever switched off since they were ranked is not taken either.
     *
     * @param ranked best first
     * @param most how many at the most
     * @return those taken, best first
     */
    public Flux<InterpreterId> take(List<InterpreterId> ranked, int most, CallId call) {
        return database.sql("""
                        with free as (
                            select i.id, wanted.rank
                            from unnest(:ranked::uuid[]) with ordinality as wanted (id, rank)
                            join interpreter i on i.id = wanted.id
                            where i.reserved_for is null and i.status = 'active' and i.available
                            order by wanted.rank
                            limit :most
                            for update of i skip locked),
                        taken as (
                            update interpreter i set reserved_for = :call, reserved_at = :now
                            from free where i.id = free.id
                            returning i.id, free.rank)
                        select id from taken order by rank""")
                .bind("ranked", ranked.stream().map(InterpreterId::value).toArray(UUID[]::new))
                .bind("most", most)
                .bind("call", call.value())
                .bind("now", clock.instant())
                .map(row -> new InterpreterId(row.get("id", UUID.class)))
                .all();
    }

    /** Frees an interpreter whom this call had taken, and remembers how it went; does nothing if it had not. */
    public Mono<Void> free(InterpreterId interpreter, CallId call, Aftermath aftermath) {
        return switch (aftermath) {
            case SERVED -> freeAsAnswered(interpreter, call, 1, clock.instant().plus(rest.wrapUp()));
            case ACCEPTED_IN_VAIN -> freeAsAnswered(interpreter, call, 1, clock.instant());
            case DECLINED -> freeAsAnswered(interpreter, call, 0, clock.instant());
            case UNANSWERED -> freeAsUnanswered(interpreter, call);
            case ENGAGED -> freeToRest(interpreter, call, clock.instant().plus(rest.engaged()));
            case UNREACHABLE -> freeAsUnreachable(interpreter, call);
            case SPARED -> freeAsSpared(interpreter, call);
            case UNTOUCHED -> freeAsIfNothingHappened(interpreter, call);
        };
    }

    private Mono<Void> freeAsAnswered(InterpreterId interpreter, CallId call, int accepted, Instant restingUntil) {
        return database.sql("""
                        update interpreter
                        set reserved_for = null, reserved_at = null, last_asked_at = :now, resting_until = :until,
                            times_asked = times_asked + 1, times_accepted = times_accepted + :accepted,
                            unanswered_in_a_row = 0, number_failed_at = null
                        where id = :id and reserved_for = :call""")
                .bind("now", clock.instant())
                .bind("until", restingUntil)
                .bind("accepted", accepted)
                .bind("id", interpreter.value())
                .bind("call", call.value())
                .then();
    }

    private Mono<Void> freeAsUnanswered(InterpreterId interpreter, CallId call) {
        return database.sql("""
                        update interpreter
                        set reserved_for = null, reserved_at = null, last_asked_at = :now,
                            times_asked = times_asked + 1, unanswered_in_a_row = unanswered_in_a_row + 1
                        where id = :id and reserved_for = :call""")
                .bind("now", clock.instant())
                .bind("id", interpreter.value())
                .bind("call", call.value())
                .then();
    }

    private Mono<Void> freeToRest(InterpreterId interpreter, CallId call, Instant until) {
        return database.sql("""
                        update interpreter set reserved_for = null, reserved_at = null, resting_until = :until
                        where id = :id and reserved_for = :call""")
                .bind("until", until)
                .bind("id", interpreter.value())
                .bind("call", call.value())
                .then();
    }

    private Mono<Void> freeAsUnreachable(InterpreterId interpreter, CallId call) {
        return database.sql("""
                        update interpreter set reserved_for = null, reserved_at = null, number_failed_at = :now
                        where id = :id and reserved_for = :call""")
                .bind("now", clock.instant())
                .bind("id", interpreter.value())
                .bind("call", call.value())
                .then();
    }

    private Mono<Void> freeAsSpared(InterpreterId interpreter, CallId call) {
        return database.sql("""
                        update interpreter set reserved_for = null, reserved_at = null, last_asked_at = :now
                        where id = :id and reserved_for = :call""")
                .bind("now", clock.instant())
                .bind("id", interpreter.value())
                .bind("call", call.value())
                .then();
    }

    private Mono<Void> freeAsIfNothingHappened(InterpreterId interpreter, CallId call) {
        return database.sql("""
                        update interpreter set reserved_for = null, reserved_at = null
                        where id = :id and reserved_for = :call""")
                .bind("id", interpreter.value())
                .bind("call", call.value())
                .then();
    }
}
