package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.kernel.StaffId;
import de.dolmetscherhotline.oidc.Identity;
import java.time.Clock;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * As whom identity providers know staff. A mail address leads to an account once, the first time; from then on only the subject
 * does, as the provider may give the address to somebody else.
 */
@Repository
class StaffIdentities {

    private final DatabaseClient database;
    private final Clock clock;

    StaffIdentities(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whose account is linked with this identity; empty if it is nobody's, or she is locked. */
    Mono<StaffId> known(Identity identity) {
        return database.sql("""
                        select s.id
                        from staff_identity k join staff s on s.id = k.staff_id
                        where k.issuer = :issuer and k.subject = :subject and s.locked_at is null
                        """)
                .bind("issuer", identity.issuer())
                .bind("subject", identity.subject())
                .mapValue(UUID.class)
                .one()
                .map(StaffId::new);
    }

    /**
     * Links the identity with the account of its mail address; empty if it has none that is verified, that address is nobody's,
     * she is locked, or one of both is linked already. The code of an invitation is used up by that.
     */
    Mono<StaffId> link(Identity identity) {
        return Mono.justOrEmpty(identity.verifiedMail()).flatMap(mail -> link(identity, mail));
    }

    private Mono<StaffId> link(Identity identity, MailAddress mail) {
        return database.sql("""
                        with linked as (
                            insert into staff_identity (issuer, subject, staff_id, linked_at)
                            select :issuer, :subject, id, :now from staff where mail = :mail and locked_at is null
                            on conflict do nothing
                            returning staff_id),
                        used as (
                            delete from staff_invitation where staff_id in (select staff_id from linked))
                        select staff_id from linked
                        """)
                .bind("issuer", identity.issuer())
                .bind("subject", identity.subject())
                .bind("mail", mail.address())
                .bind("now", clock.instant())
                .mapValue(UUID.class)
                .one()
                .map(StaffId::new);
    }

    /**
     * Forgets as whom somebody is known, and ends every session, at once; she is linked anew when she comes the next time. False
     * if there was nothing.
     */
    Mono<Boolean> unlink(DistrictId district, StaffId who) {
        return database.sql("""
                        with unlinked as (
                            delete from staff_identity k using staff s
                            where k.staff_id = :who and s.id = k.staff_id and s.district_id = :district
                            returning k.staff_id),
                        ended as (
                            delete from staff_session where staff_id in (select staff_id from unlinked))
                        select exists (select from unlinked)
                        """)
                .bind("who", who.value())
                .bind("district", district.value())
                .mapValue(Boolean.class)
                .one();
    }
}
