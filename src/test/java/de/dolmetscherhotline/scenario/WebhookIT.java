package de.dolmetscherhotline.scenario;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.Exchange;
import de.dolmetscherhotline.simulator.Exchange.Kind;
import de.dolmetscherhotline.simulator.Interference;
import de.dolmetscherhotline.simulator.Interference.Delivery;
import de.dolmetscherhotline.simulator.Interference.RestFate;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;

/** What the network does to messages: repeats, delays, forges and loses them (contract §7, F9; §5.5). */
class WebhookIT extends PhoneScriptIT {

    static Stream<Arguments> mishaps() {
        var unknown = Delivery.with(Map.of("NewParameter", "äöü &=+%", "StirVerstat", "TN-Validation-Passed-A"));
        var late = Delivery.delayed(Duration.ofSeconds(10));
        return Stream.of(
                Arguments.of("every webhook comes twice", Mishap.everyWebhook(Delivery.twice())),
                Arguments.of("every webhook comes twice at once", Mishap.everyWebhook(Delivery.twiceAtOnce())),
                Arguments.of("every webhook has unknown parameters", Mishap.everyWebhook(unknown)),
                Arguments.of("every webhook is preceded by a forgery", Mishap.everyWebhook(Delivery.forgery())),
                Arguments.of("news about legs comes 10 s late", Mishap.webhooks(late, Kind.CALL_STATUS)),
                Arguments.of("news about rooms comes 10 s late", Mishap.webhooks(late, Kind.CONFERENCE_STATUS)),
                Arguments.of(
                        "all news comes 10 s late", Mishap.webhooks(late, Kind.CALL_STATUS, Kind.CONFERENCE_STATUS)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mishaps")
    void callGetsThrough(String what, Interference mishap) {
        NETWORK.interfere(mishap);
        var amina = interpreter("ar");
        var basma = interpreter("ar");
        var doctor = practice().dials(line).hears("Welche Sprache").presses("1").hears("Wir suchen jetzt");
        seconds(3);
        basma.isRinging().picksUp().presses("2").hears("In Ordnung");
        amina.isRinging().picksUp().hears("Arabisch, eine Arztpraxis").presses("1");
        seconds(15);
        doctor.talksWith(amina);
        seconds(120);
        doctor.talksWith(amina);
        amina.hangsUp();
        doctor.hears("Wie zufrieden").presses("4").hears("Vielen Dank");
        seconds(30);

        doctor.isIdle();
        amina.isIdle().isFree();
        basma.isIdle().isFree();
        sessions().count(1).latestHas("outcome", "connected").latestHas("rating", 4);
        assertThat(sessions().fatesOf(amina)).containsExactly("accepted");
        assertThat(sessions().fatesOf(basma)).containsExactly("declined");
        assertThat(amina.memory().timesAsked()).isEqualTo(1);
        assertThat(basma.memory().timesAsked()).isEqualTo(1);
        assertThat(dials()).hasSize(2);
        theSameRequestGotTheSameAnswer();
    }

    private void theSameRequestGotTheSameAnswer() {
        var requests = documents().stream()
                .filter(document -> document.status() == 200)
                .collect(groupingBy(document -> List.of(document.url(), document.params())));
        assertThat(requests)
                .isNotEmpty()
                .allSatisfy((request, answers) -> assertThat(answers.stream().map(Exchange::responseBody))
                        .as(request.toString())
                        .containsOnly(answers.getFirst().responseBody()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mishaps")
    void callerWhoHangsUpLeavesNobodyReserved(String what, Interference mishap) {
        NETWORK.interfere(mishap);
        var amina = interpreter("ar");
        var basma = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(3);
        amina.isRinging().picksUp();

        doctor.hangsUp();
        seconds(45);

        basma.isIdle().isFree();
        amina.isIdle().isFree();
        sessions().count(1).latestHas("outcome", "abandoned_waiting");
    }

    @Test
    void everyCopyIsAnsweredWithTheSameWords() {
        NETWORK.interfere(Mishap.everyWebhook(Delivery.twice()));
        var doctor = practice();
        talk(doctor, "1", interpreter("ar"));
        doctor.hangsUp();
        seconds(10);

        var copies = documents().stream()
                .collect(groupingBy(document -> List.of(document.url(), document.params())))
                .values();
        assertThat(copies).hasSizeGreaterThan(4).allSatisfy(same -> {
            assertThat(same).hasSizeGreaterThanOrEqualTo(2);
            assertThat(same.stream().map(Exchange::status)).containsOnly(200);
            assertThat(new HashSet<>(same.stream().map(Exchange::responseBody).toList()))
                    .hasSize(1);
        });
    }

    @Test
    void forgeriesAreRefusedAndChangeNothing() {
        NETWORK.interfere(Mishap.everyWebhook(Delivery.forgery()));
        var amina = interpreter("ar");
        talk(practice(), "1", amina);

        var refused = exchanges().stream()
                .filter(exchange -> exchange.status() == 403)
                .toList();
        assertThat(refused)
                .hasSizeGreaterThan(8)
                .allSatisfy(exchange -> assertThat(exchange.responseBody()).isEmpty());
        sessions().count(1);
    }

    @Test
    void unsignedRequestsChangeNothing() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(2);
        amina.isRinging();
        var before = rows("select id, version, state::text from call where dialled_at >= :began");

        var offer = String.valueOf(dialsTo(amina).getFirst().params().get("Url"))
                .replaceFirst(".*/offers/([^/]*)/.*", "$1");
        var sid = amina.phone().callSid().orElseThrow();
        refused("/twilio/offers/" + offer + "/answered", "in-progress", sid, "");
        refused("/twilio/offers/" + offer + "/keys/1", "in-progress", sid, "1");
        refused("/twilio/offers/" + offer + "/status", "completed", sid, "");
        refused("/twilio/voice/status", "completed", doctor.phone().callSid().orElseThrow(), "");
        refused("/twilio/voice", "ringing", "CA00000000000000000000000000000000", "");

        assertThat(rows("select id, version, state::text from call where dialled_at >= :began"))
                .isEqualTo(before);
        amina.isRinging().accepts();
        seconds(5);
        doctor.talksWith(amina);
    }

    private void refused(String path, String status, String sid, String digits) {
        for (var signature : new String[] {"", "AAAAAAAAAAAAAAAAAAAAAAAAAAA="}) {
            anonymous()
                    .post()
                    .uri(path)
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .header("X-Twilio-Signature", signature)
                    .body(BodyInserters.fromFormData("CallSid", sid)
                            .with("CallStatus", status)
                            .with("To", line)
                            .with("From", "anonymous")
                            .with("Digits", digits))
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
    }

    @Test
    void dialThatTheNetworkDidNotTakeIsRepeated() {
        NETWORK.interfere(Mishap.firstDials(RestFate.TOO_MANY_REQUESTS, RestFate.TOO_MANY_REQUESTS));
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        amina.isIdle();
        seconds(4);

        amina.isRinging().accepts();
        seconds(5);
        doctor.talksWith(amina);
        assertThat(dialsTo(amina).stream().map(Exchange::status)).containsExactly(429, 429, 201);
        assertThat(sessions().fatesOf(amina)).containsExactly("accepted");
    }

    @Test
    void dialOfUnknownEffectIsNotRepeatedAndTheCallerIsServed() {
        NETWORK.interfere(Mishap.firstDials(RestFate.FAILS_AFTER_EFFECT));
        var amina = interpreter("ar");
        var basma = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(3);

        Stream.of(amina, basma).filter(Person::rings).findFirst().orElseThrow().accepts();
        seconds(5);

        assertThat(doctor.phone().talkingWith()).hasSize(1);
        assertThat(dialsTo(amina)).hasSizeLessThanOrEqualTo(1);
        assertThat(dialsTo(basma)).hasSizeLessThanOrEqualTo(1);
        seconds(45);
        assertThat(reserved()).hasSize(1);
    }

    @Test
    void telephoneThatRingsAlthoughTheDialFailedMayBeTheOnlyOne() {
        NETWORK.interfere(Mishap.firstDials(RestFate.FAILS_AFTER_EFFECT));
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(3);

        amina.isRinging().accepts();
        seconds(5);

        doctor.talksWith(amina);
        assertThat(dialsTo(amina)).hasSize(1);
    }

    @Test
    void dialThatFailedWithoutEffectDoesNotLeaveTheCallerWaitingForEver() {
        NETWORK.interfere(Mishap.firstDials(RestFate.FAILS_BEFORE_EFFECT));
        var amina = interpreter("ar");
        var basma = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(3);
        Stream.of(amina, basma).filter(Person::rings).findFirst().orElseThrow().accepts();
        seconds(5);

        assertThat(doctor.phone().talkingWith()).hasSize(1);
        seconds(70);
        assertThat(reserved()).hasSize(1);
    }

    @Test
    void newsAboutALegMayComeBeforeTheAnswerToTheDial() {
        NETWORK.interfere(Mishap.firstDials(RestFate.ANSWERED_LAST, RestFate.ANSWERED_LAST));
        var amina = interpreter("ar");
        var basma = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(3);
        basma.isRinging();
        amina.isRinging().accepts();
        seconds(5);

        doctor.talksWith(amina);
        basma.isIdle().isFree();
        assertThat(dials()).hasSize(2);
    }
}
