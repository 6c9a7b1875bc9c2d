package de.dolmetscherhotline.pool;

import static de.dolmetscherhotline.platform.SqlValues.nullable;

import de.dolmetscherhotline.availability.QuietHours;
import de.dolmetscherhotline.availability.Word;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who wants quiet, as far as the rows of the members and their words tell. */
@Repository
class QuietMembers {

    /** What a member i said that holds now. */
    static final String SAID = """
            left join lateral (select w.available as said_available, w.holds_from as said_from, w.holds_until as said_until
                               from availability_word w
                               where w.interpreter_id = i.id and i.quiet_from is not null
                                 and w.holds_from <= :now and (w.holds_until is null or w.holds_until > :now)
                               order by w.seq desc limit 1) said on true
            """;

    private final DatabaseClient database;

    QuietMembers(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Those on duty who nevertheless want quiet at that instant.
     *
     * @param district null for all
     */
    Mono<UUID[]> onDuty(@Nullable UUID district, Instant now) {
        return database.sql("""
                        select i.id, i.quiet_from, i.quiet_to, d.time_zone, said.*
                        from interpreter i join district d on d.id = i.district_id
                        """ + SAID + """
                        where i.quiet_from is not null and i.duty = 'on_duty'
                          and (:district::uuid is null or i.district_id = :district)""")
                .bind("now", now)
                .bind("district", nullable(district, UUID.class))
                .map(row -> new Quiet(row.get("id", UUID.class), holds(row, now)))
                .all()
                .filter(Quiet::holds)
                .map(Quiet::id)
                .collectList()
                .map(ids -> ids.toArray(UUID[]::new));
    }

    private record Quiet(UUID id, boolean holds) {}

    /** Whether quiet hours hold, of a row with those, the zone of the district and {@link #SAID}. */
    static boolean holds(Readable row, Instant now) {
        var from = row.get("quiet_from", LocalTime.class);
        var to = row.get("quiet_to", LocalTime.class);
        return from != null
                && to != null
                && new QuietHours(from, to).hold(now, ZoneId.of(row.get("time_zone", String.class)), word(row));
    }

    private static @Nullable Word word(Readable row) {
        var available = row.get("said_available", Boolean.class);
        return available == null
                ? null
                : new Word(available, row.get("said_from", Instant.class), row.get("said_until", Instant.class));
    }
}
