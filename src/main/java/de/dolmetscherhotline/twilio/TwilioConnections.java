package de.dolmetscherhotline.twilio;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.netty.channel.ChannelOption;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * The way to Twilio's REST API: connections and threads of its own, so that a network that hangs does not hold up those who
 * answer webhooks, and a circuit that opens when the network does not answer.
 */
@Configuration(proxyBeanMethods = false)
class TwilioConnections {

    /** How long nothing is asked once the circuit is open. */
    static final Duration OPEN = Duration.ofSeconds(5);

    private static final int CONNECTIONS = 40;
    private static final int WAITING_FOR_ONE = 80;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int THREADS = 2;
    private static final int REMEMBERED = 20;
    private static final int ENOUGH_TO_JUDGE = 8;
    private static final int PROBES = 3;

    /** A page of a list with a thousand entries. */
    private static final int LARGEST_ANSWER = 4 << 20;

    @Bean(destroyMethod = "dispose")
    ConnectionProvider twilioConnectionPool() {
        return ConnectionProvider.builder("twilio")
                .maxConnections(CONNECTIONS)
                .pendingAcquireMaxCount(WAITING_FOR_ONE)
                .pendingAcquireTimeout(PATIENCE)
                .maxIdleTime(Duration.ofSeconds(30))
                .build();
    }

    @Bean(destroyMethod = "dispose")
    LoopResources twilioThreads() {
        return LoopResources.create("twilio", THREADS, true);
    }

    /** Measured by {@link TwilioRest} itself: Spring's own measurement would make a tag of every leg's id. */
    @Bean
    WebClient twilioClient(
            WebClient.Builder builder, TwilioSettings settings, ConnectionProvider pool, LoopResources threads) {
        var http = HttpClient.create(pool)
                .runOn(threads)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(PATIENCE.toMillis()));
        return builder.observationRegistry(ObservationRegistry.NOOP)
                .clientConnector(new ReactorClientHttpConnector(http))
                .baseUrl(settings.apiUrl() + "/2010-04-01/Accounts/" + settings.accountSid())
                .defaultHeaders(headers -> headers.setBasicAuth(settings.accountSid(), settings.authToken()))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
    }

    /** Opens when half of the last requests brought no answer or a fault of Twilio's; refusals are answers. */
    @Bean
    CircuitBreaker twilioCircuit(Clock clock, MeterRegistry metrics) {
        var circuits = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindowSize(REMEMBERED)
                .minimumNumberOfCalls(ENOUGH_TO_JUDGE)
                .waitDurationInOpenState(OPEN)
                .permittedNumberOfCallsInHalfOpenState(PROBES)
                .recordException(TwilioConnections::isOutage)
                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(circuits).bindTo(metrics);
        return circuits.circuitBreaker("twilio");
    }

    private static boolean isOutage(Throwable error) {
        return !(error instanceof TwilioRefused refused && refused.isFinal());
    }
}
