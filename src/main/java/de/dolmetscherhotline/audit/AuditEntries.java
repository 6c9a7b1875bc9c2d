package de.dolmetscherhotline.audit;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The entries of the audit trail. The database lets nobody change them, or delete one that is younger than a year. */
@Repository
public class AuditEntries {

    private static final String OF_DISTRICT = """
            (:district::uuid is null or district_id = :district
             or (district_id is null and (subject_district = :district
                 or exists (select from organisation_key k join organisation o on o.id = k.organisation_id
                            where k.id = actor_id and o.district_id = :district)
                 or (subject_district is null and actor_kind <> 'organisation_key'
                     and not exists (select from district where id <> :district)))))
            """;

    private static final String FOUND = """
            from audit_entry
            where (:subjects::uuid[] is null or subject_id = any (:subjects) or shown && :subjects
                   or (action = 'exported' and subject_id is null))
              and (:account::uuid is null or actor_id = :account)
              and (:action::text is null or action = :action)
              and (:from::timestamptz is null or at >= :from)
              and (:to::timestamptz is null or at < :to)
              and\s""" + OF_DISTRICT;

    /** What is gone belonged where it belonged when something was recorded about it before. */
    private static final String SUBJECT_DISTRICT = """
            coalesce((select district_id from interpreter where id = :subject),
                     (select district_id from organisation where id = :subject),
                     (select district_id from call where id = :subject),
                     (select id from district where id = :subject),
                     (select e.subject_district from audit_entry e
                      where e.subject_id = :subject and e.subject_district is not null order by e.id desc limit 1))""";

    private final DatabaseClient database;
    private final Clock clock;

    AuditEntries(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Void> add(Actor who, Action what, Reference whom, @Nullable String detail, @Nullable String reason) {
        return database.sql("""
                        insert into audit_entry (at, actor_kind, actor_id, actor_name, district_id, action, subject_kind,
                                                 subject_id, subject_district, shown, detail, reason)
                        values (:at, :kind, :actor, :name, :district, :action, :subjectKind, :subject, %s, :shown, :detail,
                                :reason)
                        """.formatted(SUBJECT_DISTRICT))
                .bind("at", clock.instant())
                .bind("kind", word(who.kind()))
                .bind("actor", nullable(who.id(), UUID.class))
                .bind("name", nullable(who.name(), String.class))
                .bind("district", nullable(who.district(), UUID.class))
                .bind("action", word(what))
                .bind("subjectKind", whom.kind())
                .bind("subject", nullable(whom.id(), UUID.class))
                .bind("shown", whom.shownInOrder().toArray(UUID[]::new))
                .bind("detail", nullable(detail, String.class))
                .bind("reason", nullable(reason, String.class))
                .then();
    }

    /** One page, newest first. */
    public Flux<AuditEntry> page(AuditQuery query, int limit, long offset) {
        return bound(query, "select * " + FOUND + "order by id desc limit :limit offset :offset")
                .bind("limit", limit)
                .bind("offset", offset)
                .map(AuditEntries::entry)
                .all();
    }

    public Mono<Long> count(AuditQuery query) {
        return bound(query, "select count(*) " + FOUND).mapValue(Long.class).one();
    }

    /** One of those that concern a district. */
    public Mono<AuditEntry> byId(long id, UUID district) {
        return database.sql("select * from audit_entry where id = :id and " + OF_DISTRICT)
                .bind("id", id)
                .bind("district", district)
                .map(AuditEntries::entry)
                .one();
    }

    /** Deletes what is older; how many there were. Fails if some of it is younger than a year. */
    Mono<Long> forgetBefore(Instant moment) {
        return database.sql("delete from audit_entry where at < :moment")
                .bind("moment", moment)
                .fetch()
                .rowsUpdated();
    }

    private GenericExecuteSpec bound(AuditQuery query, String sql) {
        var action = query.action();
        var subjects = query.subjects();
        return database.sql(sql)
                .bind("subjects", nullable(subjects == null ? null : subjects.toArray(UUID[]::new), UUID[].class))
                .bind("account", nullable(query.account(), UUID.class))
                .bind("action", nullable(action == null ? null : word(action), String.class))
                .bind("from", nullable(query.from(), Instant.class))
                .bind("to", nullable(query.to(), Instant.class))
                .bind("district", nullable(query.district(), UUID.class));
    }

    private static AuditEntry entry(Readable row) {
        return new AuditEntry(
                row.get("id", Long.class),
                row.get("at", Instant.class),
                new Actor(
                        constant(Actor.Kind.class, row.get("actor_kind", String.class)),
                        row.get("actor_id", UUID.class),
                        row.get("actor_name", String.class),
                        row.get("district_id", UUID.class)),
                constant(Action.class, row.get("action", String.class)),
                row.get("subject_kind", String.class),
                row.get("subject_id", UUID.class),
                List.of(row.get("shown", UUID[].class)),
                row.get("detail", String.class),
                row.get("reason", String.class));
    }
}
