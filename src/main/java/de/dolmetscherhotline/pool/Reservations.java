package de.dolmetscherhotline.pool;

import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.InterpreterId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who is taken by which call. Taking and freeing are single statements in the transaction of the call. */
@Repository
public class Reservations {

    private static final String NO_TRACE = "";
    private static final String RESTS = ", resting_until = :until";
    private static final String FAILED = ", number_failed_at = :now";
    private static final String DISTURBED = ", last_asked_at = :now";
    private static final String ASKED = DISTURBED + ", times_asked = times_asked + 1";
    private static final String ANSWERED =
            DISTURBED + RESTS + ", times_asked = times_asked + 1, unanswered_in_a_row = 0, number_failed_at = null";
    private static final String ACCEPTED = ANSWERED + ", times_accepted = times_accepted + 1";

    private final DatabaseClient database;
    private final Clock clock;
    private final RestSettings rest;
    private final Availabilities availabilities;
    private final TransactionalOperator transaction;

    Reservations(
            DatabaseClient database,
            Clock clock,
            RestSettings rest,
            Availabilities availabilities,
            TransactionalOperator transaction) {
        this.database = database;
        this.clock = clock;
        this.rest = rest;
        this.availabilities = availabilities;
        this.transaction = transaction;
    }

    /**
     * Takes the first few who are still free, in the order given. People whom another call is just taking are passed
     * over without waiting; nor is anybody taken who has moved out of reach since she was ranked, or whose duty must be
     * worked out anew first.
     *
     * @param ranked best first
     * @param most how many at the most
     * @return those taken, best first
     */
    public Flux<InterpreterId> take(List<InterpreterId> ranked, int most, CallId call, Reach reach) {
        return database.sql("""
                        with free as (
                            select i.id, wanted.rank
                            from unnest(:ranked::uuid[]) with ordinality as wanted (id, rank)
                            join interpreter i on i.id = wanted.id
                            where i.reserved_for is null and i.status = 'active'
                              and (:reach = 'invited'
                                   or (i.duty_until is null or i.duty_until > :now)
                                      and (i.duty = 'on_duty'
                                           or :reach = 'emergency' and i.emergency_opt_in and i.duty <> 'said_off'))
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
                .bind("reach", word(reach))
                .bind("now", clock.instant())
                .map(row -> new InterpreterId(row.get("id", UUID.class)))
                .all();
    }

    /** Frees an interpreter whom this call had taken, and remembers how it went; does nothing if it had not. */
    public Mono<Aftereffect> free(InterpreterId interpreter, CallId call, Aftermath aftermath) {
        var now = clock.instant();
        return switch (aftermath) {
            case SERVED -> free(interpreter, call, ACCEPTED, Map.of("now", now, "until", now.plus(rest.wrapUp())));
            case ACCEPTED_IN_VAIN -> free(interpreter, call, ACCEPTED, Map.of("now", now, "until", now));
            case DECLINED -> free(interpreter, call, ANSWERED, Map.of("now", now, "until", now));
            case UNANSWERED -> freeAsUnanswered(interpreter, call);
            case ENGAGED -> free(interpreter, call, RESTS, Map.of("until", now.plus(rest.engaged())));
            case UNREACHABLE -> free(interpreter, call, FAILED, Map.of("now", now));
            case SPARED -> free(interpreter, call, DISTURBED, Map.of("now", now));
            case SPARED_LATE -> free(interpreter, call, ASKED, Map.of("now", now));
            case UNTOUCHED, EXCUSED -> free(interpreter, call, NO_TRACE, Map.of());
        };
    }

    private Mono<Aftereffect> free(InterpreterId interpreter, CallId call, String traces, Map<String, Instant> values) {
        return database.sql("update interpreter set reserved_for = null, reserved_at = null" + traces
                        + " where id = :id and reserved_for = :call")
                .bind("id", interpreter.value())
                .bind("call", call.value())
                .bindValues(values)
                .then()
                .thenReturn(Aftereffect.NONE);
    }

    /** Nobody is paused who is off already; her count goes on. */
    private Mono<Aftereffect> freeAsUnanswered(InterpreterId interpreter, CallId call) {
        return countUnanswered(interpreter, call)
                .filter(unanswered -> unanswered >= rest.pauseAfterUnanswered())
                .flatMap(tooMany -> availabilities.pause(interpreter))
                .map(paused -> paused ? Aftereffect.PAUSED : Aftereffect.NONE)
                .defaultIfEmpty(Aftereffect.NONE)
                .as(transaction::transactional);
    }

    private Mono<Integer> countUnanswered(InterpreterId interpreter, CallId call) {
        return database.sql("""
                        update interpreter
                        set reserved_for = null, reserved_at = null, last_asked_at = :now,
                            times_asked = times_asked + 1, unanswered_in_a_row = unanswered_in_a_row + 1
                        where id = :id and reserved_for = :call
                        returning unanswered_in_a_row""")
                .bind("now", clock.instant())
                .bind("id", interpreter.value())
                .bind("call", call.value())
                .mapValue(Integer.class)
                .one();
    }
}
