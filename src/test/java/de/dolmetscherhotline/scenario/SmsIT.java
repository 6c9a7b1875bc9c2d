package de.dolmetscherhotline.scenario;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.Exchange;
import de.dolmetscherhotline.simulator.Exchange.Kind;
import de.dolmetscherhotline.simulator.Interference;
import de.dolmetscherhotline.simulator.Interference.Delivery;
import de.dolmetscherhotline.testsupport.Body;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What volunteers text us, and what becomes of it. */
class SmsIT extends TextScriptIT {

    @Test
    void whoTextsAnIsRungAndWhoTextsAusIsNot() {
        var amina = interpreterOffDuty("ar").texts("AN").reads("Sie sind jetzt erreichbar");
        var doctor = practice().dials(line).presses("1").hears("Wir suchen jetzt");
        seconds(2);
        amina.isRinging();
        doctor.hangsUp();
        seconds(10);

        amina.texts("aus!").reads("nicht mehr erreichbar");
        practice().dials(line).presses("1").hears("niemand im Dienst");
        seconds(10);

        amina.isIdle();
        assertThat(dialsTo(amina)).hasSize(1);
        assertThat(sessions().reasonsAgainst(amina)).containsExactly("said-off");
    }

    @Test
    void statusSaysWhatHolds() {
        var amina = interpreterOffDuty("ar").texts("STATUS").reads("nicht erreichbar");
        amina.texts("AN").texts("status?").reads("Sie sind erreichbar.");

        setAvailability(amina.id(), Body.of("available", true, "until", "2126-03-01T18:00:00Z"));
        amina.texts("Status").reads("erreichbar bis Freitag, 1.3., 19:00 Uhr");
    }

    @Test
    void whoIsNotActiveIsNotToldThatSheIsReachable() {
        var trainee = interpreterWith(aProfile("ar").with("status", "in_training"));

        trainee.texts("AN").reads("erst, wenn Ihre Koordination Sie freigeschaltet hat");
    }

    @Test
    void whatIsNotUnderstoodGetsOneHelpfulLine() {
        var amina = interpreter("ar").texts("Guten Tag, wann soll ich kommen?").reads("AN, AUS, STATUS oder HILFE");
        amina.texts("HILFE").reads("JA oder NEIN mit Nummer").texts("ja").reads("JA 47");

        amina.texts("JA 47").reads("nicht offen");
        assertThat(amina.memory().reserved()).isFalse();
    }

    static Stream<Delivery> copies() {
        return Stream.of(Delivery.twice(), Delivery.twiceAtOnce());
    }

    @ParameterizedTest
    @MethodSource("copies")
    void textThatIsDeliveredTwiceActsOnceAndGetsTheSameAnswer(Delivery twice) {
        NETWORK.interfere(Mishap.webhooks(twice, Kind.SMS));
        var amina = interpreterOffDuty("ar").texts("AN");

        assertThat(exchanges(Kind.SMS)).hasSize(2);
        assertThat(exchanges(Kind.SMS).stream().map(Exchange::responseBody).collect(toSet()))
                .singleElement()
                .asString()
                .contains("Sie sind jetzt erreichbar");
        assertThat(amina.inbox()).hasSize(1);
        assertThat(received(amina)).hasSize(1);
    }

    @Test
    void lateCopyOfAnEarlierTextDoesNotSwitchBack() {
        NETWORK.interfere(Mishap.webhooks(Delivery.twice(), Kind.SMS));
        var amina = interpreterOffDuty("ar").texts("AN");
        NETWORK.interfere(Interference.NONE);
        amina.texts("AUS").texts("STATUS").reads("nicht erreichbar");
    }

    @Test
    void strangersAreNotAnswered() {
        var stranger = stranger().texts("AN").texts("JA 47").texts("HILFE");

        assertThat(stranger.inbox()).isEmpty();
        assertThat(exchanges(Kind.SMS))
                .hasSize(3)
                .allSatisfy(text -> assertThat(text.status()).isEqualTo(200));
    }

    @Test
    void memberOfAnotherDistrictIsAStrangerHere() {
        var neighbour = interpreterOffDuty("ar");
        moveToAnotherDistrict();

        neighbour.texts("AN");

        assertThat(neighbour.inbox()).isEmpty();
        assertThat(available(neighbour)).isNull();
    }

    @Test
    void sixAnswersAnHourAreEnoughButCommandsStillCount() {
        var amina = interpreterOffDuty("ar");
        IntStream.range(0, 8).forEach(n -> amina.texts("Danke für Ihre Nachricht, ich bin nicht da"));
        assertThat(amina.inbox()).hasSize(6);

        amina.texts("AN");
        assertThat(amina.inbox()).hasSize(6);
        assertThat(available(amina)).isEqualTo(true);

        pass(Duration.ofHours(1));
        amina.texts("AUS").reads("nicht mehr erreichbar");
    }

    @Test
    void whoSaysStopIsNeverTextedUntilSheSaysStart() {
        var amina = interpreter("ar").texts("Stop");
        assertThat(amina.inbox()).hasSize(1).allSatisfy(text -> assertThat(text).contains("unsubscribed"));
        assertThat(textsStoppedAt(amina)).isEqualTo(CLOCK.instant().toString());
        assertThat(available(amina)).isEqualTo(true);

        text(amina);
        assertThat(orders()).isEmpty();
        assertThat(states()).containsExactly("withheld");

        amina.texts("START");
        assertThat(textsStoppedAt(amina)).isNull();
        text(amina);
        amina.reads("dreimal nicht erreicht");
    }

    @Test
    void stoppIsUnderstoodTooAlthoughTheNetworkDoesNot() {
        var amina = interpreter("ar").texts("Stopp!").reads("keine SMS mehr");
        text(amina);

        assertThat(orders()).isEmpty();
        assertThat(textsStoppedAt(amina)).isNotNull();
    }

    @Test
    void networkThatKnowsOfAStopTellsUsOnce() {
        NETWORK.interfere(Mishap.webhooks(Delivery.lost(), Kind.SMS));
        var amina = interpreter("ar").texts("STOP");
        NETWORK.interfere(Interference.NONE);
        assertThat(textsStoppedAt(amina)).isNull();

        text(amina);
        assertThat(states()).containsExactly("refused");
        assertThat(textsStoppedAt(amina)).isEqualTo(CLOCK.instant().toString());

        pass(Duration.ofHours(2));
        text(amina);
        assertThat(orders()).hasSize(1);
        assertThat(states()).containsExactly("refused", "withheld");
    }
}
