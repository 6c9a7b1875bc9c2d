package de.dolmetscherhotline.call.search;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.matching.WaitingLine;
import de.dolmetscherhotline.matching.WaitingLine.Ahead;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who else waits for the same language in the same district, on the line or to be rung back. */
@Repository
class Queue {

    private final DatabaseClient database;

    Queue(DatabaseClient database) {
        this.database = database;
    }

    /** The line as this call sees it. */
    Mono<WaitingLine> of(CallId call) {
        return database.sql("""
                        select coalesce((other.emergency, me.queued_since) > (me.emergency, other.queued_since)
                                        or (other.emergency, other.queued_since) = (me.emergency, me.queued_since)
                                           and other.id < me.id, false) as ahead,
                               exists (select 1 from offer o where o.call_id = other.id and o.fate is null) as ringing,
                               array(select o.interpreter_id from offer o
                                     where o.call_id = other.id and o.interpreter_id is not null
                                       and o.fate in ('declined', 'no_answer', 'no_key', 'busy', 'unreachable', 'lost',
                                                      'failed')) as asked
                        from call me
                        join call other on other.district_id = me.district_id and other.language = me.language
                                       and other.state_name = 'Searching' and other.id <> me.id
                        where me.id = :call
                        order by other.emergency desc, other.queued_since, other.id
                        limit 100""")
                .bind("call", call.value())
                .map(Queue::other)
                .all()
                .collectList()
                .map(Queue::line);
    }

    private static Other other(Readable row) {
        return new Other(
                Boolean.TRUE.equals(row.get("ahead", Boolean.class)),
                new Ahead(
                        Boolean.TRUE.equals(row.get("ringing", Boolean.class)),
                        Arrays.stream(row.get("asked", UUID[].class))
                                .map(InterpreterId::new)
                                .collect(Collectors.toUnmodifiableSet())));
    }

    private static WaitingLine line(List<Other> others) {
        return new WaitingLine(
                others.stream().filter(Other::isAhead).map(Other::caller).toList(), others.size() + 1);
    }

    private record Other(boolean isAhead, Ahead caller) {}

    /** How long this call has been in the queue. */
    Mono<Duration> waited(CallId call, Instant now) {
        return database.sql("select queued_since from call where id = :call and queued_since is not null")
                .bind("call", call.value())
                .map(row -> Duration.between(row.get("queued_since", Instant.class), now))
                .one()
                .defaultIfEmpty(Duration.ZERO);
    }
}
