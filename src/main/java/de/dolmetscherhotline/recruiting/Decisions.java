package de.dolmetscherhotline.recruiting;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.platform.ExpectedVersion;
import de.dolmetscherhotline.pool.Change;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.pool.Interpreters;
import de.dolmetscherhotline.pool.Status;
import de.dolmetscherhotline.text.Texts;
import de.dolmetscherhotline.work.WorkQueue;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the coordinator decides about applications whose number is confirmed. */
@Component
public class Decisions {

    private static final String WANTED = """
             where confirmed_at is not null and (:district::uuid is null or district_id = :district)
              and (:state::text is null or coalesce(decision, 'open') = :state)
            """;

    private final DatabaseClient database;
    private final Interpreters interpreters;
    private final Texts texts;
    private final WorkQueue work;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Decisions(
            DatabaseClient database,
            Interpreters interpreters,
            Texts texts,
            WorkQueue work,
            TransactionalOperator transaction,
            Clock clock) {
        this.database = database;
        this.interpreters = interpreters;
        this.texts = texts;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    public enum State {
        /** Waits for a decision. */
        OPEN,
        ACCEPTED,
        REFUSED
    }

    /**
     * An application to be decided about.
     *
     * @param reason why it was refused; null if it was not
     * @param decidedBy name of whoever decided; null if it was somebody with the key of the installation, or is not known
     */
    public record Confirmed(
            UUID id,
            InterpreterId interpreter,
            @Nullable String message,
            Instant consentedAt,
            Instant confirmedAt,
            State state,
            @Nullable String reason,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy) {}

    public Mono<Confirmed> byId(UUID id) {
        return database.sql("select * from application where id = :id and confirmed_at is not null")
                .bind("id", id)
                .map(Decisions::confirmed)
                .one();
    }

    /** Those that wait longest come first; of one district and in one state, or of all where it is null. */
    public Flux<Confirmed> page(@Nullable UUID district, @Nullable State state, int limit, long offset) {
        return filtered(
                        "select * from application" + WANTED + " order by confirmed_at, id limit :limit offset :offset",
                        district,
                        state)
                .bind("limit", limit)
                .bind("offset", offset)
                .map(Decisions::confirmed)
                .all();
    }

    public Mono<Long> count(@Nullable UUID district, @Nullable State state) {
        return filtered("select count(*) from application" + WANTED, district, state)
                .mapValue(Long.class)
                .one();
    }

    private DatabaseClient.GenericExecuteSpec filtered(String sql, @Nullable UUID district, @Nullable State state) {
        return database.sql(sql)
                .bind("district", nullable(district, UUID.class))
                .bind("state", nullable(state == null ? null : word(state), String.class));
    }

    private static Confirmed confirmed(Readable row) {
        String decision = row.get("decision", String.class);
        return new Confirmed(
                row.get("id", UUID.class),
                new InterpreterId(row.get("interpreter_id", UUID.class)),
                row.get("message", String.class),
                row.get("consented_at", Instant.class),
                row.get("confirmed_at", Instant.class),
                decision == null ? State.OPEN : constant(State.class, decision),
                row.get("reason", String.class),
                row.get("decided_at", Instant.class),
                row.get("decided_by", String.class));
    }

    /** What came of a decision. */
    public enum Result {
        /** It holds, and her status is accordingly. */
        DONE,
        /** It holds, but a coordinator has given her another status meanwhile, and that stays. */
        NOTED,
        /** It was decided otherwise before, or there is no such application. */
        TOO_LATE
    }

    /**
     * Whether a decision changes the status: only where it is still the one that the application has given her. What a
     * coordinator has made of her since then stays.
     *
     * @param now of the application
     */
    public static boolean changesStatus(State now, Status status) {
        return status == Status.APPLIED || status == following(now);
    }

    private static Status following(State state) {
        return switch (state) {
            case OPEN -> Status.APPLIED;
            case ACCEPTED -> Status.IN_TRAINING;
            case REFUSED -> Status.LEFT;
        };
    }

    /**
     * She is in training from now on, and is told so, once; also after a refusal.
     *
     * @param by name of whoever decides; null if it is somebody with the key of the installation
     */
    public Mono<Result> accept(UUID id, @Nullable String by) {
        return accept(locked(id), by);
    }

    /**
     * The same for somebody who has seen it in a state: what another has decided meanwhile stands.
     *
     * @param seen if it was accepted meanwhile, nothing is left to do
     */
    public Mono<Result> acceptIf(State seen, UUID id, String by) {
        return accept(
                locked(id).filter(application -> application.state() == seen || application.state() == State.ACCEPTED),
                by);
    }

    private Mono<Result> accept(Mono<Confirmed> locked, @Nullable String by) {
        return locked.flatMap(application ->
                        application.state() == State.ACCEPTED ? asItIs(application) : take(application, by))
                .defaultIfEmpty(Result.TOO_LATE)
                .as(transaction::transactional)
                .doOnNext(done -> work.nudge());
    }

    private Mono<Result> asItIs(Confirmed application) {
        return interpreters
                .byId(application.interpreter())
                .map(interpreter ->
                        interpreter.profile().status() == following(application.state()) ? Result.DONE : Result.NOTED);
    }

    private Mono<Result> take(Confirmed application, @Nullable String by) {
        return decide(application, State.ACCEPTED, null, by)
                .delayUntil(result -> result == Result.DONE
                        ? texts.toInterpreter(application.interpreter(), "application.accepted")
                        : Mono.empty());
    }

    /** She will not be in the pool, and is deleted after some time; also after an acceptance. She is not told by us. */
    public Mono<Result> refuse(UUID id, String reason) {
        return refuse(locked(id), reason, null);
    }

    /** The same for somebody who has seen it open: what another has decided meanwhile stands. */
    public Mono<Result> refuseIfOpen(UUID id, String reason, String by) {
        return refuse(locked(id).filter(application -> application.state() == State.OPEN), reason, by);
    }

    private Mono<Result> refuse(Mono<Confirmed> locked, String reason, @Nullable String by) {
        return locked.flatMap(application -> decide(application, State.REFUSED, reason, by))
                .defaultIfEmpty(Result.TOO_LATE)
                .as(transaction::transactional);
    }

    /**
     * As it stands when nobody else decides about it until the transaction is over. The interpreter is locked, and before the
     * application, as everywhere.
     */
    private Mono<Confirmed> locked(UUID id) {
        return lockInterpreter(id).then(Mono.defer(() -> byId(id)));
    }

    private Mono<Void> lockInterpreter(UUID application) {
        return database.sql("""
                        select from interpreter
                        where id = (select interpreter_id from application where id = :application) for update""").bind("application", application).then();
    }

    private Mono<Result> decide(Confirmed application, State state, @Nullable String reason, @Nullable String by) {
        return interpreters
                .byId(application.interpreter())
                .flatMap(interpreter ->
                        changesStatus(application.state(), interpreter.profile().status())
                                ? setStatus(interpreter, following(state)).thenReturn(Result.DONE)
                                : Mono.just(Result.NOTED))
                .delayUntil(result -> note(application.id(), state, reason, by));
    }

    private Mono<Change> setStatus(Interpreter interpreter, Status status) {
        var today = LocalDate.now(clock.withZone(interpreter.timeZone()));
        return interpreters.replace(interpreter.id(), interpreter.profile().with(status), today, ExpectedVersion.any());
    }

    private Mono<Void> note(UUID id, State state, @Nullable String reason, @Nullable String by) {
        return database.sql("""
                        update application set decision = :decision, reason = :reason, decided_at = :now, decided_by = :by
                        where id = :id""")
                .bind("decision", word(state))
                .bind("reason", nullable(reason, String.class))
                .bind("now", clock.instant())
                .bind("by", nullable(by, String.class))
                .bind("id", id)
                .then();
    }
}
