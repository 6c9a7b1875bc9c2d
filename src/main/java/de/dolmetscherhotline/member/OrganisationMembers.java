package de.dolmetscherhotline.member;

import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.kernel.MemberId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.signin.Credentials;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who signs in for organisations. A mail address names one of them, in the whole installation. */
@Repository
public class OrganisationMembers {

    private static final String COLUMNS = """
            select m.*, i.expires_at as invited_until,
                   exists (select from member_identity k where k.member_id = m.id) as linked
            from member m left join member_invitation i on i.member_id = m.id and i.expires_at > :now
            """;

    private final DatabaseClient database;
    private final Clock clock;

    OrganisationMembers(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds somebody who has no password yet; fails with a DataIntegrityViolationException that names the violated constraint. */
    Mono<Void> add(MemberId id, OrganisationId organisation, String name, MailAddress mail) {
        return database.sql("""
                        insert into member (id, organisation_id, name, mail, created_at)
                        values (:id, :organisation, :name, :mail, :now)
                        """)
                .bind("id", id.value())
                .bind("organisation", organisation.value())
                .bind("name", name)
                .bind("mail", mail.address())
                .bind("now", clock.instant())
                .then();
    }

    /** Whether the mail address is somebody's. */
    Mono<Boolean> isKnown(MailAddress mail) {
        return database.sql("select exists (select from member where mail = :mail)")
                .bind("mail", mail.address())
                .mapValue(Boolean.class)
                .one();
    }

    public Mono<Member> byId(OrganisationId organisation, MemberId id) {
        return database.sql(COLUMNS + "where m.id = :id and m.organisation_id = :organisation")
                .bind("id", id.value())
                .bind("organisation", organisation.value())
                .bind("now", clock.instant())
                .map(OrganisationMembers::member)
                .one();
    }

    /** The member of this organisation that has this mail address and has not been here yet. */
    public Mono<Member> invited(OrganisationId organisation, MailAddress mail) {
        return database.sql(COLUMNS + """
                                where m.organisation_id = :organisation and m.mail = :mail
                                  and m.password_hash is null and m.disabled_at is null
                                  and not exists (select from member_identity k where k.member_id = m.id)
                                """)
                .bind("organisation", organisation.value())
                .bind("mail", mail.address())
                .bind("now", clock.instant())
                .map(OrganisationMembers::member)
                .one();
    }

    /** In the order in which they came. */
    public Flux<Member> of(OrganisationId organisation) {
        return of(organisation, Integer.MAX_VALUE, 0);
    }

    /** One page, in the order in which they came. */
    Flux<Member> of(OrganisationId organisation, int limit, long offset) {
        return database.sql(COLUMNS + """
                                where m.organisation_id = :organisation
                                order by m.created_at, m.id limit :limit offset :offset
                                """)
                .bind("organisation", organisation.value())
                .bind("limit", limit)
                .bind("offset", offset)
                .bind("now", clock.instant())
                .map(OrganisationMembers::member)
                .all();
    }

    Mono<Long> count(OrganisationId organisation) {
        return database.sql("select count(*) from member where organisation_id = :organisation")
                .bind("organisation", organisation.value())
                .mapValue(Long.class)
                .one();
    }

    /** Takes the right to sign in, and ends every session, at once; false if there is no such member. */
    public Mono<Boolean> disable(OrganisationId organisation, MemberId id) {
        return database.sql("""
                        with disabled as (
                            update member set disabled_at = coalesce(disabled_at, :now)
                            where id = :id and organisation_id = :organisation
                            returning id),
                        uninvited as (
                            delete from member_invitation where member_id in (select id from disabled)),
                        ended as (
                            delete from member_session where member_id in (select id from disabled))
                        select exists (select from disabled)
                        """)
                .bind("id", id.value())
                .bind("organisation", organisation.value())
                .bind("now", clock.instant())
                .mapValue(Boolean.class)
                .one();
    }

    /** Gives the right to sign in back; false if there is no such member. */
    public Mono<Boolean> enable(OrganisationId organisation, MemberId id) {
        return database.sql("update member set disabled_at = null where id = :id and organisation_id = :organisation")
                .bind("id", id.value())
                .bind("organisation", organisation.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** False if there was no such member. */
    Mono<Boolean> remove(OrganisationId organisation, MemberId id) {
        return database.sql("delete from member where id = :id and organisation_id = :organisation")
                .bind("id", id.value())
                .bind("organisation", organisation.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** The password of whoever may sign in with this mail address; empty if nobody may. */
    Mono<Credentials<MemberId>> credentials(MailAddress mail) {
        return database.sql("""
                        select m.id, m.password_hash
                        from member m join organisation o on o.id = m.organisation_id
                        where m.mail = :mail and m.password_hash is not null and m.disabled_at is null and not o.blocked
                        """)
                .bind("mail", mail.address())
                .map(row -> new Credentials<>(
                        new MemberId(row.get("id", UUID.class)), row.get("password_hash", String.class)))
                .one();
    }

    /** The password of a member; empty if she has none. */
    Mono<Credentials<MemberId>> credentials(MemberId who) {
        return database.sql("select password_hash from member where id = :who and password_hash is not null")
                .bind("who", who.value())
                .mapValue(String.class)
                .one()
                .map(hash -> new Credentials<>(who, hash));
    }

    /** Sets a password in the place of this one, and ends whatever code there is; false if it is another one meanwhile. */
    Mono<Boolean> replacePassword(Credentials<MemberId> old, String hash) {
        return database.sql("""
                        with changed as (
                            update member set password_hash = :hash where id = :who and password_hash = :old
                            returning id),
                        uninvited as (
                            delete from member_invitation where member_id in (select id from changed))
                        select exists (select from changed)
                        """)
                .bind("who", old.id().value())
                .bind("old", old.hash())
                .bind("hash", hash)
                .mapValue(Boolean.class)
                .one();
    }

    /** Whoever may sign in with this mail address, in whichever way; empty if nobody may. */
    Mono<Known> known(MailAddress mail) {
        return database.sql("""
                        select m.id, m.organisation_id, o.name
                        from member m join organisation o on o.id = m.organisation_id
                        where m.mail = :mail and m.disabled_at is null and not o.blocked
                        """)
                .bind("mail", mail.address())
                .map(row -> new Known(
                        new MemberId(row.get("id", UUID.class)),
                        new OrganisationId(row.get("organisation_id", UUID.class)),
                        row.get("name", String.class)))
                .one();
    }

    /** A member, and for whom she signs in. */
    record Known(MemberId id, OrganisationId organisation, String organisationName) {}

    Mono<Void> noteSignIn(MemberId who) {
        return database.sql("update member set last_sign_in_at = :now where id = :who")
                .bind("who", who.value())
                .bind("now", clock.instant())
                .then();
    }

    private static Member member(Readable row) {
        return new Member(
                new MemberId(row.get("id", UUID.class)),
                row.get("name", String.class),
                row.get("mail", String.class),
                row.get("password_hash", String.class) != null,
                row.get("linked", Boolean.class),
                row.get("created_at", Instant.class),
                row.get("last_sign_in_at", Instant.class),
                row.get("disabled_at", Instant.class),
                row.get("invited_until", Instant.class));
    }
}
