package de.dolmetscherhotline.dashboard;

import de.dolmetscherhotline.kernel.DistrictId;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** How a day goes on the lines of a district. */
@Repository
class Today {

    private final DatabaseClient database;

    Today(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Numbers of calls and of people in the pool.
     *
     * @param calls that began on the day, dialled or requested in writing; being rung back does not count again
     * @param connected that began on the day and led to a conversation
     * @param unmet that began on the day and ended because nobody was on duty or nobody accepted
     * @param talking that are connected now
     * @param waiting for which an interpreter is sought now
     * @param onDuty people whose telephone may ring now, but for quiet hours
     */
    public record Figures(long calls, long connected, long unmet, long talking, long waiting, long onDuty) {}

    Mono<Figures> figures(DistrictId district, Instant since) {
        return database.sql("""
                        select count(*) filter (where c.dialled_at >= :since and c.callback_of is null) as calls,
                               count(*) filter (where c.dialled_at >= :since and c.connected_at is not null) as connected,
                               count(*) filter (where c.dialled_at >= :since
                                   and c.outcome in ('no_coverage', 'nobody_answered')) as unmet,
                               count(*) filter (where c.state_name = 'Connected') as talking,
                               count(*) filter (where c.queued_since is not null and c.connected_at is null
                                   and c.state_name not in ('Farewell', 'Ended')) as waiting,
                               (select count(*) from interpreter i where i.district_id = :district
                                   and i.status = 'active' and i.duty = 'on_duty') as on_duty
                        from call c
                        where c.district_id = :district
                          and (c.dialled_at >= :since or c.ended_at is null)
                        """)
                .bind("district", district.value())
                .bind("since", since)
                .map(row -> new Figures(
                        row.get("calls", Long.class),
                        row.get("connected", Long.class),
                        row.get("unmet", Long.class),
                        row.get("talking", Long.class),
                        row.get("waiting", Long.class),
                        row.get("on_duty", Long.class)))
                .one();
    }
}
