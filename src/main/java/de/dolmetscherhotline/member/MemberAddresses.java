package de.dolmetscherhotline.member;

import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.kernel.MemberId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where members get mail about what they do in the portal. */
@Repository
public class MemberAddresses {

    private final DatabaseClient database;

    MemberAddresses(DatabaseClient database) {
        this.database = database;
    }

    /** Empty if she may not sign in: then she need not know either. */
    public Mono<MailAddress> of(MemberId who) {
        return database.sql("""
                        select m.mail from member m join organisation o on o.id = m.organisation_id
                        where m.id = :who and m.disabled_at is null and not o.blocked
                        """)
                .bind("who", who.value())
                .mapValue(String.class)
                .one()
                .flatMap(mail -> Mono.justOrEmpty(MailAddress.parse(mail)));
    }
}
