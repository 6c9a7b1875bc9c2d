package de.dolmetscherhotline.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Redirect;
import de.dolmetscherhotline.platform.DatabaseAway;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * While PostgreSQL does not answer, whoever is on the line hears a sentence, and Twilio comes again with the same request.
 * After {@link #ROUNDS} of these the webhook fails, so that Twilio goes to the number's fallback URL. A single key that was
 * pressed is kept in the URL of the repetition; more keys may be a PIN, which has no business in a URL, and are asked for
 * again. Status callbacks fail: what they would have told is found out by the sweep.
 */
@Component
@Order(OutageFilter.AFTER_SIGNATURE)
class OutageFilter implements WebFilter {

    static final int AFTER_SIGNATURE = SignatureFilter.AFTER_SECURITY_HEADERS + 1;

    /** Twilio waits 15 s (contract §2.1), and callers do not like silence. */
    static final Duration BUDGET = Duration.ofSeconds(6);

    /** With the pauses between them about a minute. */
    static final int ROUNDS = 5;

    private static final Logger log = LoggerFactory.getLogger(OutageFilter.class);
    private static final String ROUND = "again";
    private static final String KEPT_KEY = "key";
    private static final String DIGITS = "Digits";
    private static final int PAUSE_SECONDS = 5;
    private static final Pattern SPOKEN =
            Pattern.compile("/twilio/(voice|(calls|offers|guests|volunteers)/[^/]+/(?!rooms/|(?:.*/)?status$).+)");

    private final Prompts prompts;
    private final String publicUrl;
    private final Counter postponed;

    OutageFilter(Prompts prompts, TwilioSettings settings, MeterRegistry metrics) {
        this.prompts = prompts;
        this.publicUrl = settings.publicUrl();
        this.postponed = Counter.builder("hotline.webhooks.postponed")
                .description("Webhooks that the database did not let us answer in time")
                .register(metrics);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!path(exchange).startsWith("/twilio/")) {
            return chain.filter(exchange);
        }
        return chain.filter(withKeptKey(exchange))
                .timeout(BUDGET)
                .onErrorResume(error -> isPassing(exchange, error), away -> postpone(exchange, away));
    }

    private static String path(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value();
    }

    private static boolean isPassing(ServerWebExchange exchange, Throwable error) {
        return !exchange.getResponse().isCommitted()
                && (error instanceof TimeoutException || DatabaseAway.isMeantBy(error));
    }

    private Mono<Void> postpone(ServerWebExchange exchange, Throwable away) {
        postponed.increment();
        var round = round(exchange);
        log.warn("webhook not answered in round {}: {}", round, away.toString());
        return SPOKEN.matcher(path(exchange)).matches() && round < ROUNDS
                ? exchange.getFormData().flatMap(form -> say(exchange, oneMoment(exchange, round + 1, form)))
                : unavailable(exchange);
    }

    private static int round(ServerWebExchange exchange) {
        var given = exchange.getRequest().getQueryParams().getFirst(ROUND);
        return given != null && given.matches("[0-9]") ? Integer.parseInt(given) : 0;
    }

    private String oneMoment(ServerWebExchange exchange, int round, MultiValueMap<String, String> form) {
        var sentence = path(exchange).startsWith("/twilio/offers/") ? "outage.interpreter" : "outage.caller";
        return new VoiceResponse.Builder()
                .say(TwimlBasics.say(prompts.text(sentence)))
                .pause(new Pause.Builder().length(PAUSE_SECONDS).build())
                .redirect(new Redirect.Builder(again(exchange, round, keyToKeep(exchange, form)))
                        .method(HttpMethod.POST)
                        .build())
                .build()
                .toXml();
    }

    private static @Nullable String keyToKeep(ServerWebExchange exchange, MultiValueMap<String, String> form) {
        var pressed = form.getFirst(DIGITS);
        return pressed == null ? keptKey(exchange) : isOneKey(pressed) ? pressed : null;
    }

    private static boolean isOneKey(@Nullable String keys) {
        return keys != null && keys.matches("[0-9*]");
    }

    private String again(ServerWebExchange exchange, int round, @Nullable String key) {
        var uri = UriComponentsBuilder.fromUri(exchange.getRequest().getURI())
                .replaceQueryParam(ROUND, round)
                .replaceQueryParam(KEPT_KEY, key == null ? new Object[0] : new Object[] {key})
                .build(true)
                .toUri();
        return publicUrl + uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static Mono<Void> say(ServerWebExchange exchange, String twiml) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.OK);
        response.getHeaders().setContentType(MediaType.APPLICATION_XML);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(twiml.getBytes(StandardCharsets.UTF_8))));
    }

    private static Mono<Void> unavailable(ServerWebExchange exchange) {
        exchange.getResponse().setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
        return exchange.getResponse().setComplete();
    }

    private static ServerWebExchange withKeptKey(ServerWebExchange exchange) {
        var key = keptKey(exchange);
        return key == null ? exchange : new PressedEarlier(exchange, key);
    }

    private static @Nullable String keptKey(ServerWebExchange exchange) {
        var key = exchange.getRequest().getQueryParams().getFirst(KEPT_KEY);
        return isOneKey(key) ? key : null;
    }

    /** The request as it would have been, had it been answered the first time. */
    private static final class PressedEarlier extends ServerWebExchangeDecorator {

        private final String key;

        private PressedEarlier(ServerWebExchange delegate, String key) {
            super(delegate);
            this.key = key;
        }

        @Override
        public Mono<MultiValueMap<String, String>> getFormData() {
            return getDelegate().getFormData().map(this::withKey);
        }

        private MultiValueMap<String, String> withKey(MultiValueMap<String, String> form) {
            var complete = new LinkedMultiValueMap<>(form);
            complete.addIfAbsent(DIGITS, key);
            return complete;
        }
    }
}
