package de.dolmetscherhotline.mail;

import de.dolmetscherhotline.privacy.Field;
import de.dolmetscherhotline.privacy.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Letters that are still to be sent. They are sealed: a link in them opens somebody's access, and whose address it is concerns
 * nobody.
 */
@Repository
class LetterBox {

    private final DatabaseClient database;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;

    LetterBox(DatabaseClient database, Vault vault, JsonMapper json, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A letter as it lies there.
     *
     * @param cipher to be {@link #opened}
     * @param worthUntil from when on it is not sent any more
     */
    record Waiting(UUID id, String cipher, Instant orderedAt, Instant worthUntil) {}

    Mono<Void> add(UUID id, Letter letter, Duration worth) {
        var sealed = vault.seal(Field.LETTER, id, json.writeValueAsString(letter));
        var now = clock.instant();
        return database.sql("""
                        insert into letter (id, content_cipher, content_index, ordered_at, worth_until)
                        values (:id, :cipher, index_in_force(:indexes), :now, :until)
                        """)
                .bind("id", id)
                .bind("cipher", sealed.cipher())
                .bind("indexes", sealed.candidates())
                .bind("now", now)
                .bind("until", now.plus(worth))
                .then();
    }

    /** Empty once it was sent or given up. */
    Mono<Waiting> find(UUID id) {
        return database.sql("select content_cipher, ordered_at, worth_until from letter where id = :id")
                .bind("id", id)
                .map(row -> new Waiting(
                        id,
                        row.get("content_cipher", String.class),
                        row.get("ordered_at", Instant.class),
                        row.get("worth_until", Instant.class)))
                .one();
    }

    /** What it says; fails with {@link de.dolmetscherhotline.privacy.Unreadable} if its key is lost. */
    Letter opened(Waiting letter) {
        return json.readValue(vault.open(Field.LETTER, letter.id(), letter.cipher()), Letter.class);
    }

    Mono<Void> remove(UUID id) {
        return database.sql("delete from letter where id = :id").bind("id", id).then();
    }
}
