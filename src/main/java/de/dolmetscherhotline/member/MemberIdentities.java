package de.dolmetscherhotline.member;

import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.kernel.MemberId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.oidc.Identity;
import java.time.Clock;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * As whom identity providers know members. A mail address leads to a member once, the first time; from then on only the subject
 * does, as the provider may give the address to somebody else.
 */
@Repository
class MemberIdentities {

    private final DatabaseClient database;
    private final Clock clock;

    MemberIdentities(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Which member may sign in by this identity; empty if none. Whoever comes for the first time is linked with it. */
    Mono<MemberId> member(Identity identity) {
        return known(identity)
                .switchIfEmpty(Mono.defer(
                        () -> Mono.justOrEmpty(identity.verifiedMail()).flatMap(mail -> link(identity, mail))));
    }

    private Mono<MemberId> known(Identity identity) {
        return database.sql("""
                        select m.id
                        from member_identity k
                        join member m on m.id = k.member_id
                        join organisation o on o.id = m.organisation_id
                        where k.issuer = :issuer and k.subject = :subject and m.disabled_at is null and not o.blocked
                        """)
                .bind("issuer", identity.issuer())
                .bind("subject", identity.subject())
                .mapValue(UUID.class)
                .one()
                .map(MemberId::new);
    }

    /** Nobody who is linked already, as whoever it is. The code of an invitation is used up by that. */
    private Mono<MemberId> link(Identity identity, MailAddress mail) {
        return database.sql("""
                        with linked as (
                            insert into member_identity (issuer, subject, member_id, linked_at)
                            select :issuer, :subject, m.id, :now
                            from member m join organisation o on o.id = m.organisation_id
                            where m.mail = :mail and m.disabled_at is null and not o.blocked
                            on conflict do nothing
                            returning member_id),
                        used as (
                            delete from member_invitation where member_id in (select member_id from linked))
                        select member_id from linked
                        """)
                .bind("issuer", identity.issuer())
                .bind("subject", identity.subject())
                .bind("mail", mail.address())
                .bind("now", clock.instant())
                .mapValue(UUID.class)
                .one()
                .map(MemberId::new);
    }

    /** Forgets as whom a member is known; she is linked anew when she comes the next time. False if there was nothing. */
    Mono<Boolean> forget(OrganisationId organisation, MemberId who) {
        return database.sql("""
                        delete from member_identity k using member m
                        where k.member_id = :who and m.id = k.member_id and m.organisation_id = :organisation
                        """)
                .bind("who", who.value())
                .bind("organisation", organisation.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }
}
