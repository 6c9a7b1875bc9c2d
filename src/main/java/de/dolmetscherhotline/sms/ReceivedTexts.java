package de.dolmetscherhotline.sms;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.LineId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The texts that were acted on, with what was answered. */
@Repository
class ReceivedTexts {

    private static final Duration LATELY = Duration.ofHours(1);

    private final DatabaseClient database;
    private final Clock clock;

    ReceivedTexts(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** True for exactly one delivery of a text; another one waits until that is decided. */
    Mono<Boolean> isNew(String sid, InterpreterId sender, LineId line, TextCommand command) {
        return database.sql("""
                        insert into text_received (sid, interpreter_id, line_id, command, received_at)
                        values (:sid, :sender, :line, :command, :now) on conflict (sid) do nothing""")
                .bind("sid", sid)
                .bind("sender", sender.value())
                .bind("line", line.value())
                .bind("command", command.word())
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** What the first delivery was answered. */
    Mono<Reply> reply(String sid) {
        return database.sql("select reply from text_received where sid = :sid")
                .bind("sid", sid)
                .map(row -> Optional.ofNullable(row.get("reply", String.class)))
                .one()
                .map(said -> said.<Reply>map(Reply.Say::new).orElseGet(Reply.Silence::new));
    }

    /** How many answers this sender got within the last hour. */
    Mono<Long> repliesLately(InterpreterId sender) {
        return database.sql("""
                        select count(*) from text_received
                        where interpreter_id = :sender and reply is not null and received_at > :since""")
                .bind("sender", sender.value())
                .bind("since", clock.instant().minus(LATELY))
                .mapValue(Long.class)
                .one();
    }

    Mono<Void> noteReply(String sid, String reply) {
        return database.sql("update text_received set reply = :reply where sid = :sid")
                .bind("reply", reply)
                .bind("sid", sid)
                .then();
    }
}
