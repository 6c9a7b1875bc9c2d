package de.dolmetscherhotline.member;

import de.dolmetscherhotline.kernel.MemberId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.platform.Secret;
import de.dolmetscherhotline.signin.SessionLife;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * The browsers in which somebody has signed in. Whether she still may is asked at each request, so that whoever is disabled,
 * signs out everywhere or works for an organisation that was blocked is out at once.
 */
@Repository
class MemberSessions {

    private final DatabaseClient database;
    private final SessionLife life;
    private final Clock clock;

    MemberSessions(DatabaseClient database, PortalSettings settings, Clock clock) {
        this.database = database;
        this.life = settings.life();
        this.clock = clock;
    }

    /** A new session, in the current transaction or in one of its own; empty if she may not sign in. */
    Mono<Secret> open(MemberId who) {
        var secret = Secret.random();
        return forgetOver()
                .then(add(who, secret))
                .filter(rows -> rows > 0)
                .flatMap(added -> endOldest(who).thenReturn(secret));
    }

    /** Whose session it is; empty if it is over. */
    Mono<SignedIn> find(Secret secret) {
        var now = clock.instant();
        return database.sql("""
                        select m.id, m.name, o.id as organisation_id, o.name as organisation_name, s.used_at,
                               s.signed_in_at
                        from member_session s
                        join member m on m.id = s.member_id
                        join organisation o on o.id = m.organisation_id
                        where s.secret_hash = :secret and s.expires_at > :now and m.disabled_at is null and not o.blocked
                        """)
                .bind("secret", secret.hash())
                .bind("now", now)
                .map(MemberSessions::used)
                .one()
                .filter(session -> !life.isOver(session.signedInAt(), now))
                .flatMap(session -> noteUse(secret, session, now).thenReturn(session.by()));
    }

    Mono<Void> end(Secret secret) {
        return database.sql("delete from member_session where secret_hash = :secret")
                .bind("secret", secret.hash())
                .then();
    }

    Mono<Void> endAll(MemberId who) {
        return database.sql("delete from member_session where member_id = :who")
                .bind("who", who.value())
                .then();
    }

    private record Use(SignedIn by, Instant signedInAt, Instant usedAt) {}

    private static Use used(Readable row) {
        var by = new SignedIn(
                new MemberId(row.get("id", UUID.class)),
                new OrganisationId(row.get("organisation_id", UUID.class)),
                row.get("name", String.class),
                row.get("organisation_name", String.class));
        return new Use(by, row.get("signed_in_at", Instant.class), row.get("used_at", Instant.class));
    }

    private Mono<Void> noteUse(Secret secret, Use session, Instant now) {
        if (!life.isToBeNoted(session.usedAt(), now)) {
            return Mono.empty();
        }
        return database.sql("""
                        update member_session set used_at = :now, expires_at = :end
                        where secret_hash = :secret and used_at < :now
                        """)
                .bind("secret", secret.hash())
                .bind("now", now)
                .bind("end", life.end(session.signedInAt(), now))
                .then();
    }

    private Mono<Long> add(MemberId who, Secret secret) {
        var now = clock.instant();
        return database.sql("""
                        insert into member_session (secret_hash, member_id, signed_in_at, used_at, expires_at)
                        select :secret, id, :now, :now, :end from member where id = :who and disabled_at is null
                        """)
                .bind("secret", secret.hash())
                .bind("who", who.value())
                .bind("now", now)
                .bind("end", life.end(now, now))
                .fetch()
                .rowsUpdated();
    }

    private Mono<Void> endOldest(MemberId who) {
        return database.sql("""
                        delete from member_session where secret_hash in (
                            select secret_hash from member_session where member_id = :who
                            order by signed_in_at desc, secret_hash offset :most)
                        """)
                .bind("who", who.value())
                .bind("most", SessionLife.MOST)
                .then();
    }

    private Mono<Void> forgetOver() {
        return database.sql("delete from member_session where expires_at <= :now")
                .bind("now", clock.instant())
                .then();
    }
}
