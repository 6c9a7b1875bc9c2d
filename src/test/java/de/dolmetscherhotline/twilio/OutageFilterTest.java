package de.dolmetscherhotline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.language.LanguagesFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What is said while PostgreSQL does not answer. */
class OutageFilterTest {

    private static final String KEYS = "/twilio/calls/4c5f4a52-0000-4000-8000-000000000001/keys/3";
    private static final WebFilterChain AWAY = exchange -> Mono.error(new DataAccessResourceFailureException("away"));

    private final OutageFilter filter = new OutageFilter(
            new Prompts(LanguagesFixture.of("ar", "Arabisch", "40")),
            new TwilioSettings(
                    "AC00000000000000000000000000000000",
                    "token",
                    "",
                    URI.create("https://api.twilio.com"),
                    "https://hotline.example.org"),
            new SimpleMeterRegistry());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/twilio/voice",
                KEYS,
                "/twilio/calls/1/now",
                "/twilio/calls/1/left/2/3",
                "/twilio/calls/1/recalls/2/answered",
                "/twilio/calls/1/transfers/3/over",
                "/twilio/offers/1/answered",
                "/twilio/offers/1/keys/1",
                "/twilio/offers/1/left/3"
            })
    void whoIsOnTheLineIsAskedToWaitAndTwilioComesAgain(String path) {
        var exchange = webhook(path, "");

        filter.filter(exchange, AWAY).block();

        assertThat(status(exchange)).isEqualTo(200);
        assertThat(exchange.getResponse().getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_XML);
        assertThat(body(exchange))
                .contains("Einen Moment bitte", "<Pause length=\"5\"/>", "<Redirect method=\"POST\">")
                .contains("https://hotline.example.org" + path + "?again=1<");
    }

    @Test
    void interpreterIsToldWhoIsCalling() {
        var exchange = webhook("/twilio/offers/1/answered", "");

        filter.filter(exchange, AWAY).block();

        assertThat(body(exchange)).contains("Hier ist die Dolmetscher-Hotline.");
    }

    @Test
    void silenceOfTheDatabaseIsNotWaitedForLongerThanTheBudget() {
        var exchange = webhook(KEYS, "");

        StepVerifier.withVirtualTime(() -> filter.filter(exchange, frozen -> Mono.never()))
                .expectSubscription()
                .expectNoEvent(OutageFilter.BUDGET.minusMillis(1))
                .thenAwait(OutageFilter.BUDGET)
                .verifyComplete();

        assertThat(body(exchange)).contains("Einen Moment bitte");
    }

    @Test
    void afterTheLastRoundTheWebhookFailsSoThatTwilioUsesItsFallback() {
        var last = webhook(KEYS + "?again=4", "");
        var oneMore = webhook(KEYS + "?again=5", "");

        filter.filter(last, AWAY).block();
        filter.filter(oneMore, AWAY).block();

        assertThat(body(last)).contains(KEYS + "?again=5<");
        assertThat(status(oneMore)).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/twilio/voice/status",
                "/twilio/offers/1/status",
                "/twilio/calls/1/rooms/2",
                "/twilio/calls/1/recalls/2/status",
                "/twilio/calls/1/transfers/3/status",
                "/twilio/sms"
            })
    void whatNobodyListensToFails(String path) {
        var exchange = webhook(path, "");

        filter.filter(exchange, AWAY).block();

        assertThat(status(exchange)).isEqualTo(503);
    }

    @Test
    void keyThatWasPressedIsKept() {
        var first = webhook(KEYS, "1");
        filter.filter(first, AWAY).block();
        assertThat(body(first)).contains(KEYS + "?again=1&amp;key=1<");

        var second = webhook(KEYS + "?again=1&key=1", "");
        filter.filter(second, AWAY).block();
        assertThat(body(second)).contains(KEYS + "?again=2&amp;key=1<");

        assertThat(digitsSeen(webhook(KEYS + "?again=2&key=1", ""))).isEqualTo("1");
        assertThat(digitsSeen(webhook(KEYS + "?again=2&key=1", "2"))).isEqualTo("2");
    }

    @Test
    void pinNeverStandsInAnUrl() {
        var exchange = webhook(KEYS, "471101");

        filter.filter(exchange, AWAY).block();

        assertThat(body(exchange)).contains(KEYS + "?again=1<").doesNotContain("471101");
    }

    @Test
    void errorsOfOurOwnAreNotHidden() {
        var error = new IllegalStateException("a mistake");

        StepVerifier.create(filter.filter(webhook(KEYS, ""), chain -> Mono.error(error)))
                .verifyErrorMatches(error::equals);
    }

    @Test
    void otherPathsAreLeftAlone() {
        var exchange = webhook("/api/v1/sessions", "");

        StepVerifier.create(filter.filter(exchange, AWAY)).verifyError(DataAccessResourceFailureException.class);
    }

    private String digitsSeen(MockServerWebExchange exchange) {
        var seen = new AtomicReference<>("");
        filter.filter(
                        exchange,
                        asked -> asked.getFormData()
                                .doOnNext(form -> seen.set(String.valueOf(form.getFirst("Digits"))))
                                .then())
                .block();
        return String.valueOf(seen.get());
    }

    private static MockServerWebExchange webhook(String path, String digits) {
        return MockServerWebExchange.from(MockServerHttpRequest.post(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(digits.isEmpty() ? "CallSid=CA1" : "CallSid=CA1&Digits=" + digits));
    }

    private static int status(MockServerWebExchange exchange) {
        var status = exchange.getResponse().getStatusCode();
        return status == null ? 0 : status.value();
    }

    private static String body(MockServerWebExchange exchange) {
        return exchange.getResponse().getBodyAsString().blockOptional().orElse("");
    }
}
