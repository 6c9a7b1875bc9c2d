package de.dolmetscherhotline.text;

import static de.dolmetscherhotline.platform.SqlValues.constant;
import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.privacy.Field;
import de.dolmetscherhotline.privacy.Vault;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The rows of texts we send: to whom, what, and how far each has come. */
@Repository
class TextLog {

    private static final String LANGUAGE = "language";

    private final DatabaseClient database;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;

    TextLog(DatabaseClient database, Vault vault, JsonMapper json, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /** Whom a text is for. */
    sealed interface Recipient {
        UUID id();

        TextLimits limits();

        record ToInterpreter(UUID id) implements Recipient {
            @Override
            public TextLimits limits() {
                return TextLimits.FOR_INTERPRETERS;
            }
        }

        /**
         * The coordinator of a line.
         *
         * @param id the line
         */
        record ToCoordinator(UUID id) implements Recipient {
            @Override
            public TextLimits limits() {
                return TextLimits.FOR_COORDINATORS;
            }
        }

        /** Somebody who is in no pool. */
        record ToStranger(UUID id) implements Recipient {
            @Override
            public TextLimits limits() {
                return TextLimits.FOR_INTERPRETERS;
            }
        }
    }

    /** The columns that name a recipient, all but one null. */
    private static @Nullable UUID ifIs(Class<? extends Recipient> kind, Recipient recipient) {
        return kind.isInstance(recipient) ? recipient.id() : null;
    }

    /**
     * A text and what is needed to send it.
     *
     * @param from null if the district has no line
     * @param to null if the line has no coordinator
     */
    record Outgoing(
            TextId id,
            Recipient recipient,
            DistrictId district,
            @Nullable PhoneNumber from,
            @Nullable PhoneNumber to,
            String key,
            List<Object> arguments,
            Language language,
            TextState state,
            Instant expiresAt) {

        public Outgoing {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Adds a text.
     *
     * @param language null = that of the interpreter
     */
    Mono<Void> add(
            TextId id,
            Recipient recipient,
            String key,
            List<Object> arguments,
            @Nullable Language language,
            Instant expires) {
        return database.sql("""
                        insert into text_message (id, interpreter_id, line_id, stranger_id, key, arguments, language,
                                                  created_at, expires_at)
                        values (:id, :interpreter, :line, :stranger, :key, :arguments,
                                coalesce(:language, (select text_language from interpreter where id = :interpreter)),
                                :now, :expires)""")
                .bind("id", id.value())
                .bind("interpreter", nullable(ifIs(Recipient.ToInterpreter.class, recipient), UUID.class))
                .bind("line", nullable(ifIs(Recipient.ToCoordinator.class, recipient), UUID.class))
                .bind("stranger", nullable(ifIs(Recipient.ToStranger.class, recipient), UUID.class))
                .bind("key", key)
                .bind(
                        "arguments",
                        Json.of(json.writeValueAsBytes(
                                arguments.stream().map(TextLog::written).toList())))
                .bind("language", nullable(language == null ? null : language.tag(), String.class))
                .bind("now", clock.instant())
                .bind("expires", expires)
                .then();
    }

    Mono<Outgoing> find(TextId id) {
        return database.sql("""
                        select t.*, w.district_id, w.sender, w.number, w.field, w.number_cipher
                        from text_message t
                        cross join lateral (
                            select n.district_id, null::text as number, n.field, n.number_cipher,
                                   (select l.number from line l where l.district_id = n.district_id
                                    order by l.created_at, l.id limit 1) as sender
                            from texted_number n where n.interpreter_id = t.interpreter_id
                            union all
                            select s.district_id, null, 'stranger', s.number_cipher,
                                   (select l.number from line l where l.district_id = s.district_id
                                    order by l.created_at, l.id limit 1)
                            from text_stranger s where s.id = t.stranger_id
                            union all
                            select l.district_id, l.coordinator_number, null, null, l.number
                            from line l where l.id = t.line_id) w
                        where t.id = :id""").bind("id", id.value()).map(this::outgoing).one();
    }

    private Outgoing outgoing(Readable row) {
        return new Outgoing(
                new TextId(row.get("id", UUID.class)),
                recipient(row),
                new DistrictId(row.get("district_id", UUID.class)),
                number(row, "sender"),
                recipientsNumber(row),
                row.get("key", String.class),
                arguments(row.get("arguments", Json.class)),
                new Language(row.get("language", String.class)),
                constant(TextState.class, row.get("state", String.class)),
                row.get("expires_at", Instant.class));
    }

    /** Languages are named only when it is known in which. */
    private static Object written(Object argument) {
        return argument instanceof Language language ? Map.of(LANGUAGE, language.tag()) : argument;
    }

    private List<Object> arguments(Json written) {
        return Stream.of(json.readValue(written.asArray(), Object[].class))
                .map(TextLog::read)
                .toList();
    }

    private static Object read(Object argument) {
        return argument instanceof Map<?, ?> language ? new Language(String.valueOf(language.get(LANGUAGE))) : argument;
    }

    private @Nullable PhoneNumber recipientsNumber(Readable row) {
        @Nullable String cipher = row.get("number_cipher", String.class);
        if (cipher == null) {
            return number(row, "number");
        }
        var field = constant(Field.class, row.get("field", String.class));
        var owner = field == Field.STRANGER ? "district_id" : "interpreter_id";
        return vault.number(field, row.get(owner, UUID.class), cipher);
    }

    private static Recipient recipient(Readable row) {
        @Nullable UUID interpreter = row.get("interpreter_id", UUID.class);
        if (interpreter != null) {
            return new Recipient.ToInterpreter(interpreter);
        }
        @Nullable UUID stranger = row.get("stranger_id", UUID.class);
        return stranger == null
                ? new Recipient.ToCoordinator(row.get("line_id", UUID.class))
                : new Recipient.ToStranger(stranger);
    }

    private static @Nullable PhoneNumber number(Readable row, String column) {
        @Nullable String number = row.get(column, String.class);
        return number == null ? null : new PhoneNumber(number);
    }

    /** Nobody else decides about texts to this recipient until the transaction is over. */
    Mono<Void> lock(Recipient recipient) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(:recipient, 3))")
                .bind("recipient", recipient.id().toString())
                .then();
    }

    /** When texts were given to the network for this recipient, within the time that limits look back. */
    Mono<List<Instant>> sentLately(Recipient recipient) {
        return database.sql("""
                        select sent_at from text_message
                        where (interpreter_id = :recipient or line_id = :recipient or stranger_id = :recipient) and sent_at > :since
                          and state not in ('due', 'withheld', 'refused')""")
                .bind("recipient", recipient.id())
                .bind("since", clock.instant().minus(TextLimits.LOOKS_BACK))
                .mapValue(Instant.class)
                .all()
                .collectList();
    }

    /** Claims the right to send: true for exactly one attempt. What comes after it must not be repeated. */
    Mono<Boolean> beginSending(TextId id) {
        return database.sql(
                        "update text_message set state = 'sending', sent_at = :now where id = :id and state = 'due'")
                .bind("now", clock.instant())
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** The network certainly did not take it, so that it may be ordered again. */
    Mono<Void> sendAgain(TextId id) {
        return database.sql(
                        "update text_message set state = 'due', sent_at = null where id = :id and state = 'sending'")
                .bind("id", id.value())
                .then();
    }

    /** The network named the text. True if it is this text's only name. */
    Mono<Boolean> noteSid(TextId id, String sid) {
        return database.sql("update text_message set sid = :sid where id = :id and coalesce(sid, :sid) = :sid")
                .bind("sid", sid)
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /**
     * Moves a text on; never back.
     *
     * @param errorCode the network's, 0 if there is none
     * @return whether this was news
     */
    Mono<Boolean> advance(TextId id, TextState state, int errorCode) {
        return database.sql("""
                        update text_message
                        set state = :state, error_code = nullif(:code, 0),
                            arguments = case when stranger_id is null then arguments else '[]' end,
                            delivered_at = case when :state = 'delivered' then :now end
                        where id = :id and state = any(:earlier)""")
                .bind("state", word(state))
                .bind("code", errorCode)
                .bind("now", clock.instant())
                .bind("id", id.value())
                .bind("earlier", state.replaceable())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }
}
