package de.dolmetscherhotline.simulator;

import static de.dolmetscherhotline.simulator.World.CALLER;
import static de.dolmetscherhotline.simulator.World.LINE;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.StubApp.Reply;
import de.dolmetscherhotline.simulator.TelephoneNetwork.Webhooks;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the vendor does with documents it cannot use (contract §2.1). */
class FailureTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.onlyKnownNames();
        world.close();
    }

    private static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("12300", new Reply(200, "", "<Response/>")),
                Arguments.of("12300", new Reply(200, "application/json", "{}")),
                Arguments.of("12100", Reply.xml("<Response><Say></Response>")),
                Arguments.of("12100", Reply.xml("<response/>")),
                Arguments.of("12100", Reply.xml("<!DOCTYPE x><Response/>")),
                Arguments.of("11200", Reply.status(500)),
                Arguments.of("11200", Reply.status(302)),
                Arguments.of("11750", Reply.twiml("<Say>" + "a".repeat(65_536) + "</Say>")));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void anUnusableDocumentEndsTheCallWithAnError(String code, Reply reply) {
        world.app.answers("/voice", reply);
        world.caller().dial(LINE);
        world.run();
        assertThat(world.caller().heard()).extracting(Heard::kind).containsExactly(Heard.Kind.ERROR, Heard.Kind.END);
        assertThat(world.network.violations()).singleElement().asString().contains(code);
    }

    @Test
    void theFallbackIsAskedWithTheReason() {
        var fallback = world.app.url("/fallback");
        world.network.own(LINE, new Webhooks(world.app.url("/voice"), fallback, null, null));
        world.app.answers("/voice", Reply.status(503)).answers("/fallback", "<Say>Ersatz</Say>");
        world.caller().dial(LINE);
        world.run();
        assertThat(world.said(CALLER)).containsExactly("Ersatz");
        assertThat(world.exchanges(Exchange.Kind.FALLBACK))
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.params())
                        .containsEntry("ErrorCode", "11200")
                        .containsEntry("ErrorUrl", world.url("/voice")));
    }

    @Test
    void anApplicationThatIsDownIsAFailureToo() {
        world.network.route(ignored -> URI.create("http://127.0.0.1:1/voice"));
        world.caller().dial(LINE);
        world.run();
        assertThat(world.caller().heard()).extracting(Heard::kind).contains(Heard.Kind.ERROR);
        assertThat(world.network.violations().getFirst()).contains("11205");
    }

    @Test
    void theSignedUrlIsNotTheRoutedOne() {
        var signed = URI.create("https://hotline.example.org/voice");
        world.network.own(LINE, new Webhooks(signed, null, null, null));
        world.network.route(url -> world.app.url(url.getRawPath()));
        world.app.answers("/voice", "<Hangup/>");
        world.caller().dial(LINE);
        world.run();
        var received = world.app.received().getFirst();
        assertThat(received.headers().get("X-Twilio-Signature"))
                .isEqualTo(new Signer(World.TOKEN).sign(signed.toString(), received.form()));
        assertThat(received.headers()).containsKey("I-Twilio-Idempotency-Token");
    }

    @ParameterizedTest
    @MethodSource("complaints")
    void whatTheVendorWouldIgnoreIsAViolation(String complaint, String verbs) {
        world.app.answers("/voice", verbs);
        world.caller().dial(LINE);
        world.passSeconds(10);
        assertThat(world.network.violations())
                .anySatisfy(violation -> assertThat(violation).contains(complaint));
    }

    private static Stream<Arguments> complaints() {
        return Stream.of(
                Arguments.of("12200", "<Say langauge=\"de-DE\">Hallo</Say>"),
                Arguments.of("12200", "<Speak>Hallo</Speak>"),
                Arguments.of("12200", "<Dial><Conference beep=\"never\">x</Conference></Dial>"),
                Arguments.of("12200", "<Dial><Conference statusCallbackEvent=\"start stop\">x</Conference></Dial>"),
                Arguments.of("without action", "<Gather timeout=\"1\"><Say>Hallo</Say></Gather><Hangup/>"),
                Arguments.of("not simulated", "<Enqueue>warten</Enqueue>"),
                Arguments.of("not simulated", "<Dial><Sip>sip:amina@example.org</Sip></Dial>"),
                Arguments.of("not from 5 to 600", "<Dial timeout=\"3\"><Number>+493023125200</Number></Dial>"),
                Arguments.of(
                        "12200",
                        "<Dial><Number statusCallback=\"/child\" statusCallbackEvent=\"ended\">+493023125200</Number></Dial>"),
                Arguments.of("12200", "<Gather action=\"/keys\" input=\"dtmf voice\"/>"),
                Arguments.of(
                        "forbids",
                        "<Gather action=\"/keys\" input=\"speech\" speechModel=\"phone_call\" speechTimeout=\"auto\"/>"),
                Arguments.of("again and again", "<Redirect/>"),
                Arguments.of("<Reject>", "<Say>Hallo</Say><Reject/>"));
    }

    @Test
    void aListOfEventsIsFine() {
        world.app.answers("/voice", World.conference("participantLabel=\"a\""));
        world.caller().dial(LINE);
        world.run();
        assertThat(world.network.violations()).isEmpty();
    }

    @Test
    void aRejectedCallIsNeverAnswered() {
        world.app.answers("/voice", "<Reject reason=\"busy\"/>");
        world.caller().dial(LINE);
        world.run();
        assertThat(world.caller().heard()).extracting(Heard::text).containsExactly("busy");
    }

    @Test
    void aHiddenNumberIsPassedOnAsItIs() {
        world.app.answers("/voice", "<Hangup/>");
        world.caller().dialAs("anonymous", LINE);
        world.run();
        assertThat(world.exchanges(Exchange.Kind.VOICE).getFirst().params()).containsEntry("From", "anonymous");
    }

    @Test
    void theFallbackOfACreatedCallIsAskedToo() {
        world.app.answers("/offer", Reply.status(500)).answers("/fallback", "<Say>Ersatz</Say>");
        world.phone(World.MARIA).behaves(Behaviour.picksUpSilently(java.time.Duration.ofSeconds(1)));
        world.post(
                "Calls.json",
                "To",
                World.MARIA,
                "From",
                LINE,
                "Url",
                world.url("/offer"),
                "FallbackUrl",
                world.url("/fallback"));
        world.passSeconds(2);
        assertThat(world.said(World.MARIA)).containsExactly("Ersatz");
    }

    @Test
    void aFallbackThatFailsTooEndsTheCall() {
        var fallback = world.app.url("/fallback");
        world.network.own(LINE, new Webhooks(world.app.url("/voice"), fallback, null, null));
        world.app.answers("/voice", Reply.status(503)).answers("/fallback", Reply.status(503));
        world.caller().dial(LINE);
        world.run();
        assertThat(world.caller().heard()).extracting(Heard::kind).containsExactly(Heard.Kind.ERROR, Heard.Kind.END);
        assertThat(world.exchanges(Exchange.Kind.FALLBACK)).hasSize(1);
    }

    private int attemptsAt(String fragment, int failures) {
        var attempts = new AtomicInteger();
        world.network.own(LINE, new Webhooks(world.app.url("/voice" + fragment), null, null, null));
        world.app.answers(
                "/voice",
                form -> attempts.incrementAndGet() <= failures ? Reply.status(503) : Reply.twiml("<Say>Hallo</Say>"));
        world.caller().dial(LINE);
        world.run();
        return attempts.get();
    }

    @Test
    void aFailedAnswerIsNotAskedForAgain() {
        assertThat(attemptsAt("", 1)).isEqualTo(1);
    }

    @Test
    void theFragmentOfTheUrlMayAskForMoreAttempts() {
        assertThat(attemptsAt("#rc=2&rp=5xx,ct", 2)).isEqualTo(3);
        assertThat(world.said(CALLER)).containsExactly("Hallo");
        assertThat(world.app.received())
                .extracting(request -> request.headers().getOrDefault("I-Twilio-Idempotency-Token", "missing"))
                .containsOnly(world.app.received().getFirst().headers().get("I-Twilio-Idempotency-Token"));
        world.everythingSigned();
    }

    @Test
    void aFragmentThatMeansNothingIsAViolation() {
        attemptsAt("#rc=9&retry=yes", 0);
        assertThat(world.network.violations())
                .hasSize(2)
                .anySatisfy(violation -> assertThat(violation).contains("rc=9"))
                .anySatisfy(violation -> assertThat(violation).contains("retry=yes"));
    }
}
