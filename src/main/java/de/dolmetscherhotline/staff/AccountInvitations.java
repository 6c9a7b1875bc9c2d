package de.dolmetscherhotline.staff;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.StaffId;
import de.dolmetscherhotline.signin.Guest;
import de.dolmetscherhotline.signin.InvitationCode;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The codes with which staff set a password. Each account has at most one that works, the newest. */
@Repository
class AccountInvitations {

    private final DatabaseClient database;
    private final StaffSettings settings;
    private final Clock clock;

    AccountInvitations(DatabaseClient database, StaffSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** A new code in the place of the one before; empty if there is no such account, or it is locked. */
    Mono<InvitationCode> make(DistrictId district, StaffId who) {
        var code = InvitationCode.random();
        return forgetOver()
                .then(put(district, who, code))
                .filter(rows -> rows > 0)
                .map(rows -> code);
    }

    /** Changes nothing, however often it is asked; empty if the code does not work. */
    Mono<Guest> guest(InvitationCode code) {
        return database.sql("""
                        select s.name, s.mail, d.name as district_name
                        from staff_invitation i join staff s on s.id = i.staff_id join district d on d.id = s.district_id
                        where i.code_hash = :code and i.expires_at > :now and s.locked_at is null
                        """)
                .bind("code", code.hash())
                .bind("now", clock.instant())
                .map(row -> new Guest(
                        row.get("name", String.class),
                        row.get("mail", String.class),
                        row.get("district_name", String.class)))
                .one();
    }

    /** Uses the code up and sets the password; whose it was, or empty if the code does not work. */
    Mono<StaffId> use(InvitationCode code, String passwordHash) {
        return database.sql("""
                        with used as (
                            delete from staff_invitation i using staff s
                            where i.code_hash = :code and i.expires_at > :now
                              and s.id = i.staff_id and s.locked_at is null
                            returning i.staff_id)
                        update staff set password_hash = :hash from used where id = used.staff_id
                        returning id
                        """)
                .bind("code", code.hash())
                .bind("hash", passwordHash)
                .bind("now", clock.instant())
                .map(row -> new StaffId(row.get("id", UUID.class)))
                .one();
    }

    private Mono<Long> put(DistrictId district, StaffId who, InvitationCode code) {
        Instant now = clock.instant();
        return database.sql("""
                        insert into staff_invitation (staff_id, code_hash, created_at, expires_at)
                        select id, :code, :now, :end from staff
                        where id = :who and district_id = :district and locked_at is null
                        on conflict (staff_id) do update
                        set code_hash = excluded.code_hash, created_at = excluded.created_at, expires_at = excluded.expires_at
                        """)
                .bind("code", code.hash())
                .bind("who", who.value())
                .bind("district", district.value())
                .bind("now", now)
                .bind("end", now.plus(settings.invitationLife()))
                .fetch()
                .rowsUpdated();
    }

    private Mono<Void> forgetOver() {
        return database.sql("delete from staff_invitation where expires_at <= :now")
                .bind("now", clock.instant())
                .then();
    }
}
