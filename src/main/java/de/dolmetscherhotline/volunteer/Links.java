package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.platform.PublicUrl;
import de.dolmetscherhotline.platform.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * The links to the volunteers' own pages. Each member of a pool has at most one that works; whoever holds it acts as her,
 * so it is sent to her number on record and nowhere else.
 */
@Repository
public class Links {

    /** How long it is remembered that there was a link, once it is over. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final DatabaseClient database;
    private final MemberLock lock;
    private final TransactionalOperator transaction;
    private final PublicUrl publicUrl;
    private final LinkSettings settings;
    private final Clock clock;

    Links(
            DatabaseClient database,
            MemberLock lock,
            TransactionalOperator transaction,
            PublicUrl publicUrl,
            LinkSettings settings,
            Clock clock) {
        this.database = database;
        this.lock = lock;
        this.transaction = transaction;
        this.publicUrl = publicUrl;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A new link for a member of a pool, in the current transaction or in one of its own; locks her row. All earlier links
     * end with it, and the visits that were opened with them.
     *
     * @return about 45 characters beyond the public address; a secret, to be neither logged nor stored, of which we keep
     *     only a hash: whoever needs a link again makes a new one. Empty if there is no such member, or she has left
     */
    public Mono<URI> newLink(InterpreterId who) {
        return Mono.defer(() -> {
                    var token = Secret.random();
                    return lock.take(who)
                            .flatMap(locked -> forgetOld(who)
                                    .then(revokeCurrent(who))
                                    .then(add(token, who))
                                    .thenReturn(publicUrl.of(LinkPage.PATH + "/" + token.text())));
                })
                .as(transaction::transactional);
    }

    /** Until when the link of a member works; empty if she has none. */
    public Mono<Instant> end(InterpreterId who) {
        return database.sql("""
                        select expires_at from volunteer_link
                        where interpreter_id = :who and revoked_at is null and expires_at > :now""")
                .bind("who", who.value())
                .bind("now", clock.instant())
                .mapValue(Instant.class)
                .one();
    }

    /**
     * Ends the link of a member, and all visits opened with it.
     *
     * @return false if there is no such member; true also if she had no link
     */
    public Mono<Boolean> revoke(InterpreterId who) {
        return database.sql("""
                        with revoked as (
                            update volunteer_link set revoked_at = :now
                            where interpreter_id = :who and revoked_at is null)
                        select exists (select from interpreter where id = :who)""")
                .bind("now", clock.instant())
                .bind("who", who.value())
                .mapValue(Boolean.class)
                .one();
    }

    private Mono<Void> revokeCurrent(InterpreterId who) {
        return database.sql(
                        "update volunteer_link set revoked_at = :now where interpreter_id = :who and revoked_at is null")
                .bind("now", clock.instant())
                .bind("who", who.value())
                .then();
    }

    private Mono<Void> forgetOld(InterpreterId who) {
        return database.sql("delete from volunteer_link where interpreter_id = :who and expires_at < :since")
                .bind("who", who.value())
                .bind("since", clock.instant().minus(REMEMBERED))
                .then();
    }

    private Mono<Void> add(Secret token, InterpreterId who) {
        return database.sql("""
                        insert into volunteer_link (token_hash, interpreter_id, created_at, expires_at)
                        values (:hash, :who, :now, :end)""")
                .bind("hash", token.hash())
                .bind("who", who.value())
                .bind("now", clock.instant())
                .bind("end", clock.instant().plus(settings.linkLife()))
                .then();
    }
}
