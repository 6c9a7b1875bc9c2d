package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.Behaviour;
import de.dolmetscherhotline.testsupport.Body;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is on duty, or nobody accepts: the caller has choices at once, and volunteers off duty are asked by text. */
class NobodyFoundIT extends PhoneScriptIT {

    @Test
    void choicesAreSaidAtOnceAndThatTheProviderCosts() {
        coordinator();
        provider();

        var doctor = practice().dials(line).presses("1");

        doctor.hears("Für Arabisch ist zurzeit leider niemand im Dienst")
                .hears("Sollen wir Sie zurückrufen, sobald jemand gefunden ist, drücken Sie die 1")
                .hears("Für einen kostenpflichtigen Dolmetscherdienst drücken Sie die 2")
                .hears("Im Notfall drücken Sie die 9")
                .hears("Oder legen Sie einfach auf")
                .hears("Mit der 0 erreichen Sie die Koordinierungsstelle");
    }

    @Test
    void whatTheLineDoesNotHaveIsNotOffered() {
        var doctor = practice().dials(line).presses("1");

        doctor.hears("niemand im Dienst").neverHeard("kostenpflichtig").neverHeard("Koordinierungsstelle");
        doctor.presses("2").hears("nicht verstanden").hears("niemand im Dienst");
    }

    @Test
    void zeroWhereThereIsNoCoordinatorIsAnsweredHonestlyAndCostsNoRepetition() {
        var doctor = practice().dials(line).presses("1").hears("niemand im Dienst");

        doctor.presses("0").hears("niemand zu erreichen").hears("niemand im Dienst");
        doctor.presses("0").hears("niemand zu erreichen").hears("Sollen wir Sie zurückrufen");
        doctor.presses("7").hears("nicht verstanden").hears("Sollen wir Sie zurückrufen");
        doctor.presses("7").hears("Wir haben Ihren Bedarf vermerkt");
    }

    @Test
    void silenceIsAskedAgainOnceAndTheNeedIsNoted() {
        var doctor = practice().dials(line).presses("1");
        var call = newestCall();
        seconds(90);

        doctor.heardInTurn("niemand im Dienst", "keine Eingabe", "niemand im Dienst", "Wir haben Ihren Bedarf vermerkt")
                .isIdle();
        sessions().count(1).latestHas("outcome", "no_coverage").latestHas("language", "ar");
        assertThat(unmet(call)).containsExactly("no_coverage");
    }

    @Test
    void needStaysOnTheListUntilItIsSettled() {
        practice().dials(line).presses("1").hangsUp();
        var call = newestCall();
        assertThat(unmet(call)).containsExactly("no_coverage");

        settles(call, 204);

        assertThat(unmet(call)).isEmpty();
        settles(call, 404);
        sessions().latestHas("outcome", "no_coverage");
    }

    private void settles(String call, int status) {
        post("/api/v1/unmet-demand/" + call + "/settle", Body.of("note", "Termin mit Dolmetscherin vereinbart"))
                .hasStatus(status);
    }

    @Test
    void whenNobodyAcceptsTheChoicesComeAsWell() {
        interpreter("ar").behaves(Behaviour.declines(Duration.ofSeconds(3)));
        var doctor = practice().dials(line).presses("1").hears("Wir suchen jetzt");
        var call = newestCall();
        seconds(8);

        doctor.heard("haben wir leider niemanden erreicht").heard("zurückrufen").hangsUp();
        sessions().latestHas("outcome", "nobody_answered");
        assertThat(unmet(call)).containsExactly("nobody_answered");
    }

    @Test
    void inAnEmergencyThoseOffDutyAreRungWhoWantIt() {
        var amina = interpreterWith(aProfile("ar").with("emergencyOptIn", true));
        var doctor = practice().dials(line).presses("1").hears("niemand im Dienst");
        amina.wasNeverDialled();

        doctor.presses("9").hears("Wir suchen jetzt");
        seconds(2);
        amina.isRinging()
                .picksUp()
                .hears("Notfall. Dolmetscher-Hotline: Arabisch")
                .presses("1");
        seconds(5);

        doctor.talksWith(amina).hangsUp();
        sessions().latestHas("outcome", "connected").latestHas("emergency", true);
    }

