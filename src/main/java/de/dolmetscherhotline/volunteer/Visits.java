package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.platform.Secret;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * The browsers in which links were opened. Each gets a secret of its own, so that the link is neither in the browser's
 * address nor in its cookies. A link may be opened several times: a messenger that shows a preview has opened it before her.
 */
@Repository
class Visits {

    /** As many browsers may be open with one link; one more closes the oldest. */
    static final int MOST = 20;

    private final DatabaseClient database;
    private final LinkSettings settings;
    private final Clock clock;

    Visits(DatabaseClient database, LinkSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** Opens a link: the secret of the new visit; empty if there is no such link, or it does not work any more. */
    Mono<Secret> open(Secret link) {
        var visit = Secret.random();
        return opened(link, visit)
                .filter(Boolean::booleanValue)
                .flatMap(open -> closeOldest(link).thenReturn(visit));
    }

    /** Whose visit it is; empty if it is over. */
    Mono<Visitor> visitor(Secret visit) {
        return database.sql("""
                        select i.id, i.name, d.time_zone, i.paused_at is not null as paused
                        from volunteer_visit v
                        join volunteer_link l on l.token_hash = v.link_hash
                        join interpreter i on i.id = l.interpreter_id
                        join district d on d.id = i.district_id
                        where v.secret_hash = :visit and v.expires_at > :now
                          and l.revoked_at is null and i.status <> 'left'""")
                .bind("visit", visit.hash())
                .bind("now", clock.instant())
                .map(row -> new Visitor(
                        new InterpreterId(row.get("id", UUID.class)),
                        row.get("name", String.class),
                        ZoneId.of(row.get("time_zone", String.class)),
                        Boolean.TRUE.equals(row.get("paused", Boolean.class))))
                .one();
    }

    private Mono<Boolean> opened(Secret link, Secret visit) {
        var now = clock.instant();
        return database.sql("""
                        with opened as (
                            update volunteer_link l set used_at = coalesce(l.used_at, :now)
                            from interpreter i
                            where l.token_hash = :link and l.revoked_at is null and l.expires_at > :now
                              and i.id = l.interpreter_id and i.status <> 'left'
                            returning l.token_hash, least(l.expires_at, :end) as ends)
                        insert into volunteer_visit (secret_hash, link_hash, opened_at, expires_at)
                        select :visit, token_hash, :now, ends from opened""")
                .bind("link", link.hash())
                .bind("visit", visit.hash())
                .bind("now", now)
                .bind("end", now.plus(settings.visitLife()))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private Mono<Void> closeOldest(Secret link) {
        return database.sql("""
                        delete from volunteer_visit where secret_hash in (
                            select secret_hash from volunteer_visit where link_hash = :link
                            order by opened_at desc, secret_hash offset :most)""").bind("link", link.hash()).bind("most", MOST).then();
    }
}
