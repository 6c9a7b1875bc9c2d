package de.dolmetscherhotline.privacy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All rows that hold sealed values, whichever package they belong to, as far as their keys are concerned. */
@Repository
class SealedRows {

    private final DatabaseClient database;

    SealedRows(DatabaseClient database) {
        this.database = database;
    }

    /** A sealed value of a field. */
    record Row(UUID owner, String cipher) {}

    /** How many values of all fields are encrypted under other keys than this one. */
    Mono<Long> countUnderOthersThan(NamedKey key) {
        var counts = Stream.of(Field.values())
                .map(field -> "select count(*) as n from " + field.table() + " where " + underOthers(field))
                .collect(Collectors.joining(" union all "));
        return database.sql("select sum(n)::bigint from (" + counts + ") all_fields")
                .bind("key", key.id())
                .mapValue(Long.class)
                .one();
    }

    /** The next values of a field under other keys than this one, in the order of their ciphers. */
    Flux<Row> underOthersThan(NamedKey key, Field field, String after, int limit) {
        return database.sql(
                        "select %1$s as owner, %2$s as cipher from %3$s where %4$s and %2$s > :after order by %2$s limit :limit"
                                .formatted(field.owner(), field.cipher(), field.table(), underOthers(field)))
                .bind("key", key.id())
                .bind("after", after)
                .bind("limit", limit)
                .map(row -> new Row(row.get("owner", UUID.class), row.get("cipher", String.class)))
                .all();
    }

    private static String underOthers(Field field) {
        return "%s and split_part(%s, '.', 2) <> :key".formatted(field.condition(), field.cipher());
    }

    /** Replaces ciphers of a field that nobody has changed in the meantime; no two are alike. Answers how many. */
    Mono<Long> replace(Field field, Map<String, String> freshByOld) {
        var old = List.copyOf(freshByOld.keySet());
        return database.sql("""
                        update %1$s t set %2$s = v.fresh from unnest(:old::text[], :fresh::text[]) as v (old, fresh)
                        where t.%2$s = v.old""".formatted(field.table(), field.cipher()))
                .bind("old", old.toArray(String[]::new))
                .bind("fresh", old.stream().map(freshByOld::get).toArray(String[]::new))
                .fetch()
                .rowsUpdated();
    }

    /** The name of the index key under which all hashes are. */
    Mono<String> indexKeyInForce() {
        return database.sql("select index_key from installation")
                .mapValue(String.class)
                .one();
    }
}
