package de.dolmetscherhotline.member;

import de.dolmetscherhotline.kernel.MemberId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.signin.Guest;
import de.dolmetscherhotline.signin.InvitationCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The codes with which members set a password. Each member has at most one that works, the newest. */
@Repository
class MemberInvitations {

    private final DatabaseClient database;
    private final Clock clock;

    MemberInvitations(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A code that was just made.
     *
     * @param expiresAt from when on it does not work any more
     */
    record Fresh(InvitationCode code, Instant expiresAt) {}

    /** A new code in the place of the one before, for so long; empty if there is no such member, or she is disabled. */
    Mono<Fresh> make(OrganisationId organisation, MemberId who, Duration life) {
        var fresh = new Fresh(InvitationCode.random(), clock.instant().plus(life));
        return forgetOver()
                .then(put(organisation, who, fresh))
                .filter(rows -> rows > 0)
                .map(rows -> fresh);
    }

    /** Changes nothing, however often it is asked; empty if the code does not work. */
    Mono<Guest> guest(InvitationCode code) {
        return database.sql("""
                        select m.name, m.mail, o.name as organisation_name
                        from member_invitation i
                        join member m on m.id = i.member_id
                        join organisation o on o.id = m.organisation_id
                        where i.code_hash = :code and i.expires_at > :now and m.disabled_at is null and not o.blocked
                        """)
                .bind("code", code.hash())
                .bind("now", clock.instant())
                .map(row -> new Guest(
                        row.get("name", String.class),
                        row.get("mail", String.class),
                        row.get("organisation_name", String.class)))
                .one();
    }

    /** Uses the code up and sets the password; whose it was, or empty if the code does not work. */
    Mono<MemberId> use(InvitationCode code, String passwordHash) {
        return database.sql("""
                        with used as (
                            delete from member_invitation i using member m, organisation o
                            where i.code_hash = :code and i.expires_at > :now
                              and m.id = i.member_id and m.disabled_at is null
                              and o.id = m.organisation_id and not o.blocked
                            returning i.member_id)
                        update member set password_hash = :hash, last_sign_in_at = :now
                        from used where id = used.member_id
                        returning id
                        """)
                .bind("code", code.hash())
                .bind("hash", passwordHash)
                .bind("now", clock.instant())
                .map(row -> new MemberId(row.get("id", UUID.class)))
                .one();
    }

    private Mono<Long> put(OrganisationId organisation, MemberId who, Fresh fresh) {
        return database.sql("""
                        insert into member_invitation (member_id, code_hash, created_at, expires_at)
                        select id, :code, :now, :end from member
                        where id = :who and organisation_id = :organisation and disabled_at is null
                        on conflict (member_id) do update
                        set code_hash = excluded.code_hash, created_at = excluded.created_at, expires_at = excluded.expires_at
                        """)
                .bind("code", fresh.code().hash())
                .bind("who", who.value())
                .bind("organisation", organisation.value())
                .bind("now", clock.instant())
                .bind("end", fresh.expiresAt())
                .fetch()
                .rowsUpdated();
    }

    private Mono<Void> forgetOver() {
        return database.sql("delete from member_invitation where expires_at <= :now")
                .bind("now", clock.instant())
                .then();
    }
}
