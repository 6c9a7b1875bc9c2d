package de.dolmetscherhotline.care;

import static de.dolmetscherhotline.platform.SqlValues.nullable;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.LineId;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who was reminded of what. Noted in the transaction that orders the text, so that it is sent once and never twice. */
@Repository
class Reminders {

    /** Longer than anything is announced ahead. */
    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final DatabaseClient database;
    private final Clock clock;

    Reminders(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Notes that an interpreter is reminded; false if she was already. */
    Mono<Boolean> note(InterpreterId who, String occasion) {
        return note(who.value(), null, null, occasion);
    }

    /** Notes that the coordinator of a line is told; false if that was so already. */
    Mono<Boolean> note(LineId line, String occasion) {
        return note(null, line.value(), null, occasion);
    }

    /** The same about an interpreter. */
    Mono<Boolean> note(LineId line, InterpreterId about, String occasion) {
        return note(null, line.value(), about.value(), occasion);
    }

    private Mono<Boolean> note(@Nullable UUID interpreter, @Nullable UUID line, @Nullable UUID about, String occasion) {
        return database.sql("""
                        insert into reminder (interpreter_id, line_id, about, occasion, reminded_at)
                        values (:interpreter, :line, :about, :occasion, :now)
                        on conflict do nothing""")
                .bind("interpreter", nullable(interpreter, UUID.class))
                .bind("line", nullable(line, UUID.class))
                .bind("about", nullable(about, UUID.class))
                .bind("occasion", occasion)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** What lies so far back that it cannot come up again. */
    Mono<Void> forgetOld() {
        return database.sql("delete from reminder where reminded_at < :before")
                .bind("before", clock.instant().minus(REMEMBERED))
                .then();
    }

    /** Numbers that can be reached again: when one fails anew, that is news. */
    Mono<Void> forgetNumbersThatWork(String occasion) {
        return database.sql("""
                        delete from reminder r using interpreter i
                        where r.about = i.id and r.occasion = :occasion and i.number_failed_at is null""").bind("occasion", occasion).then();
    }
}
