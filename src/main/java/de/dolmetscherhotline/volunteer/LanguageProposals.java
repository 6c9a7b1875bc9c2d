package de.dolmetscherhotline.volunteer;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.volunteer.LanguageProposal.Status;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What volunteers would like changed about their languages. For each language somebody has at most one open proposal. */
@Repository
public class LanguageProposals {

    private static final String WANTED = """
            from language_proposal p join interpreter i on i.id = p.interpreter_id
            where (:status::text is null or p.status = :status)
              and (:district::uuid is null or i.district_id = :district)
            """;

    private final DatabaseClient database;
    private final Clock clock;

    LanguageProposals(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Proposes a change, in place of an open one of the same language. It gets an id of its own, so that nobody agrees to
     * what she has not read.
     */
    Mono<Void> propose(InterpreterId who, Language language, @Nullable LanguageLevel level, @Nullable String note) {
        return database.sql("""
                        insert into language_proposal (id, interpreter_id, language, level, note, proposed_at)
                        values (:id, :who, :language, :level, :note, :now)
                        on conflict (interpreter_id, language) where status = 'open'
                        do update set id = excluded.id, level = excluded.level, note = excluded.note, proposed_at = excluded.proposed_at""")
                .bind("id", UUID.randomUUID())
                .bind("who", who.value())
                .bind("language", language.tag())
                .bind("level", nullable(level == null ? null : word(level), String.class))
                .bind("note", nullable(note, String.class))
                .bind("now", clock.instant())
                .then();
    }

    /** She takes an open proposal of hers back; nothing happens if there is none. */
    Mono<Void> withdraw(InterpreterId who, UUID id) {
        return database.sql(
                        "delete from language_proposal where id = :id and interpreter_id = :who and status = 'open'")
                .bind("id", id)
                .bind("who", who.value())
                .then();
    }

    /** Her last ones, newest first. */
    public Flux<LanguageProposal> of(InterpreterId who) {
        return database.sql("""
                        select * from language_proposal where interpreter_id = :who
                        order by proposed_at desc, id limit 20""")
                .bind("who", who.value())
                .map(LanguageProposals::proposal)
                .all();
    }

    public Mono<LanguageProposal> open(UUID id) {
        return database.sql("select * from language_proposal where id = :id and status = 'open'")
                .bind("id", id)
                .map(LanguageProposals::proposal)
                .one();
    }

    /** Oldest first. */
    Flux<LanguageProposal> page(@Nullable Status status, @Nullable DistrictId district, int limit, long offset) {
        return bound(
                        "select p.* " + WANTED + "order by p.proposed_at, p.id limit :limit offset :offset",
                        status,
                        district)
                .bind("limit", limit)
                .bind("offset", offset)
                .map(LanguageProposals::proposal)
                .all();
    }

    Mono<Long> count(@Nullable Status status, @Nullable DistrictId district) {
        return bound("select count(*) " + WANTED, status, district)
                .mapValue(Long.class)
                .one();
    }

    /** The proposal as it was decided; empty if it was not open any more. */
    Mono<LanguageProposal> decide(UUID id, Status decision, @Nullable String answer) {
        return database.sql("""
                        update language_proposal
                        set status = :decision, answer = :answer, decided_at = greatest(:now, proposed_at)
                        where id = :id and status = 'open'
                        returning *""")
                .bind("decision", word(decision))
                .bind("answer", nullable(answer, String.class))
                .bind("now", clock.instant())
                .bind("id", id)
                .map(LanguageProposals::proposal)
                .one();
    }

    private GenericExecuteSpec bound(String sql, @Nullable Status status, @Nullable DistrictId district) {
        return database.sql(sql)
                .bind("status", nullable(status == null ? null : word(status), String.class))
                .bind("district", nullable(district == null ? null : district.value(), UUID.class));
    }

    private static LanguageProposal proposal(Readable row) {
        @Nullable String level = row.get("level", String.class);
        return new LanguageProposal(
                row.get("id", UUID.class),
                new InterpreterId(row.get("interpreter_id", UUID.class)),
                new Language(row.get("language", String.class)),
                level == null ? null : constant(LanguageLevel.class, level),
                row.get("note", String.class),
                constant(Status.class, row.get("status", String.class)),
                row.get("proposed_at", Instant.class),
                row.get("decided_at", Instant.class),
                row.get("answer", String.class));
    }
}