    @Test
    void emergencyForWhichThereIsNobodyIsNotOfferedAgain() {
        var doctor = practice().dials(line).presses("1").presses("9");
        seconds(1);

        doctor.hears("niemand im Dienst");
        assertThat(doctor.sayings().getLast()).doesNotContain("die 9");
        doctor.hangsUp();
        sessions().latestHas("outcome", "no_coverage").latestHas("emergency", true);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void providerIsConnectedAndThatIsWhatTheLogSays(boolean providerHangsUpFirst) {
        var provider = provider();
        var doctor = practice().dials(line).presses("1").presses("2").hears("kostenpflichtigen Dolmetscherdienst");
        var call = newestCall();
        seconds(8);
        assertThat(provider.isRinging().phone().ringingFrom()).contains(line);
        provider.picksUp();
        seconds(2);
        doctor.talksWith(provider);
        seconds(60);

        (providerHangsUpFirst ? provider : doctor).hangsUp();
        seconds(20);

        doctor.isIdle();
        provider.isIdle();
        sessions().count(1).latestHas("outcome", "handed_to_provider").latestHas("connectedAt", null);
        assertThat(unmet(call)).isEmpty();
    }

    @Test
    void whoeverComesBackFromTheProviderIsThanked() {
        var provider = provider();
        var doctor = practice().dials(line).presses("1").presses("2");
        seconds(8);
        provider.picksUp();
        seconds(30);

        provider.hangsUp();

        doctor.hears("Vielen Dank für Ihren Anruf");
    }

    static Stream<Behaviour> waysNotToAnswer() {
        return Stream.of(Behaviour.busy(), Behaviour.neverAnswers(), Behaviour.unreachable());
    }

    @ParameterizedTest
    @MethodSource("waysNotToAnswer")
    void providerWhoDoesNotAnswerLeadsBackToTheChoices(Behaviour behaviour) {
        provider().behaves(behaviour);
        var doctor = practice().dials(line).presses("1").presses("2");
        seconds(36);

        doctor.heardInTurn(
                "kostenpflichtigen Dolmetscherdienst",
                "niemand zu erreichen",
                "niemand im Dienst",
                "drücken Sie die 2");
        doctor.hangsUp();
        sessions().latestHas("outcome", "no_coverage");
    }

    @Test
    void whoeverHangsUpBeforeTheProviderAnswersWasNotServed() {
        var provider = provider();
        var doctor = practice().dials(line).presses("1").presses("2");
        var call = newestCall();
        seconds(8);
        provider.isRinging();

        doctor.hangsUp();

        provider.isIdle();
        sessions().latestHas("outcome", "no_coverage");
        assertThat(unmet(call)).containsExactly("no_coverage");
    }

    @Test
    void firstVolunteerWhoSaysYesIsConnectedWhileTheCallerStillChooses() {
        var basma = volunteer();
        var dunya = volunteer();
        var emine = volunteer();
        var doctor = practice().dials(line).presses("1").hears("Wir fragen auch bei denen nach");
        var code = invitation(basma);
        assertThat(List.of(invitation(dunya), invitation(emine))).containsOnly(code);

        basma.texts("JA " + code).reads("wir rufen Sie gleich an").isRinging();
        dunya.texts("JA " + code).reads("schon erledigt").isIdle();
        seconds(1);
        doctor.hears("Wir suchen jetzt");
        basma.accepts();
        seconds(5);

        doctor.talksWith(basma);
        pass(Duration.ofMinutes(3));
        emine.reads("Der Anruf hat sich erledigt").wasNeverDialled();
        assertThat(basma.inbox()).hasSize(2);
        assertThat(dunya.inbox()).hasSize(2);
        dunya.wasNeverDialled();
        doctor.hangsUp();
        sessions()
                .count(1)
                .latestHas("outcome", "connected")
                .latestHas("interpreterId", basma.id().toString());
    }

    @Test
    void volunteersAreAlsoAskedWhenNobodyAccepts() {
        interpreter("ar").behaves(Behaviour.declines(Duration.ofSeconds(3)));
        var basma = volunteer();
        var doctor = practice().dials(line).presses("1");
        seconds(2);
        assertThat(basma.inbox()).isEmpty();
        seconds(8);

        basma.texts("JA " + invitation(basma)).accepts();
        seconds(5);

        doctor.talksWith(basma);
    }

    @Test
    void whoDidNotWantTextsOrCannotTakeTheCallIsNotAsked() {
        var silent = interpreterOffDuty("ar");
        var unsworn = interpreterWith(aProfile("ar").with("calloutOptIn", true).with("secrecyDeclaredOn", null));
        var foreign = interpreterWith(aProfile("uk").with("calloutOptIn", true));

        practice().dials(line).presses("1").hears("niemand im Dienst");

        assertThat(List.of(silent, unsworn, foreign))
                .allSatisfy(person -> assertThat(person.inbox()).isEmpty());
    }

    @Test
    void whenTheCallerHangsUpAllAreToldThatItIsSettled() {
        var basma = volunteer();
        var dunya = volunteer();
        var doctor = practice().dials(line).presses("1");
        var code = invitation(basma);
        seconds(3);

        doctor.hangsUp();
        pass(Duration.ofMinutes(2));

        basma.reads("Der Anruf hat sich erledigt")
                .texts("JA " + code)
                .reads("schon erledigt")
                .wasNeverDialled();
        dunya.reads("Der Anruf hat sich erledigt");
        sessions().latestHas("outcome", "no_coverage");
    }

    @Test
    void volunteerWhoDoesNotPickUpGivesTheCallBackToTheOthers() {
        var basma = volunteer();
        var dunya = volunteer();
        var doctor = practice().dials(line).presses("1");
        var code = invitation(basma);
        basma.texts("JA " + code).isRinging();
        seconds(30);
        basma.isIdle().isFree();
        doctor.heard("haben wir leider niemanden erreicht");

        dunya.texts("JA " + code).reads("wir rufen Sie gleich an").accepts();
        seconds(5);

        doctor.talksWith(dunya);
        assertThat(sessions().fatesOf(basma)).containsExactly("no_answer");
    }

    @Test
    void volunteerForWhomTheCallIsOverBeforeHerTelephoneRingsIsTold() {
        var basma = volunteer();
        var doctor = practice().dials(line).presses("1");
        var code = invitation(basma);
        seconds(3);

        basma.phone().text(line, "JA " + code);
        NETWORK.runDue();
        doctor.phone().hangUp();
        NETWORK.runDue();
        pass(Duration.ofMinutes(3));

        assertThat(basma.inbox())
                .satisfiesExactly(
                        text -> assertThat(text).contains("JA " + code),
                        text -> assertThat(text).contains("wir rufen Sie gleich an"),
                        text -> assertThat(text).contains("Der Anruf hat sich erledigt"));
        basma.wasNeverDialled();
    }

    @Test
    void volunteerWhoseTelephoneStopsRingingIsTold() {
        var basma = volunteer();
        var doctor = practice().dials(line).presses("1");
        basma.texts("JA " + invitation(basma)).isRinging();
        seconds(3);

        doctor.hangsUp();
        basma.isIdle().isFree();
        pass(Duration.ofMinutes(3));

        basma.reads("Der Anruf hat sich erledigt");
        sessions().latestHas("outcome", "abandoned_waiting");
    }

    @Test
    void volunteerWhoIsBusyByThenLeavesTheCallToTheOthers() {
        var basma = volunteer();
        var dunya = volunteer();
        var doctor = practice().dials(line).presses("1");
        var code = invitation(basma);
        basma.goesOnDuty();
        var other = practice();
        talk(other, "1", basma);

        basma.texts("JA " + code);
        dunya.texts("JA " + code).reads("wir rufen Sie gleich an").accepts();
        seconds(5);

        doctor.talksWith(dunya);
        other.talksWith(basma);
    }

    /** Somebody off duty who wants to be asked by text. */
    private Person volunteer() {
        return interpreterWith(aProfile("ar").with("calloutOptIn", true));
    }

    /** She was asked by text; the number to answer with. */
    private static String invitation(Person volunteer) {
        volunteer.reads("Arabisch wird jetzt gebraucht");
        return volunteer.inbox().getLast().replaceFirst("(?s).*JA ([0-9]+).*", "$1");
    }
}
