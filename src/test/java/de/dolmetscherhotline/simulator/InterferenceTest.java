package de.dolmetscherhotline.simulator;

import static de.dolmetscherhotline.simulator.World.CALLER;
import static de.dolmetscherhotline.simulator.World.LINE;
import static de.dolmetscherhotline.simulator.World.MARIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.dolmetscherhotline.simulator.Interference.Delivery;
import de.dolmetscherhotline.simulator.Interference.RestFate;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InterferenceTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private void deliver(Exchange.Kind affected, Delivery delivery) {
        world.network.interfere(new Interference() {
            @Override
            public Delivery onWebhook(Exchange.Kind kind, URI url, Map<String, String> params) {
                return kind == affected ? delivery : Delivery.normal();
            }
        });
        world.app.answers("/voice", "<Say>Hallo</Say>");
        world.caller().dial(LINE);
        world.run();
    }

    @Test
    void aDuplicateCarriesTheSameToken() {
        deliver(Exchange.Kind.VOICE, Delivery.twice());
        assertThat(world.app.received())
                .hasSize(2)
                .extracting(request -> request.headers().getOrDefault("I-Twilio-Idempotency-Token", "missing"))
                .containsOnly(world.app.received().getFirst().headers().get("I-Twilio-Idempotency-Token"));
        assertThat(world.said(CALLER)).containsExactly("Hallo");
    }

    @Test
    void overlappingDuplicatesAreBothAnswered() {
        deliver(Exchange.Kind.VOICE, Delivery.twiceAtOnce());
        assertThat(world.exchanges(Exchange.Kind.VOICE))
                .hasSize(2)
                .allSatisfy(exchange -> assertThat(exchange.status()).isEqualTo(200));
    }

    @Test
    void aDelayedRequestArrivesLater() {
        deliver(Exchange.Kind.VOICE, Delivery.delayed(Duration.ofSeconds(10)));
        assertThat(world.app.received()).isEmpty();
        world.passSeconds(10);
        assertThat(world.said(CALLER)).containsExactly("Hallo");
    }

    @Test
    void aLostDocumentRequestTimesOut() {
        deliver(Exchange.Kind.VOICE, Delivery.lost());
        world.passSeconds(15);
        assertThat(world.caller().heard()).extracting(Heard::kind).contains(Heard.Kind.ERROR);
        assertThat(world.network.violations()).isEmpty();
    }

    @Test
    void anApplicationThatAcceptsAForgeryIsFoundOut() {
        deliver(Exchange.Kind.VOICE, Delivery.forgery());
        assertThat(world.network.violations()).singleElement().asString().contains("forged");
        assertThat(world.said(CALLER)).containsExactly("Hallo");
    }

    @Test
    void unknownParametersAreSigned() {
        deliver(Exchange.Kind.VOICE, Delivery.with(Map.of("StirVerstat", "TN-Validation-Passed-A")));
        world.everythingSigned();
        assertThat(world.app.received().getFirst().form()).containsKey("StirVerstat");
    }

    @Test
    void aRequestMayFailBeforeOrAfterItsEffect() {
        for (var fate : List.of(
                RestFate.PROCESS,
                RestFate.TOO_MANY_REQUESTS,
                RestFate.FAILS_BEFORE_EFFECT,
                RestFate.FAILS_AFTER_EFFECT,
                RestFate.ANSWERED_LAST)) {
            world.network.interfere(new Interference() {
                @Override
                public RestFate onRest(String method, String path, Map<String, String> params) {
                    return fate;
                }
            });
            world.post("Calls.json", "To", MARIA, "From", LINE, "Url", world.url("/offer"));
        }
        world.network.interfere(Interference.NONE);
        assertThat(world.exchanges(Exchange.Kind.REST))
                .extracting(Exchange::status)
                .containsExactly(201, 429, 500, 500, 201);
        assertThat(world.get("Calls.json").json().path("calls")).hasSize(3);
    }

    /** Orders a call that fares like this; returns when it is under way. */
    private CompletableFuture<World.Rest> order(RestFate fate) {
        world.network.interfere(new Interference() {
            @Override
            public RestFate onRest(String method, String path, Map<String, String> params) {
                return fate;
            }
        });
        var answer = CompletableFuture.supplyAsync(
                () -> world.post("Calls.json", "To", MARIA, "From", LINE, "Url", world.url("/offer")),
                task -> Thread.ofVirtual().start(task));
        await().until(() -> !world.exchanges(Exchange.Kind.REST).isEmpty());
        world.run();
        return answer;
    }

    @Test
    void anAnswerMayBeOvertakenByWhatFollowsFromTheRequest() {
        var answer = order(RestFate.ANSWERED_LATE);
        assertThat(world.phone(MARIA).state()).isEqualTo(Phone.State.RINGING);
        assertThat(answer).isNotDone();
        world.passSeconds(1);
        assertThat(answer.join().status()).isEqualTo(201);
    }

    @Test
    void anAnswerMayComeTooLateOrNever() {
        var late = order(RestFate.ANSWERED_TOO_LATE);
        world.passSeconds(29);
        assertThat(late).isNotDone();
        world.passSeconds(1);
        assertThat(late.join().status()).isEqualTo(201);
        assertThat(world.exchanges(Exchange.Kind.REST))
                .as("as the application knows it")
                .extracting(Exchange::status)
                .containsExactly(-1);
        var never = order(RestFate.NEVER_ANSWERED);
        world.passSeconds(3_600);
        assertThat(never).isNotDone();
    }

    private void statesArriveAs(Delivery ofTheFirst, String... states) {
        world.network.interfere(new Interference() {
            @Override
            public Delivery onWebhook(Exchange.Kind kind, URI url, Map<String, String> params) {
                return "initiated".equals(params.get("CallStatus")) ? ofTheFirst : Delivery.normal();
            }
        });
        world.phone(MARIA).behaves(Behaviour.unreachable());
        var call = world.offer(MARIA);
        world.passSeconds(60);
        assertThat(world.states(call)).containsExactly(states);
        assertThat(world.exchanges(Exchange.Kind.CALL_STATUS))
                .extracting(exchange -> exchange.params().get("SequenceNumber"))
                .containsExactlyInAnyOrder("0", "1");
    }

    @Test
    void aCallbackMayChangePlacesWithItsNeighbour() {
        statesArriveAs(Delivery.swappedWithTheNext(), "failed", "initiated");
    }

    @Test
    void aCallbackMayComeAfterEverythingIsOver() {
        statesArriveAs(Delivery.delayed(Duration.ofSeconds(50)), "failed", "initiated");
    }

    @Test
    void aCallbackWithoutNeighbourIsOnlyLate() {
        world.network.interfere(new Interference() {
            @Override
            public Delivery onWebhook(Exchange.Kind kind, URI url, Map<String, String> params) {
                return Delivery.swappedWithTheNext();
            }
        });
        world.app.answers("/voice", "<Hangup/>");
        world.caller().dial(LINE);
        world.passSeconds(9);
        assertThat(world.exchanges(Exchange.Kind.CALL_STATUS)).isEmpty();
        world.passSeconds(1);
        assertThat(world.exchanges(Exchange.Kind.CALL_STATUS)).hasSize(1);
    }
}
