package de.dolmetscherhotline.privacy;

import de.dolmetscherhotline.privacy.SealedRows.Row;
import de.dolmetscherhotline.work.WorkHandler;
import de.dolmetscherhotline.work.WorkItem;
import de.dolmetscherhotline.work.WorkResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Encrypts anew what is encrypted under old keys, some rows at a time. A row that somebody else changes meanwhile is left to
 * them, so that this may be broken off, repeated and done by two processes at once. What cannot be read is left as it is.
 */
@Component
class Rotation implements WorkHandler {

    static final String KIND = "rotation";

    private static final Logger log = LoggerFactory.getLogger(Rotation.class);
    private static final int AT_ONCE = 1000;

    private final SealedRows rows;
    private final Vault vault;
    private final KeyRing keys;

    Rotation(SealedRows rows, Vault vault, KeyRing keys) {
        this.rows = rows;
        this.vault = vault;
        this.keys = keys;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        return run().thenReturn(WorkResult.DONE);
    }

    /** Answers how many values are now under the key that encrypts. */
    Mono<Long> run() {
        return Flux.fromArray(Field.values())
                .concatMap(this::rotate)
                .reduce(0L, Long::sum)
                .filter(changed -> changed > 0)
                .doOnNext(changed -> log.info(
                        "{} values are now encrypted under the key '{}'",
                        changed,
                        keys.encrypting().id()))
                .defaultIfEmpty(0L);
    }

    private Mono<Long> rotate(Field field) {
        return batch(field, "")
                .expand(batch -> batch.size() < AT_ONCE
                        ? Mono.empty()
                        : batch(field, batch.getLast().cipher()))
                .concatMap(batch -> replace(field, batch))
                .reduce(0L, Long::sum);
    }

    private Mono<List<Row>> batch(Field field, String after) {
        return rows.underOthersThan(keys.encrypting(), field, after, AT_ONCE).collectList();
    }

    private Mono<Long> replace(Field field, List<Row> batch) {
        var freshByOld = resealed(field, batch);
        return freshByOld.isEmpty() ? Mono.just(0L) : rows.replace(field, freshByOld);
    }

    private Map<String, String> resealed(Field field, List<Row> batch) {
        var freshByOld = new HashMap<String, String>();
        for (Row row : batch) {
            try {
                freshByOld.put(row.cipher(), vault.resealed(field, row.owner(), row.cipher()));
            } catch (Unreadable broken) {
                log.error("{} {} stays as it is: {}", field, row.owner(), broken.getMessage());
            }
        }
        return freshByOld;
    }
}
