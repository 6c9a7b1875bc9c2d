package de.dolmetscherhotline.call;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** When interpreters were asked by telephone, and what became of it. */
@Repository
public class PastOffers {

    private final DatabaseClient database;

    PastOffers(DatabaseClient database) {
        this.database = database;
    }

    /** The last ones, newest first. */
    public Flux<PastOffer> of(InterpreterId who, int most) {
        return database.sql("""
                        select o.offered_at, o.fate, c.language::text, c.emergency,
                               case when g.district_id = i.district_id then g.name end as organisation,
                               coalesce(c.district_id <> i.district_id, false) as elsewhere,
                               case when o.fate = 'accepted' and o.closed_at > c.connected_at then
                                   greatest(o.decided_at, c.connected_at) end as began,
                               least(o.closed_at, coalesce(c.ended_at, o.closed_at)) as ended
                        from offer o join call c on c.id = o.call_id
                        join interpreter i on i.id = o.interpreter_id
                        left join organisation g on g.id = c.organisation_id
                        where o.interpreter_id = :who
                        order by o.offered_at desc, o.id limit :most""")
                .bind("who", who.value())
                .bind("most", most)
                .map(PastOffers::offer)
                .all();
    }

    private static PastOffer offer(Readable row) {
        var began = row.get("began", Instant.class);
        var ended = row.get("ended", Instant.class);
        return new PastOffer(
                row.get("offered_at", Instant.class),
                new Language(Objects.requireNonNull(row.get("language", String.class))),
                row.get("emergency", Boolean.class),
                row.get("fate", String.class),
                row.get("organisation", String.class),
                row.get("elsewhere", Boolean.class),
                began == null || ended == null || ended.isBefore(began) ? null : Duration.between(began, ended));
    }
}
