package de.dolmetscherhotline.call.search;

import de.dolmetscherhotline.call.search.Decision.LeftOutEntry;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.matching.Candidate;
import de.dolmetscherhotline.matching.Omission;
import de.dolmetscherhotline.matching.Ranking;
import io.r2dbc.postgresql.codec.Json;
import java.time.Clock;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers "why her, and why not Maria?" for every wave of every call. */
@Repository
class MatchingLog {

    private final DatabaseClient database;
    private final JsonMapper json;
    private final Clock clock;

    MatchingLog(DatabaseClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    Mono<Void> record(CallId call, int wave, Ranking ranking, int phonesWanted, List<InterpreterId> asked) {
        var decision = new Decision(
                asked,
                phonesWanted,
                ranking.eligible().stream().map(Candidate::id).toList(),
                ranking.omitted().stream().map(MatchingLog::leftOut).toList());
        return database.sql("""
                        insert into matching_log (call_id, wave, decided_at, decision)
                        values (:call, :wave, :now, :decision)
                        on conflict (call_id, wave)
                        do update set decided_at = excluded.decided_at, decision = excluded.decision""")
                .bind("call", call.value())
                .bind("wave", wave)
                .bind("now", clock.instant())
                .bind("decision", Json.of(json.writeValueAsString(decision)))
                .then();
    }

    private static LeftOutEntry leftOut(Omission omission) {
        return new LeftOutEntry(omission.interpreter(), omission.reason().code(), omission.obligation());
    }
}
