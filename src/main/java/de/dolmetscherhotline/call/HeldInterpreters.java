package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.flow.CallEvent.NeededElsewhere;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.work.WorkQueue;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Interpreters who hold the line for a caller who was cut off. */
@Repository
class HeldInterpreters {

    private static final int BEFORE_ALL_ELSE = 30;

    private final DatabaseClient database;
    private final WorkQueue work;
    private final FlowJson json;

    HeldInterpreters(DatabaseClient database, WorkQueue work, FlowJson json) {
        this.database = database;
        this.work = work;
        this.json = json;
    }

    /**
     * Ends the waiting of those among these people who only hold the line. Their calls are told by work, after this
     * transaction, so that none locks two calls.
     */
    Mono<Void> release(List<InterpreterId> people) {
        return holding(people)
                .concatMap(call -> work.enqueue(
                        TimerWork.KIND, call, json.write(new NeededElsewhere()), BEFORE_ALL_ELSE, Duration.ZERO))
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
