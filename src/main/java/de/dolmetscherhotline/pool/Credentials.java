package de.dolmetscherhotline.pool;

import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.kernel.InterpreterId;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * What members gain one at a time, for instance by a training: obligations fulfilled and subjects they are qualified for.
 * Each counts as a change of the profile. An older proof never replaces a newer one, so that it may be recorded twice and
 * late.
 */
@Repository
public class Credentials {

    private final DatabaseClient database;
    private final ObligationSettings settings;

    Credentials(DatabaseClient database, ObligationSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /**
     * Records what a member has declared, shown or attended, in place of what was recorded of that kind before.
     *
     * @return false if there is no such member
     */
    public Mono<Boolean> record(InterpreterId id, Obligation obligation) {
        var complete = settings.withItsEnd(obligation);
        return database.sql("""
                        with me as (update interpreter set version = version + 1 where id = :id returning id),
                        recorded as (
                            insert into obligation (interpreter_id, kind, issued_on, valid_until, note)
                            select me.id, :kind, :issuedOn, :validUntil, :note from me
                            on conflict (interpreter_id, kind)
                            do update set issued_on = excluded.issued_on, valid_until = excluded.valid_until,
                                          note = excluded.note
                            where obligation.issued_on <= excluded.issued_on)
                        select count(*) > 0 from me""")
                .bind("id", id.value())
                .bind("kind", word(complete.kind()))
                .bind("issuedOn", complete.issuedOn())
                .bind("validUntil", nullable(complete.validUntil(), LocalDate.class))
                .bind("note", nullable(complete.note(), String.class))
                .mapValue(Boolean.class)
                .one();
    }

    /**
     * Records a field that a member is now qualified for; one that she was qualified for already keeps its first day.
     *
     * @return false if there is no such member
     */
    public Mono<Boolean> record(InterpreterId id, SubjectSkill skill) {
        return database.sql("""
                        with me as (update interpreter set version = version + 1 where id = :id returning id),
                        recorded as (
                            insert into interpreter_subject (interpreter_id, subject, qualification, since)
                            select me.id, :subject, :qualification, :since from me
                            on conflict (interpreter_id, subject)
                            do update set qualification = coalesce(excluded.qualification,
                                                                   interpreter_subject.qualification),
                                          since = least(interpreter_subject.since, excluded.since))
                        select count(*) > 0 from me""")
                .bind("id", id.value())
                .bind("subject", word(skill.subject()))
                .bind("qualification", nullable(skill.qualification(), String.class))
                .bind("since", nullable(skill.since(), LocalDate.class))
                .mapValue(Boolean.class)
                .one();
    }
}
