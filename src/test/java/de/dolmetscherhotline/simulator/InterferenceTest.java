package de.dolmetscherhotline.simulator;

import static de.dolmetscherhotline.simulator.World.CALLER;
import static de.dolmetscherhotline.simulator.World.LINE;
import static de.dolmetscherhotline.simulator.World.MARIA;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.Interference.Delivery;
import de.dolmetscherhotline.simulator.Interference.RestFate;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
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
        for (var fate : RestFate.values()) {
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
}
