package de.dolmetscherhotline.pool;

import static de.dolmetscherhotline.platform.SqlValues.constant;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LanguageLevel;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Members of the pool by name, where a page needs no more of them. */
@Repository
public class MemberNames {

    private final DatabaseClient database;

    MemberNames(DatabaseClient database) {
        this.database = database;
    }

    /** Whoever has been removed is missing. */
    public Mono<Map<InterpreterId, String>> of(Collection<InterpreterId> members) {
        return database.sql("select id, name from interpreter where id = any(:ids)")
                .bind("ids", members.stream().map(InterpreterId::value).toArray(UUID[]::new))
                .map(row -> Map.entry(new InterpreterId(row.get("id", UUID.class)), row.get("name", String.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /**
     * Somebody who speaks a language and is not called yet, or at present.
     *
     * @param status applied, in training, or resting
     */
    public record Reserve(Language language, InterpreterId id, String name, Status status, LanguageLevel level) {

        /** Without the name. */
        @Override
        public String toString() {
            return "Reserve " + id;
        }
    }

    /** Who could be won for the pool of a district: by language, the nearest to being called first. */
    public Flux<Reserve> reserves(DistrictId district) {
        return database.sql("""
                        select l.tag::text as tag, l.level, i.id, i.name, i.status
                        from interpreter i join interpreter_language l on l.interpreter_id = i.id
                        where i.district_id = :district and i.status in ('applied', 'in_training', 'resting')
                        order by l.tag, array_position(array['in_training', 'resting', 'applied'], i.status),
                                 lower(i.name), i.id
                        """)
                .bind("district", district.value())
                .map(row -> new Reserve(
                        new Language(row.get("tag", String.class)),
                        new InterpreterId(row.get("id", UUID.class)),
                        row.get("name", String.class),
                        constant(Status.class, row.get("status", String.class)),
                        constant(LanguageLevel.class, row.get("level", String.class))))
                .all();
    }
}
