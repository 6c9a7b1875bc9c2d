package de.dolmetscherhotline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.call.Telephony.Dialled;
import de.dolmetscherhotline.call.Telephony.NotNow;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.testsupport.MovableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

/** When Twilio does not answer we stop asking for a while, and nothing is lost by that. */
class TwilioCircuitTest {

    private static final int ENOUGH = 8;

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger status = new AtomicInteger(500);
    private final DisposableServer twilio = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> {
                asked.incrementAndGet();
                return response.status(status.get())
                        .header("Content-Type", "application/json")
                        .sendString(Mono.just("{\"sid\":\"CA1\",\"status\":\"queued\",\"code\":21220}"));
            })
            .bindNow();
    private final MovableClock clock = new MovableClock();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final TwilioTelephony telephony = telephony();

    @AfterEach
    void stop() {
        twilio.disposeNow();
    }

    @Test
    void afterManyFaultsDialsArePostponedWithoutAsking() {
        for (var dial = 0; dial < ENOUGH; dial++) {
            assertThat(dial()).isInstanceOf(Dialled.Unclear.class);
        }

        assertThat(dial()).isInstanceOf(Dialled.TooMany.class);
        StepVerifier.create(telephony.hangUp("CA1")).verifyError(NotNow.class);
        assertThat(asked).hasValue(ENOUGH);
        assertThat(openCircuit()).isEqualTo(1);
    }

    @Test
    void aLittleLaterItIsTriedAgain() {
        for (var dial = 0; dial <= ENOUGH; dial++) {
            dial();
        }
        status.set(201);
        clock.pass(TwilioConnections.OPEN.plusMillis(1));

        for (var dial = 0; dial < ENOUGH; dial++) {
            assertThat(dial()).isInstanceOf(Dialled.Placed.class);
        }
        assertThat(openCircuit()).isZero();
    }

    @Test
    void refusalsAreAnswers() {
        status.set(400);

        for (var dial = 0; dial < 3 * ENOUGH; dial++) {
            assertThat(dial()).isInstanceOf(Dialled.Refused.class);
        }
        assertThat(asked).hasValue(3 * ENOUGH);
    }

    private Dialled dial() {
        return Objects.requireNonNull(telephony
                .dial(
                        OfferId.random(),
                        new PhoneNumber("+493023125000"),
                        new PhoneNumber("+491713920000"),
                        Duration.ofSeconds(20))
                .block());
    }

    private double openCircuit() {
        return metrics.get("resilience4j.circuitbreaker.state")
                .tag("state", "open")
                .gauge()
                .value();
    }

    private TwilioTelephony telephony() {
        var settings = new TwilioSettings(
                "AC00000000000000000000000000000000",
                "token",
                "",
                URI.create("http://127.0.0.1:" + twilio.port()),
                "https://hotline.example.org");
        var connections = new TwilioConnections();
        var client = connections.twilioClient(
                WebClient.builder(), settings, connections.twilioConnectionPool(), connections.twilioThreads());
        var rest = new TwilioRest(client, settings, connections.twilioCircuit(clock, metrics), metrics);
        return new TwilioTelephony(rest, new WebhookUrls(settings), Duration.ofHours(2));
    }
}
