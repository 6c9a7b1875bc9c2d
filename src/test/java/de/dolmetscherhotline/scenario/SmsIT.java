package de.dolmetscherhotline.scenario;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.callout.CallOuts;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.simulator.Behaviour;
import de.dolmetscherhotline.simulator.Exchange;
import de.dolmetscherhotline.simulator.Exchange.Kind;
import de.dolmetscherhotline.simulator.Interference;
import de.dolmetscherhotline.simulator.Interference.Delivery;
import de.dolmetscherhotline.simulator.Interference.RestFate;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Texts in both directions: what volunteers write, and what they are told. */
class SmsIT extends PhoneScriptIT {

    @Autowired
    private Texts texts;

    @Autowired
    private CallOuts callOuts;

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
        var invited = callOuts.begin(call, district(call), Need.of(new Language("ar")), List.of(new Language("ar")));
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

    /** Somebody who may be asked although off duty. */
    private Person volunteer() {
        var volunteer = interpreterOffDuty("ar");
        sql("update interpreter set callout_opt_in = true where id = '" + volunteer.id() + "'");
        return volunteer;
    }

    private CallId call() {
        return new CallId((UUID) Objects.requireNonNull(rows("select id from call where dialled_at >= :began")
                .getFirst()
                .get("id")));
    }

    private DistrictId district(CallId call) {
        return new DistrictId((UUID) Objects.requireNonNull(
                rows("select district_id from call where dialled_at >= :began and id = '" + call + "'")
                        .getFirst()
                        .get("district_id")));
    }

    private UUID lineId() {
        return (UUID) Objects.requireNonNull(
                rows("select id from line where number = '" + line + "' and :began::timestamptz is not null")
                        .getFirst()
                        .get("id"));
    }

    private void order(Person who) {
        texts.toInterpreter(new InterpreterId(who.id()), "pause.unanswered").block();
    }

    private void text(Person who) {
        order(who);
        settle();
    }

    /** Our orders to send a text. */
    private List<Exchange> orders() {
        return exchanges(Kind.REST).stream().filter(Mishap::isText).toList();
    }

    /** How far each text of this script has come, oldest first. */
    private List<String> states() {
        return rows("select state from text_message where created_at >= :began order by created_at, id").stream()
                .map(row -> String.valueOf(row.get("state")))
                .toList();
    }

    private List<Map<String, Object>> received(Person sender) {
        return rows(
                "select sid from text_received where received_at >= :began and interpreter_id = '" + sender.id() + "'");
    }

    private @Nullable Object available(Person who) {
        return JsonPath.read(view(who), "$.available");
    }

    private @Nullable Object textsStoppedAt(Person who) {
        return JsonPath.read(view(who), "$.textsStoppedAt");
    }

    private String view(Person who) {
        return get("/api/v1/interpreters/" + who.id()).hasStatus(200).body();
    }

    private void sql(String sql) {
        database().sql(sql).then().block();
    }
}
