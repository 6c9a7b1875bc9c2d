package de.dolmetscherhotline.text;

import static de.dolmetscherhotline.platform.SqlValues.constant;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.StaffId;
import de.dolmetscherhotline.work.WorkQueue;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Texts of a coordinator to many members of the pool. Each goes the way of every other text, within the same limits. */
@Repository
public class BulkTexts {

    /** The words: what the coordinator wrote, and nothing else. */
    private static final String KEY = "bulk";

    /** After every text that somebody waits for. */
    private static final int LAST = -20;

    private static final Duration WORTH_SENDING = Duration.ofHours(24);

    private static final String COLUMNS = """
            select b.*, (select s.name from staff s where s.id = b.staff_id) as author,
                   count(t.id) as texts,
                   count(t.id) filter (where t.state = 'delivered') as delivered,
                   count(t.id) filter (where t.state in ('withheld', 'refused', 'undelivered', 'failed')) as failed
            from bulk_text b left join text_message t on t.bulk_id = b.id
            where b.district_id = :district
            """;

    private final DatabaseClient database;
    private final WorkQueue work;
    private final JsonMapper json;
    private final TransactionalOperator transaction;
    private final Clock clock;

    BulkTexts(
            DatabaseClient database, WorkQueue work, JsonMapper json, TransactionalOperator transaction, Clock clock) {
        this.database = database;
        this.work = work;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Somebody who is to get it.
     *
     * @param notBefore when her quiet hours are over
     */
    public record Addressee(InterpreterId id, Instant notBefore) {}

    /**
     * Orders a text to all of them; they are sent once this is committed.
     *
     * @param id chosen by whoever writes: sent twice, it is one text to each
     * @return false if it was ordered before; then nobody gets another one
     */
    public Mono<Boolean> order(UUID id, DistrictId district, StaffId by, String body, List<Addressee> to) {
        return add(id, district, by, body)
                .flatMap(added -> added
                        ? Flux.fromIterable(to)
                                .concatMap(one -> order(id, body, one))
                                .then(Mono.just(true))
                        : Mono.just(false))
                .as(transaction::transactional);
    }

    private Mono<Boolean> add(UUID id, DistrictId district, StaffId by, String body) {
        return database.sql("""
                        insert into bulk_text (id, district_id, staff_id, body, ordered_at)
                        values (:id, :district, :by, :body, :now) on conflict do nothing
                        """)
                .bind("id", id)
                .bind("district", district.value())
                .bind("by", by.value())
                .bind("body", body)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private Mono<Void> order(UUID bulk, String body, Addressee one) {
        var id = TextId.random();
        var now = clock.instant();
        return database.sql("""
                        insert into text_message (id, interpreter_id, key, arguments, language, created_at, expires_at,
                                                  bulk_id)
                        select :id, i.id, :key, :arguments, i.text_language, :now, :expires, :bulk
                        from interpreter i where i.id = :who
                        """)
                .bind("id", id.value())
                .bind("who", one.id().value())
                .bind("key", KEY)
                .bind("arguments", Json.of(json.writeValueAsBytes(List.of(body))))
                .bind("now", now)
                .bind("expires", now.plus(WORTH_SENDING))
                .bind("bulk", bulk)
                .then()
                .then(work.enqueue(
                        TextWork.KIND,
                        TextWork.payload(id),
                        LAST,
                        one.notBefore().isAfter(now) ? Duration.between(now, one.notBefore()) : Duration.ZERO));
    }

    /**
     * A text to many, and what came of it so far.
     *
     * @param author null if she is no longer among the staff
     * @param failed withheld, not taken, or not delivered
     */
    public record Bulk(
            UUID id, @Nullable String author, String body, Instant orderedAt, long texts, long delivered, long failed) {

        /** Without what was written. */
        @Override
        public String toString() {
            return "Bulk " + id;
        }
    }

    /** Newest first. */
    public Flux<Bulk> page(DistrictId district, int limit) {
        return database.sql(COLUMNS + "group by b.id order by b.ordered_at desc, b.id limit :limit")
                .bind("district", district.value())
                .bind("limit", limit)
                .map(BulkTexts::bulk)
                .all();
    }

    public Mono<Bulk> byId(DistrictId district, UUID id) {
        return database.sql(COLUMNS + "and b.id = :id group by b.id")
                .bind("district", district.value())
                .bind("id", id)
                .map(BulkTexts::bulk)
                .one();
    }

    /** What became of the text to one of them. */
    public record Result(
            InterpreterId who,
            String name,
            TextState state,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt) {

        /** Without the name. */
        @Override
        public String toString() {
            return "Result " + who + " " + state;
        }
    }

    /** By name; whoever was removed since is missing. */
    public Flux<Result> results(UUID id) {
        return database.sql("""
                        select t.*, i.name from text_message t join interpreter i on i.id = t.interpreter_id
                        where t.bulk_id = :id order by lower(i.name), i.id
                        """).bind("id", id).map(BulkTexts::result).all();
    }

    private static Bulk bulk(Readable row) {
        return new Bulk(
                row.get("id", UUID.class),
                row.get("author", String.class),
                row.get("body", String.class),
                row.get("ordered_at", Instant.class),
                row.get("texts", Long.class),
                row.get("delivered", Long.class),
                row.get("failed", Long.class));
    }

    private static Result result(Readable row) {
        return new Result(
                new InterpreterId(row.get("interpreter_id", UUID.class)),
                row.get("name", String.class),
                constant(TextState.class, row.get("state", String.class)),
                row.get("sent_at", Instant.class),
                row.get("delivered_at", Instant.class));
    }
}
