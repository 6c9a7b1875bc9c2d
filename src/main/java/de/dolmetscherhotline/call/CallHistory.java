package de.dolmetscherhotline.call;

import static de.dolmetscherhotline.platform.SqlValues.constant;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.Origin;
import de.dolmetscherhotline.kernel.Outcome;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The calls of an organisation, to look back on. */
@Repository
public class CallHistory {

    private final DatabaseClient database;

    CallHistory(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A call, without whoever interpreted.
     *
     * @param outcome null while it goes on
     * @param connectedAt when both could hear each other; null if that never came
     * @param endedAt when the conversation, or without one the call, was over; null while it goes on
     * @param rating 1 to 5; null if nobody said
     */
    public record PastCall(
            CallId id,
            Origin origin,
            @Nullable Language language,
            boolean emergency,
            @Nullable Outcome outcome,
            Instant startedAt,
            @Nullable Instant connectedAt,
            @Nullable Instant endedAt,
            @Nullable Integer rating) {}

    /** Newest first. */
    public Flux<PastCall> of(OrganisationId organisation, int limit, long offset) {
        return database.sql("""
                        select * from call where organisation_id = :organisation
                        order by dialled_at desc, id limit :limit offset :offset
                        """)
                .bind("organisation", organisation.value())
                .bind("limit", limit)
                .bind("offset", offset)
                .map(CallHistory::call)
                .all();
    }

    public Mono<Long> count(OrganisationId organisation) {
        return database.sql("select count(*) from call where organisation_id = :organisation")
                .bind("organisation", organisation.value())
                .mapValue(Long.class)
                .one();
    }

    private static PastCall call(Readable row) {
        return new PastCall(
                new CallId(row.get("id", UUID.class)),
                constant(Origin.class, row.get("origin", String.class)),
                Optional.ofNullable(row.get("language", String.class))
                        .map(Language::new)
                        .orElse(null),
                Boolean.TRUE.equals(row.get("emergency", Boolean.class)),
                Optional.ofNullable(row.get("outcome", String.class))
                        .map(outcome -> constant(Outcome.class, outcome))
                        .orElse(null),
                row.get("dialled_at", Instant.class),
                row.get("connected_at", Instant.class),
                row.get("ended_at", Instant.class),
                row.get("rating", Integer.class));
    }
}
