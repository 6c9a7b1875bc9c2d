package de.dolmetscherhotline.pool;

import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.kernel.Subject;
import java.time.LocalDate;
import java.util.UUID;
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

    /**
     * What is recorded of this kind; empty if nothing is. Nobody else changes the member until the transaction is over.
     */
    public Mono<Obligation> obligation(InterpreterId id, ObligationKind kind) {
        return lock(id).flatMap(member -> database.sql(
                        "select * from obligation where interpreter_id = :id and kind = :kind")
                .bind("id", member)
                .bind("kind", word(kind))
                .map(row -> new Obligation(
                        kind,
                        row.get("issued_on", LocalDate.class),
                        row.get("valid_until", LocalDate.class),
                        row.get("note", String.class)))
                .one());
    }

    /** The same of a field that she is qualified for. */
    public Mono<SubjectSkill> subject(InterpreterId id, Subject subject) {
        return lock(id).flatMap(member -> database.sql(
                        "select * from interpreter_subject where interpreter_id = :id and subject = :subject")
                .bind("id", member)
                .bind("subject", word(subject))
                .map(row -> new SubjectSkill(
                        subject, row.get("qualification", String.class), row.get("since", LocalDate.class)))
                .one());
    }

    private Mono<UUID> lock(InterpreterId id) {
        return database.sql("select id from interpreter where id = :id for update")
                .bind("id", id.value())
                .mapValue(UUID.class)
                .one();
    }

    /**
     * Takes back what was recorded by mistake, unless something else has been recorded since. Its note does not matter.
     *
     * @return whether it was still there
     */
    public Mono<Boolean> withdraw(InterpreterId id, Obligation obligation) {
        return database.sql("""
                        with gone as (
                            delete from obligation
                            where interpreter_id = :id and kind = :kind and issued_on = :issuedOn
                              and valid_until is not distinct from :validUntil
                            returning interpreter_id)
                        update interpreter set version = version + 1 where id in (select interpreter_id from gone)""")
                .bind("id", id.value())
                .bind("kind", word(obligation.kind()))
                .bind("issuedOn", obligation.issuedOn())
                .bind("validUntil", nullable(obligation.validUntil(), LocalDate.class))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** The same of a field that she was said to be qualified for. */
    public Mono<Boolean> withdraw(InterpreterId id, SubjectSkill skill) {
        return database.sql("""
                        with gone as (
                            delete from interpreter_subject
                            where interpreter_id = :id and subject = :subject
                              and qualification is not distinct from :qualification
                              and since is not distinct from :since
                            returning interpreter_id)
                        update interpreter set version = version + 1 where id in (select interpreter_id from gone)""")
                .bind("id", id.value())
                .bind("subject", word(skill.subject()))
                .bind("qualification", nullable(skill.qualification(), String.class))
                .bind("since", nullable(skill.since(), LocalDate.class))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }
}
