package de.dolmetscherhotline.twilio;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
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
 * with any other error when it is not known what happened.
 */
@Component
class TwilioRest {

    private static final Duration DEADLINE = Duration.ofSeconds(8);

    private final WebClient client;
    private final MeterRegistry metrics;

    TwilioRest(WebClient.Builder builder, TwilioSettings settings, MeterRegistry metrics) {
        this.client = builder.baseUrl(settings.apiUrl() + "/2010-04-01/Accounts/" + settings.accountSid())
                .defaultHeaders(headers -> headers.setBasicAuth(settings.accountSid(), settings.authToken()))
                .build();
        this.metrics = metrics;
    }

    <T> Mono<T> post(String operation, String path, MultiValueMap<String, String> form, Class<T> answer) {
        return timed(operation, client.post().uri(path).body(BodyInserters.fromFormData(form)), answer);
    }

    <T> Mono<T> get(String operation, String path, Class<T> answer) {
        return timed(operation, client.get().uri(path), answer);
    }

    private <T> Mono<T> timed(String operation, WebClient.RequestHeadersSpec<?> request, Class<T> answer) {
        return Mono.defer(() -> {
            var started = Timer.start(metrics);
            return request.retrieve()
                    .onStatus(HttpStatusCode::isError, TwilioRest::refused)
                    .bodyToMono(answer)
                    .timeout(DEADLINE)
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
