package de.dolmetscherhotline.pool;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.texts;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.matching.Candidate;
import de.dolmetscherhotline.matching.Duty;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** The facts about everybody in the pool of a district who speaks a language, as the matching policy wants them. */
@Repository
public class Candidates {

    /** More than any district has for one language; those asked longest ago come first. */
    private static final int MOST = 500;

    private final DatabaseClient database;
    private final Clock clock;

    Candidates(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Everybody who speaks one of the languages, also those who cannot be asked now, so that the reason can be told.
     *
     * @param ladder the language that is needed, then those that may stand in for it
     * @param askedBefore who was asked in this call already
     */
    public Flux<Candidate> speaking(List<Language> ladder, DistrictId district, Set<InterpreterId> askedBefore) {
        var now = clock.instant();
        return database.sql("""
                        select i.*, spoken.tag, spoken.level,
                               i.date_of_birth <= (:now::timestamptz at time zone d.time_zone)::date - interval '18 years'
                                   as adult,
                               coalesce(i.secrecy_declared_on <= (:now::timestamptz at time zone d.time_zone)::date, false)
                                   as sworn_to_secrecy
                        from interpreter i
                        join district d on d.id = i.district_id
                        cross join lateral (select l.tag::text, l.level from interpreter_language l
                                            where l.interpreter_id = i.id and l.tag::text = any(:ladder)
                                            order by array_position(:ladder, l.tag::text) limit 1) spoken
                        where i.district_id = :district
                          and i.id in (select interpreter_id from interpreter_language where tag = any(:ladder))
                        order by i.last_asked_at nulls first, i.id
                        limit :most""")
                .bind("now", now)
                .bind("ladder", texts(ladder))
                .bind("district", district.value())
                .bind("most", MOST)
                .map(row -> candidate(row, ladder.getFirst(), askedBefore, now))
                .all();
    }

    private static Candidate candidate(Readable row, Language wanted, Set<InterpreterId> askedBefore, Instant now) {
        var id = new InterpreterId(row.get("id", UUID.class));
        return new Candidate(
                id,
                "active".equals(row.get("status", String.class)),
                constant(LanguageLevel.class, row.get("level", String.class)),
                wanted.tag().equals(row.get("tag", String.class)),
                subjects(row),
                gender(row.get("gender", String.class)),
                duty(row, now),
                Boolean.TRUE.equals(row.get("adult", Boolean.class)),
                Boolean.TRUE.equals(row.get("sworn_to_secrecy", Boolean.class)),
                false,
                false,
                row.get("emergency_opt_in", Boolean.class),
                0,
                null,
                row.get("reserved_for", UUID.class) != null,
                row.get("resting_until", Instant.class),
                askedBefore.contains(id),
                row.get("number_failed_at", Instant.class),
                row.get("times_asked", Integer.class),
                row.get("times_accepted", Integer.class),
                row.get("last_asked_at", Instant.class));
    }

    private static Set<Subject> subjects(Readable row) {
        return Arrays.stream(row.get("subjects", String[].class))
                .map(subject -> constant(Subject.class, subject))
                .collect(Collectors.toSet());
    }

    private static @Nullable Gender gender(@Nullable String stated) {
        return stated == null ? null : constant(Gender.class, stated);
    }

    /** Her last word counts until the time she gave; after that, and without one, nobody is on duty. */
    private static Duty duty(Readable row, Instant now) {
        var until = row.get("available_until", Instant.class);
        return Optional.ofNullable(row.get("available", Boolean.class))
                .filter(said -> until == null || now.isBefore(until))
                .map(on -> on ? Duty.ON_DUTY : Duty.SAID_OFF)
                .orElse(Duty.NOT_ON_DUTY);
    }
}
