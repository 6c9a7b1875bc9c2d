package de.dolmetscherhotline.pool;

import static de.dolmetscherhotline.platform.SqlValues.nullable;
import static de.dolmetscherhotline.platform.SqlValues.word;

import de.dolmetscherhotline.availability.QuietHours;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import io.r2dbc.spi.Readable;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Members of the pool whom a coordinator wants to write to, with what stands in the way. Whoever has left is never found. */
@Repository
public class TextSelection {

    private static final String WANTED = """
            where i.district_id = :district and i.status <> 'left'
              and (:ids::uuid[] is null or i.id = any(:ids))
              and (:status::text is null or i.status = :status)
              and (:role::text is null or :role = any(i.roles))
              and (:municipality::text is null or lower(i.municipality) = lower(:municipality))
              and (:language::text is null
                   or exists (select from interpreter_language l where l.interpreter_id = i.id and l.tag::text = :language))
            order by lower(i.name), i.id
            """;

    private final DatabaseClient database;
    private final InterpreterRows rows;

    TextSelection(DatabaseClient database, InterpreterRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /**
     * Which members.
     *
     * @param ids only these, so an empty set means nobody; null = all
     * @param language null = any, as with the others
     */
    public record Wanted(
            DistrictId district,
            @Nullable Set<InterpreterId> ids,
            @Nullable Language language,
            @Nullable String municipality,
            @Nullable Role role,
            @Nullable Status status) {

        public Wanted {
            ids = ids == null ? null : Set.copyOf(ids);
        }
    }

    /** What stands in the way of a text. */
    public enum Obstacle {
        /** She said STOP. */
        STOPPED,
        /** Texts do not reach the number. */
        NO_MOBILE,
        /** The network could not reach the number lately. */
        NUMBER_FAILED
    }

    /**
     * A member.
     *
     * @param obstacle null if nothing stands in the way
     * @param quiet null if there are no such hours
     */
    public record Reachable(
            InterpreterId id,
            String name,
            @Nullable Obstacle obstacle,
            @Nullable QuietHours quiet) {

        /** Without the name. */
        @Override
        public String toString() {
            return "Reachable " + id;
        }
    }

    /** By name. */
    public Flux<Reachable> find(Wanted wanted) {
        var ids = wanted.ids();
        var language = wanted.language();
        var role = wanted.role();
        var status = wanted.status();
        return database.sql(InterpreterRows.SELECT + WANTED)
                .bind("district", wanted.district().value())
                .bind(
                        "ids",
                        nullable(
                                ids == null
                                        ? null
                                        : ids.stream().map(InterpreterId::value).toArray(UUID[]::new),
                                UUID[].class))
                .bind("language", nullable(language == null ? null : language.tag(), String.class))
                .bind("municipality", nullable(wanted.municipality(), String.class))
                .bind("role", nullable(role == null ? null : word(role), String.class))
                .bind("status", nullable(status == null ? null : word(status), String.class))
                .map(row -> reachable(row, rows.interpreter(row)))
                .all();
    }

    /** Where members of a district live, by name. */
    public Flux<String> municipalities(DistrictId district) {
        return database.sql("""
                        select distinct municipality from interpreter
                        where district_id = :district and status <> 'left' and municipality is not null
                        order by municipality
                        """)
                .bind("district", district.value())
                .mapValue(String.class)
                .all();
    }

    private static Reachable reachable(Readable row, Interpreter member) {
        var from = row.get("quiet_from", LocalTime.class);
        var to = row.get("quiet_to", LocalTime.class);
        return new Reachable(
                member.id(),
                member.profile().name(),
                obstacle(member),
                from == null || to == null ? null : new QuietHours(from, to));
    }

    private static @Nullable Obstacle obstacle(Interpreter member) {
        var profile = member.profile();
        if (member.textsStoppedAt() != null) {
            return Obstacle.STOPPED;
        }
        if (!Objects.requireNonNullElse(profile.textNumber(), profile.phoneNumber())
                .mayTakeTexts()) {
            return Obstacle.NO_MOBILE;
        }
        return member.numberFailedAt() != null && profile.textNumber() == null ? Obstacle.NUMBER_FAILED : null;
    }
}
