package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.kernel.InterpreterId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Nobody else changes a member until the current transaction is over. A call is locked before her, never after. */
@Repository
class MemberLock {

    private final DatabaseClient database;

    MemberLock(DatabaseClient database) {
        this.database = database;
    }

    /** Empty if there is no such member, or she has left. */
    Mono<InterpreterId> take(InterpreterId who) {
        return database.sql("select id from interpreter where id = :who and status <> 'left' for no key update")
                .bind("who", who.value())
                .map(row -> who)
                .one();
    }
}
