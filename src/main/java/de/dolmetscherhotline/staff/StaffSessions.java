package de.dolmetscherhotline.staff;

import static de.dolmetscherhotline.platform.SqlValues.constant;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.StaffId;
import de.dolmetscherhotline.platform.Secret;
import de.dolmetscherhotline.signin.SessionLife;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The browsers in which staff have signed in. Whether somebody still may, and as what, is asked at each request, so that
 * whoever is locked or signs out everywhere is out at once.
 */
@Repository
class StaffSessions {

    private final DatabaseClient database;
    private final StaffSettings settings;
    private final SessionLife life;
    private final Clock clock;

    StaffSessions(DatabaseClient database, StaffSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.life = settings.life();
        this.clock = clock;
    }

    /**
     * A new session, in the current transaction or in one of its own; empty if she may not sign in.
     *
     * @param complete whether she has shown her second factor, or needs none
     */
    Mono<Secret> open(StaffId who, boolean complete) {
        var secret = Secret.random();
        return forgetOver()
                .then(add(who, secret, complete))
                .filter(rows -> rows > 0)
                .flatMap(added -> endOldest(who).thenReturn(secret));
    }

    /** Whose session it is; empty if it is over. */
    Mono<Staff> find(Secret secret) {
        var now = clock.instant();
        return database.sql("""
                        select s.id, s.district_id, s.name, s.role, d.name as district_name, d.time_zone,
                               t.complete, t.used_at, t.signed_in_at
                        from staff_session t
                        join staff s on s.id = t.staff_id
                        join district d on d.id = s.district_id
                        where t.secret_hash = :secret and t.expires_at > :now and s.locked_at is null
                        """)
                .bind("secret", secret.hash())
                .bind("now", now)
                .map(StaffSessions::used)
                .one()
                .filter(session -> !session.by().complete() || !life.isOver(session.signedInAt(), now))
                .flatMap(session -> noteUse(secret, session, now).thenReturn(session.by()));
    }

    Mono<Void> end(Secret secret) {
        return database.sql("delete from staff_session where secret_hash = :secret")
                .bind("secret", secret.hash())
                .then();
    }

    Mono<Void> endAll(StaffId who) {
        return database.sql("delete from staff_session where staff_id = :who")
                .bind("who", who.value())
                .then();
    }

    /**
     * A browser in which somebody has signed in.
     *
     * @param here whether it is the one that asks
     */
    record Session(Instant signedInAt, Instant usedAt, boolean here) {}

    /** The latest first. */
    Flux<Session> of(StaffId who, Secret here) {
        return database.sql("""
                        select signed_in_at, used_at, secret_hash = :here as here from staff_session
                        where staff_id = :who and complete and expires_at > :now order by used_at desc, secret_hash
                        """)
                .bind("who", who.value())
                .bind("here", here.hash())
                .bind("now", clock.instant())
                .map(row -> new Session(
                        row.get("signed_in_at", Instant.class),
                        row.get("used_at", Instant.class),
                        Boolean.TRUE.equals(row.get("here", Boolean.class))))
                .all();
    }

    private record Use(Staff by, Instant signedInAt, Instant usedAt) {}

    private static Use used(Readable row) {
        var by = new Staff(
                new StaffId(row.get("id", UUID.class)),
                new DistrictId(row.get("district_id", UUID.class)),
                row.get("name", String.class),
                row.get("district_name", String.class),
                ZoneId.of(row.get("time_zone", String.class)),
                constant(Role.class, row.get("role", String.class)),
                Boolean.TRUE.equals(row.get("complete", Boolean.class)));
        return new Use(by, row.get("signed_in_at", Instant.class), row.get("used_at", Instant.class));
    }

    private Mono<Void> noteUse(Secret secret, Use session, Instant now) {
        if (!session.by().complete() || !life.isToBeNoted(session.usedAt(), now)) {
            return Mono.empty();
        }
        return database.sql("""
                        update staff_session set used_at = :now, expires_at = :end
                        where secret_hash = :secret and used_at < :now
                        """)
                .bind("secret", secret.hash())
                .bind("now", now)
                .bind("end", life.end(session.signedInAt(), now))
                .then();
    }

    private Mono<Long> add(StaffId who, Secret secret, boolean complete) {
        var now = clock.instant();
        return database.sql("""
                        insert into staff_session (secret_hash, staff_id, complete, signed_in_at, used_at, expires_at)
                        select :secret, id, :complete, :now, :now, :end from staff where id = :who and locked_at is null
                        """)
                .bind("secret", secret.hash())
                .bind("who", who.value())
                .bind("complete", complete)
                .bind("now", now)
                .bind("end", complete ? life.end(now, now) : now.plus(settings.halfLife()))
                .fetch()
                .rowsUpdated();
    }

    private Mono<Void> endOldest(StaffId who) {
        return database.sql("""
                        delete from staff_session where secret_hash in (
                            select secret_hash from staff_session where staff_id = :who
                            order by signed_in_at desc, secret_hash offset :most)
                        """)
                .bind("who", who.value())
                .bind("most", SessionLife.MOST)
                .then();
    }

    private Mono<Void> forgetOver() {
        return database.sql("delete from staff_session where expires_at <= :now")
                .bind("now", clock.instant())
                .then();
    }
}
