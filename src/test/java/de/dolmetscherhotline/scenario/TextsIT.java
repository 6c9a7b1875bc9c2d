package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.simulator.Behaviour;
import de.dolmetscherhotline.simulator.Exchange;
import de.dolmetscherhotline.simulator.Interference.Delivery;
import de.dolmetscherhotline.simulator.Interference.RestFate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we text, and what becomes of it. */
class TextsIT extends TextScriptIT {

    @Test
    void textIsSentFromTheLineAndItsProgressIsNoted() {
        var amina = interpreter("ar");
        text(amina);

        amina.reads("Antworten Sie AN");
        assertThat(states()).containsExactly("delivered");
        assertThat(
                        rows(
                                "select 1 from text_message where sid is not null and delivered_at is not null and created_at >= :began"))
                .hasSize(1);
    }

    @Test
    void newsInTheWrongOrderAndTwiceChangesNothing() {
        NETWORK.interfere(Mishap.everyWebhook(Delivery.twiceAtOnce()));
        text(interpreter("ar"));
        assertThat(states()).containsExactly("delivered");
    }

    @Test
    void textThatCannotBeDeliveredIsNotSentAgain() {
        var amina = interpreter("ar").behaves(Behaviour.unreachable());
        text(amina);

        pass(Duration.ofHours(1));
        assertThat(orders()).hasSize(1);
        assertThat(states()).containsExactly("undelivered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAILS_BEFORE_EFFECT", "FAILS_AFTER_EFFECT"})
    void textOfUnknownEffectIsNotRepeated(String fate) {
        NETWORK.interfere(Mishap.firstTexts(RestFate.valueOf(fate)));
        var amina = interpreter("ar");
        text(amina);
        pass(Duration.ofHours(1));

        assertThat(orders()).hasSize(1);
        var happened = fate.equals("FAILS_AFTER_EFFECT");
        assertThat(amina.inbox()).hasSize(happened ? 1 : 0);
        assertThat(states()).containsExactly(happened ? "delivered" : "unclear");
    }

    @Test
    void textThatTheNetworkDidNotTakeIsRepeated() {
        NETWORK.interfere(Mishap.firstTexts(RestFate.TOO_MANY_REQUESTS, RestFate.TOO_MANY_REQUESTS));
        var amina = interpreter("ar");
        text(amina);
        seconds(5);

        assertThat(orders().stream().map(Exchange::status)).containsExactly(429, 429, 201);
        assertThat(amina.inbox()).hasSize(1);
    }

    @Test
    void progressMayBeReportedBeforeTheAnswer() {
        NETWORK.interfere(Mishap.firstTexts(RestFate.ANSWERED_LAST));
        text(interpreter("ar"));

        assertThat(states()).containsExactly("delivered");
    }

    @Test
    void textsToOnePersonKeepTheirDistanceAndTooManyAreDropped() {
        var amina = interpreter("ar");
        var basma = interpreter("ar");
        IntStream.range(0, 5).forEach(n -> order(amina));
        text(basma);
        assertThat(amina.inbox()).hasSize(1);
        assertThat(basma.inbox()).hasSize(1);

        seconds(59);
        assertThat(amina.inbox()).hasSize(1);
        seconds(1);
        assertThat(amina.inbox()).hasSize(2);
        pass(Duration.ofHours(1));

        assertThat(amina.inbox()).hasSizeBetween(3, 4);
        assertThat(states()).doesNotContain("due", "sending").contains("withheld");
    }

    @Test
    void coordinatorIsAlertedAtOnceEachTimeFromThatLine() {
        var coordinator = stranger();
        var lineId = new LineId(lineId());
        sql("update line set coordinator_number = '" + coordinator.phone().number() + "' where id = '" + lineId + "'");

        texts.toCoordinator(lineId, "alert.emergency", new Language("ar"), 60).block();
        texts.toCoordinator(lineId, "alert.cap", "Praxis").block();
        settle();

        assertThat(coordinator.inbox())
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).contains("Notfall (Arabisch) wartet seit 60 Sekunden"));
    }

    @Test
    void coordinatorWhoSaysStopIsNotAlertedUntilStart() {
        var coordinator = stranger();
        var lineId = new LineId(lineId());
        sql("update line set coordinator_number = '" + coordinator.phone().number() + "' where id = '" + lineId + "'");
        coordinator.texts("STOP").texts("AN");
        texts.toCoordinator(lineId, "alert.cap", "Praxis").block();
        settle();
        assertThat(orders()).isEmpty();

        coordinator.texts("START");
        texts.toCoordinator(lineId, "alert.cap", "Praxis").block();
        settle();
        coordinator.reads("Tageslimit");
    }

    @Test
    void lineWithoutCoordinatorAlertsNobody() {
        texts.toCoordinator(new LineId(lineId()), "alert.cap", "Praxis").block();
        settle();

        assertThat(orders()).isEmpty();
    }

    @Test
    void volunteersOffDutyAreAskedByTextAndTheFirstYesWins() {
        interpreter("ar");
        var basma = volunteer();
        var dunya = volunteer();
        var emine = volunteer();
        practice().dials(line).presses("1");
        var call = call();
        var invited = callOuts.ask(call, district(call), Need.of(new Language("ar")), List.of(new Language("ar")));
        assertThat(invited.block()).isEqualTo(3);
        settle();
        basma.reads("Arabisch wird jetzt gebraucht");
        var code = basma.inbox().getLast().replaceFirst(".*JA ([0-9]+).*", "$1");

        basma.texts("Ja, " + code + "!").reads("wir rufen Sie gleich an");
        dunya.texts("ja" + code).reads("schon erledigt");
        basma.texts("JA " + code).reads("wir rufen Sie gleich an");
        emine.texts("NEIN " + code).reads("In Ordnung");

        assertThat(rows("select claimed_by from callout where opened_at >= :began"))
                .containsExactly(Map.of("claimed_by", basma.id()));
        callOuts.settle(call).block();
        pass(Duration.ofMinutes(5));
        assertThat(emine.inbox()).hasSize(2);
    }
}
