package de.dolmetscherhotline.testsupport;

import static org.awaitility.Awaitility.await;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Several who want the same row at the same instant: all of them wait for it, one behind the other, before the first gets it. */
public final class AtOnce {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private AtOnce() {}

    /** What each of them is answered; they get the row in this order. */
    public static List<Answer> on(DatabaseClient database, String table, UUID id, List<Supplier<Answer>> deeds) {
        var answers = new ArrayList<CompletableFuture<Answer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var holder = holding(database, table, id);
            try {
                for (var deed : deeds) {
                    answers.add(CompletableFuture.supplyAsync(deed, threads));
                    await().atMost(PATIENCE).until(() -> waiting(database) >= answers.size());
                }
            } finally {
                Mono.from(holder.commitTransaction())
                        .then(Mono.from(holder.close()))
                        .block();
            }
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static Connection holding(DatabaseClient database, String table, UUID id) {
        var connection = Mono.<Connection>from(database.getConnectionFactory().create())
                .blockOptional()
                .orElseThrow();
        Mono.from(connection.beginTransaction())
                .thenMany(Flux.from(connection
                        .createStatement("select id from " + table + " where id = $1 for update")
                        .bind("$1", id)
                        .execute()))
                .flatMap(result -> result.map(row -> true))
                .blockLast();
        return connection;
    }

    private static long waiting(DatabaseClient database) {
        return database.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'""").mapValue(Long.class).one().blockOptional().orElseThrow();
    }
}
