package de.dolmetscherhotline.twilio;

import de.dolmetscherhotline.call.Telephony.NotNow;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Requests to Twilio's REST API: once each, with a deadline. Fails with {@link TwilioRefused} when Twilio answers an error,
 * with {@link NotNow} when nothing was asked because Twilio has not been answering, with any other error when it is not known
 * what happened.
 */
@Component
class TwilioRest {

    private static final Duration DEADLINE = Duration.ofSeconds(8);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final WebClient client;
    private final URI apiUrl;
    private final CircuitBreaker circuit;
    private final MeterRegistry metrics;
    private final AtomicInteger inFlight = new AtomicInteger();

    TwilioRest(WebClient twilioClient, TwilioSettings settings, CircuitBreaker twilioCircuit, MeterRegistry metrics) {
        this.client = twilioClient;
        this.apiUrl = settings.apiUrl();
        this.circuit = twilioCircuit;
        this.metrics = metrics;
        Gauge.builder("hotline.twilio.in.flight", inFlight::get)
                .description("Requests to Twilio's REST API that wait for their answer")
                .register(metrics);
    }

    <T> Mono<T> post(String operation, String path, MultiValueMap<String, String> form, Class<T> answer) {
        return timed(operation, client.post().uri(path).body(BodyInserters.fromFormData(form)), answer);
    }

    <T> Mono<T> get(String operation, String path, Class<T> answer) {
        return timed(operation, client.get().uri(path), answer);
    }

    /**
     * The next page of a list.
     *
     * @param uri as the page before named it: from the root of the host, never another host
     */
    <T> Mono<T> getPage(String operation, String uri, Class<T> answer) {
        return timed(operation, client.get().uri(URI.create(apiUrl + uri)), answer);
    }

    private <T> Mono<T> timed(String operation, WebClient.RequestHeadersSpec<?> request, Class<T> answer) {
        return Mono.defer(() -> {
            var started = Timer.start(metrics);
            return request.retrieve()
                    .onStatus(HttpStatusCode::isError, TwilioRest::refused)
                    .bodyToMono(answer)
                    .timeout(DEADLINE)
                    .doOnSubscribe(sent -> inFlight.incrementAndGet())
                    .doFinally(end -> inFlight.decrementAndGet())
                    .transformDeferred(CircuitBreakerOperator.of(circuit))
                    .onErrorMap(CallNotPermittedException.class, open -> new NotNow(PAUSE))
                    .doOnSuccess(done -> stop(started, operation, "ok"))
                    .doOnError(error -> stop(started, operation, result(error)));
        });
    }

    private static Mono<Throwable> refused(ClientResponse response) {
        return response.bodyToMono(ErrorBody.class)
                .onErrorComplete()
                .defaultIfEmpty(new ErrorBody(null))
                .map(body -> new TwilioRefused(response.statusCode().value(), body.code() == null ? 0 : body.code()));
    }

    private static String result(Throwable error) {
        if (error instanceof NotNow) {
            return "not_asked";
        }
        return error instanceof TwilioRefused refused ? Integer.toString(refused.status()) : "unknown";
    }

    private void stop(Timer.Sample started, String operation, String result) {
        started.stop(Timer.builder("hotline.twilio.requests")
                .description("Requests to Twilio's REST API")
                .tag("operation", operation)
                .tag("result", result)
                .publishPercentileHistogram()
                .register(metrics));
    }

    private record ErrorBody(@Nullable Integer code) {}
}
