package de.dolmetscherhotline.call;

import de.dolmetscherhotline.work.Figures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How many calls are up, in the whole installation. */
@Component
class OpenCallsGauge implements Figures {

    private final DatabaseClient database;
    private volatile long open;

    OpenCallsGauge(DatabaseClient database, MeterRegistry metrics) {
        this.database = database;
        Gauge.builder("hotline.calls.open", () -> open)
                .description("Calls that are not over")
                .register(metrics);
    }

    @Override
    public Mono<Void> read() {
        return database.sql("select count(*) from call where state_name <> 'Ended'")
                .mapValue(Long.class)
                .one()
                .doOnNext(count -> open = count)
                .then();
    }
}
