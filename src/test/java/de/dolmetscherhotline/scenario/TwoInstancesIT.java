package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.SecondInstance;
import de.dolmetscherhotline.testsupport.TestTelephony;
import de.dolmetscherhotline.work.Worker;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two processes on the same stores share the calls, message by message. */
class TwoInstancesIT extends RushScript {

    @Autowired
    private R2dbcConnectionDetails database;

    @Autowired
    private DataRedisConnectionDetails redis;

    @LocalServerPort
    private int port;

    private @Nullable SecondInstance second;
    private final AtomicInteger messages = new AtomicInteger();
    private final Map<Worker, AtomicLong> workDone = new HashMap<>();

    @BeforeEach
    void bothAnswer() {
        second = SecondInstance.beside(database, redis);
        workers().forEach(each -> workDone.put(each, new AtomicLong()));
        NETWORK.route(this::inTurns);
    }

    @AfterEach
    void theFirstAnswersAlone() {
        NETWORK.route(this::toTheFirst);
        Objects.requireNonNull(second).close();
        second = null;
    }

    private URI inTurns(URI url) {
        var other = second;
        return other != null && messages.getAndIncrement() % 2 == 0 ? other.here(url) : toTheFirst(url);
    }

    private URI toTheFirst(URI url) {
        return URI.create(url.toString().replace(TestTelephony.PUBLIC_URL, "http://127.0.0.1:" + port));
    }

    @Override
    List<Worker> workers() {
        return second == null
                ? super.workers()
                : Stream.concat(super.workers().stream(), Stream.of(second.worker()))
                        .toList();
    }

    @Override
    long drain(Worker each) {
        var done = super.drain(each);
        workDone.computeIfAbsent(each, worker -> new AtomicLong()).addAndGet(done);
        return done;
    }

    @Test
    void webhooksAndWorkAreSharedAndNothingHappensTwice() {
        rush(24, 6);

        assertThat(conversationsAfterAll()).isGreaterThanOrEqualTo(12);
        assertThat(outcomes()).hasSize(24).containsOnly("connected", "nobody_answered");
        assertThat(messages).hasValueGreaterThan(300);
        assertThat(workDone.values())
                .as("both did a good part of the work")
                .allSatisfy(done -> assertThat(done).hasValueGreaterThan(100));
    }
}
