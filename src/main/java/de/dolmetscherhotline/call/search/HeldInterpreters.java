package de.dolmetscherhotline.call.search;

import de.dolmetscherhotline.call.flow.CallEvent.NeededElsewhere;
import de.dolmetscherhotline.call.store.CallWork;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.InterpreterId;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Interpreters who hold the line for a caller who was cut off. */
@Repository
class HeldInterpreters {

    private final DatabaseClient database;
    private final CallWork work;

    HeldInterpreters(DatabaseClient database, CallWork work) {
        this.database = database;
        this.work = work;
    }

    /**
     * Ends the waiting of those among these people who only hold the line. Their calls are told by work, after this
     * transaction, so that none locks two calls.
     */
    Mono<Void> release(List<InterpreterId> people) {
        return holding(people)
                .concatMap(call -> work.tell(call, new NeededElsewhere()))
                .then();
    }

    private Flux<CallId> holding(List<InterpreterId> people) {
        return database.sql("""
                        select c.id from interpreter i
                        join call c on c.id = i.reserved_for
                        where i.id = any(:people) and c.state_name = 'CallerLost'
                        order by c.id""")
                .bind("people", people.stream().map(InterpreterId::value).toArray(UUID[]::new))
                .map(row -> new CallId(row.get("id", UUID.class)))
                .all();
    }
}
