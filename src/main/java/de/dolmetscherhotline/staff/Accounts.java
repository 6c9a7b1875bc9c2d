package de.dolmetscherhotline.staff;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.kernel.StaffId;
import de.dolmetscherhotline.signin.Credentials;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The accounts of staff. A mail address names one of them, in the whole installation. */
@Repository
public class Accounts {

    private static final String COLUMNS = """
            select s.*, i.expires_at as invited_until, f.confirmed_at as second_factor_at,
                   (select max(linked_at) from staff_identity where staff_id = s.id) as linked_at
            from staff s
            left join staff_invitation i on i.staff_id = s.id and i.expires_at > :now
            left join staff_second_factor f on f.staff_id = s.id
            """;

    private final DatabaseClient database;
    private final Clock clock;

    Accounts(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds somebody who has no password yet; fails with a DataIntegrityViolationException that names the violated constraint. */
    Mono<Void> add(StaffId id, DistrictId district, String name, MailAddress mail, Role role) {
        return database.sql("""
                        insert into staff (id, district_id, name, mail, role, created_at)
                        values (:id, :district, :name, :mail, :role, :now)
                        """)
                .bind("id", id.value())
                .bind("district", district.value())
                .bind("name", name)
                .bind("mail", mail.address())
                .bind("role", word(role))
                .bind("now", clock.instant())
                .then();
    }

    /** Whether the mail address is somebody's. */
    Mono<Boolean> isKnown(MailAddress mail) {
        return database.sql("select exists (select from staff where mail = :mail)")
                .bind("mail", mail.address())
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Account> byId(DistrictId district, StaffId id) {
        return database.sql(COLUMNS + "where s.id = :id and s.district_id = :district")
                .bind("id", id.value())
                .bind("district", district.value())
                .bind("now", clock.instant())
                .map(Accounts::account)
                .one();
    }

    /** In the order in which they came. */
    public Flux<Account> of(DistrictId district) {
        return database.sql(COLUMNS + "where s.district_id = :district order by s.created_at, s.id")
                .bind("district", district.value())
                .bind("now", clock.instant())
                .map(Accounts::account)
                .all();
    }

    /**
     * Those who can sign in as administrators of this district, whatever becomes of an identity provider; until the transaction
     * ends, nobody else changes them.
     */
    Flux<StaffId> lockAdministrators(DistrictId district) {
        return database.sql("""
                        select id from staff
                        where district_id = :district and role = 'administrator' and locked_at is null
                          and password_hash is not null
                        order by id for update
                        """)
                .bind("district", district.value())
                .map(row -> new StaffId(row.get("id", UUID.class)))
                .all();
    }

    /** Takes the right to sign in, and ends every session, at once; false if there is nobody, or she has lost it already. */
    Mono<Boolean> lock(DistrictId district, StaffId id) {
        return database.sql("""
                        with locked as (
                            update staff set locked_at = :now
                            where id = :id and district_id = :district and locked_at is null
                            returning id),
                        uninvited as (
                            delete from staff_invitation where staff_id in (select id from locked)),
                        ended as (
                            delete from staff_session where staff_id in (select id from locked))
                        select exists (select from locked)
                        """)
                .bind("id", id.value())
                .bind("district", district.value())
                .bind("now", clock.instant())
                .mapValue(Boolean.class)
                .one();
    }

    /** Gives the right to sign in back; false if there is nobody, or she has it. */
    Mono<Boolean> unlock(DistrictId district, StaffId id) {
        return database.sql("""
                        update staff set locked_at = null
                        where id = :id and district_id = :district and locked_at is not null
                        """)
                .bind("id", id.value())
                .bind("district", district.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Changes the role, and ends every session; false if there is nobody, or she has it. */
    Mono<Boolean> setRole(DistrictId district, StaffId id, Role role) {
        return database.sql("""
                        with changed as (
                            update staff set role = :role where id = :id and district_id = :district and role <> :role
                            returning id),
                        ended as (
                            delete from staff_session where staff_id in (select id from changed))
                        select exists (select from changed)
                        """)
                .bind("id", id.value())
                .bind("district", district.value())
                .bind("role", word(role))
                .mapValue(Boolean.class)
                .one();
    }

    /** The password of whoever may sign in with this mail address; empty if nobody may. */
    Mono<Credentials<StaffId>> credentials(MailAddress mail) {
        return database.sql("""
                        select id, password_hash from staff
                        where mail = :mail and password_hash is not null and locked_at is null
                        """)
                .bind("mail", mail.address())
                .map(Accounts::owner)
                .one();
    }

    /** The password of somebody. */
    Mono<Credentials<StaffId>> credentials(StaffId id) {
        return database.sql("""
                        select id, password_hash from staff
                        where id = :id and password_hash is not null and locked_at is null
                        """).bind("id", id.value()).map(Accounts::owner).one();
    }

    Mono<Void> setPassword(StaffId id, String hash) {
        return database.sql("update staff set password_hash = :hash where id = :id")
                .bind("id", id.value())
                .bind("hash", hash)
                .then();
    }

    Mono<Void> noteSignIn(StaffId who) {
        return database.sql("update staff set last_sign_in_at = :now where id = :who")
                .bind("who", who.value())
                .bind("now", clock.instant())
                .then();
    }

    private static Credentials<StaffId> owner(Readable row) {
        return new Credentials<>(new StaffId(row.get("id", UUID.class)), row.get("password_hash", String.class));
    }

    private static Account account(Readable row) {
        return new Account(
                new StaffId(row.get("id", UUID.class)),
                row.get("name", String.class),
                row.get("mail", String.class),
                constant(Role.class, row.get("role", String.class)),
                row.get("password_hash", String.class) != null,
                row.get("second_factor_at", Instant.class) != null,
                row.get("linked_at", Instant.class),
                row.get("last_sign_in_at", Instant.class),
                row.get("locked_at", Instant.class),
                row.get("invited_until", Instant.class));
    }
}
