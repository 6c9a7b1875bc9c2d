package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.Behaviour;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever does not want to wait is rung back: first an interpreter is found, then the organisation's telephone rings. */
class CallbackIT extends PhoneScriptIT {

    @Test
    void whoeverHangsUpToBeRungBackIsConnectedLater() {
        var amina = interpreter("ar");
        var first = practice();
        talk(first, "1", amina);
        var doctor = wantsToBeRungBack(practice());
        doctor.heard("Sollen wir Sie zurückrufen");
        seconds(60);
        assertThat(dialsTo(doctor)).isEmpty();

        isFreeAgain(amina, first);
        amina.isRinging().picksUp().hears("Arabisch, eine Arztpraxis");
        assertThat(dialsTo(doctor)).isEmpty();
        amina.presses("1").hears("Wir rufen die Einrichtung jetzt zurück");
        seconds(1);
        assertThat(doctor.isRinging().phone().ringingFrom()).contains(line);
        doctor.picksUp()
                .hears("Hier ist die Dolmetscher-Hotline mit Ihrem Rückruf")
                .hears("Arabisch");
        amina.talksWithNobody();
        doctor.presses("1");
        seconds(5);

        doctor.talksWith(amina);
        seconds(60);
        amina.hangsUp();
        doctor.hears("Wie zufrieden").presses("5").hears("Vielen Dank");
        seconds(10);
        doctor.isIdle();
        assertThat(sessions().outcomes()).containsExactly("connected", "callback_arranged", "connected");
        sessions().latestHas("interpreterId", amina.id().toString()).latestHas("rating", 5);
        assertThat(dialsTo(doctor)).hasSize(1);
    }

    /** Two keys in a hurry for the language: the second one is no wish to be rung back. */
    @ParameterizedTest
    @ValueSource(strings = {"11", "111"})
    void impatientCallerKeepsThePlaceOnTheLine(String keys) {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).hears("Für Arabisch drücken Sie die 1");

        doctor.presses(keys).hears("Wir suchen jetzt").presses("1").hears("Wir suchen jetzt");
        seconds(2);
        amina.isRinging().accepts();
        seconds(5);

        doctor.talksWith(amina);
        assertThat(sessions().outcomes()).hasSize(1);
        assertThat(dialsTo(amina)).hasSize(1);
    }

    @Test
    void callbackIsOfferedOnceTheCallerHasHeardThatTheSearchIsOn() {
        talk(practice(), "1", interpreter("ar"));
        var doctor = practice().dials(line).presses("1").neverHeard("zurückrufen");

        seconds(22);

        doctor.hears("Sollen wir Sie zurückrufen, sobald jemand gefunden ist, drücken Sie die 1");
        doctor.presses("1").hears("Wir rufen Sie unter der Nummer Ihrer Einrichtung zurück");
        leap(Duration.ofMinutes(61));
    }

    @Test
    void telephoneOnWhichOurFarewellIsStillHeardIsNotRungYet() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(22);
        doctor.presses("1").hears("Wir rufen Sie unter der Nummer Ihrer Einrichtung zurück");
        seconds(3);

        amina.isRinging().accepts().hears("Wir rufen die Einrichtung jetzt zurück");
        assertThat(dialsTo(doctor)).isEmpty();
        seconds(15);
        doctor.isRinging().picksUp().presses("1");
        seconds(5);

        doctor.talksWith(amina);
        assertThat(dialsTo(doctor)).hasSize(1);
    }

    @Test
    void callbackThatIsAskedForWhenNobodyIsOnDutyWaitsForSomebody() {
        var doctor = wantsToBeRungBack(practice());
        doctor.heard("niemand im Dienst");
        pass(Duration.ofMinutes(2));
        leap(Duration.ofMinutes(18));

        var amina = interpreter("ar");
        seconds(3);
        rungBackBy(amina, doctor);

        assertThat(sessions().outcomes()).containsExactly(null, "callback_arranged");
        doctor.hangsUp();
        assertThat(sessions().outcomes()).containsExactly("connected", "callback_arranged");
    }

    @Test
    void volunteerMayAnswerForTheCallback() {
        var basma = interpreterWith(aProfile("ar").with("calloutOptIn", true));
        var doctor = wantsToBeRungBack(practice());
        basma.reads("Arabisch wird jetzt gebraucht");
        var code = basma.inbox().getLast().replaceFirst("(?s).*JA ([0-9]+).*", "$1");
        seconds(120);

        basma.texts("JA " + code).reads("wir rufen Sie gleich an");
        seconds(1);

        rungBackBy(basma, doctor);
    }

    @Test
    void volunteerWhoWasBeingRungCanStillAnswerForTheCallback() {
        var basma = interpreterWith(aProfile("ar").with("calloutOptIn", true));
        var doctor = practice().dials(line);
        seconds(1);
        doctor.presses("1");
        var code = basma.inbox().getLast().replaceFirst("(?s).*JA ([0-9]+).*", "$1");
        basma.texts("JA " + code).isRinging();
        seconds(22);
        doctor.presses("1").hears("Wir rufen Sie unter der Nummer Ihrer Einrichtung zurück");
        seconds(20);
        basma.isIdle().isFree();

        basma.texts("JA " + code).reads("wir rufen Sie gleich an");
        seconds(1);

        rungBackBy(basma, doctor);
    }

    @Test
    void whoeverCalledAnonymouslyIsRungUnderTheFirstNumberOfTheOrganisation() {
        var desk = stranger();
        var office = stranger();
        organisationWith("471123", desk, office);
        office.dialsAs("anonymous", line).hears("PIN").presses("471123#");
        seconds(1);
        office.presses("1").hears("zurückrufen").presses("1").hears("Nummer Ihrer Einrichtung");
        seconds(20);

        var amina = interpreter("ar");
        seconds(3);
        rungBackBy(amina, desk);

        assertThat(dialsTo(office)).isEmpty();
    }

    @Test
    void whoeverCalledFromANumberOnRecordIsRungThere() {
        var desk = stranger();
        var office = stranger();
        organisationWith("471124", desk, office);
        wantsToBeRungBack(office);

        var amina = interpreter("ar");
        seconds(3);
        rungBackBy(amina, office);

        assertThat(dialsTo(desk)).isEmpty();
    }

    @Test
    void organisationWithoutANumberIsNotOfferedIt() {
        var amina = interpreter("ar");
        organisationWithPin("471125");
        var doctor = stranger().dials(line).presses("471125#").presses("1");
        seconds(2);
        doctor.hears("Wir suchen jetzt").neverHeard("zurückrufen");
        doctor.presses("1").hears("Wir suchen weiter");

        amina.picksUp().presses("2");
        seconds(2);
        doctor.hears("niemanden erreicht")
                .neverHeard("zurückrufen")
                .presses("1")
                .hears("nicht verstanden");
        doctor.hangsUp();

        sessions().count(1).latestHas("outcome", "nobody_answered");
    }

    static Stream<Behaviour> waysNotToBeReached() {
        return Stream.of(
                Behaviour.busy(),
                Behaviour.neverAnswers(),
                Behaviour.voicemail(),
                Behaviour.picksUpSilently(Duration.ofSeconds(3)),
                Behaviour.unreachable());
    }

    @ParameterizedTest
    @MethodSource("waysNotToBeReached")
    void organisationThatIsNotReachedIsRungAgainAndThenGivenUpVisibly(Behaviour behaviour) {
        var doctor = wantsToBeRungBack(practice()).behaves(behaviour);
        var amina = interpreter("ar").behaves(Behaviour.accepts(Duration.ofSeconds(3)));
        seconds(6);
        amina.heard("Wir rufen die Einrichtung jetzt zurück");
        pass(Duration.ofSeconds(100));
        amina.heard("Die Einrichtung ist leider nicht zu erreichen").isIdle().isFree();
        assertThat(dialsTo(doctor)).hasSize(1);
        var callback = newestCall();

        pass(Duration.ofMinutes(20));

        var dials = dialsTo(doctor);
        assertThat(dials).hasSize(3);
        assertThat(Duration.between(dials.getFirst().at(), dials.get(1).at()))
                .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(7));
        doctor.hangsUp().isIdle();
        assertThat(sessions().outcomes()).containsExactly("callback_failed", "callback_arranged");
        assertThat(sessions().fates()).containsExactly("in_vain", "in_vain", "in_vain");
        assertThat(unmet(callback)).containsExactly("callback_failed");
        assertThat(amina.memory().unansweredInARow()).isZero();
    }

    @Test
    void organisationThatIsReachedTheSecondTimeIsConnected() {
        var doctor = wantsToBeRungBack(practice()).behaves(Behaviour.busy());
        var amina = interpreter("ar");
        seconds(3);
        amina.accepts();
        seconds(15);
        amina.heard("nicht zu erreichen").isIdle();
        doctor.behaves(Behaviour.manual());
        pass(Duration.ofMinutes(5));

        rungBackBy(amina, doctor);
    }

    @Test
    void afterAnHourWithoutAnybodyTheCallbackIsGivenUpVisibly() {
        var doctor = wantsToBeRungBack(practice());
        var callback = newestCall();
        pass(Duration.ofMinutes(5));
        leap(Duration.ofMinutes(54));
        assertThat(unmet(callback)).isEmpty();

        pass(Duration.ofMinutes(2));

        assertThat(sessions().outcomes()).containsExactly("callback_failed", "callback_arranged");
        assertThat(unmet(callback)).containsExactly("callback_failed");
        assertThat(dialsTo(doctor)).isEmpty();
    }

    @Test
    void placeInTheQueueIsKeptAgainstWhoeverCallsLater() {
        var amina = interpreter("ar");
        var first = practice();
        talk(first, "1", amina);
        var doctor = wantsToBeRungBack(practice());
        seconds(10);
        var later = practice().dials(line).presses("1").hears("Wir suchen jetzt");

        isFreeAgain(amina, first);
        rungBackBy(amina, doctor);

        later.talksWithNobody();
    }

    @Test
    void whoeverCallsAgainTakesTheirOwnPlaceAndNobodyIsRungTwice() {
        var amina = interpreter("ar");
        var first = practice();
        talk(first, "1", amina);
        var doctor = wantsToBeRungBack(practice());
        seconds(10);
        var later = practice().dials(line).presses("1").hears("Wir suchen jetzt");
        seconds(10);

        doctor.dials(line).presses("1").hears("Wir suchen jetzt");
        seconds(1);
        assertThat(sessions().outcomes()).containsExactly(null, null, "joined_another_call", "callback_arranged", null);
        isFreeAgain(amina, first);
        amina.isRinging().accepts();
        seconds(5);

        doctor.talksWith(amina);
        later.talksWithNobody();
        pass(Duration.ofMinutes(5));
        assertThat(dialsTo(doctor)).isEmpty();
        assertThat(dialsTo(amina)).hasSize(2);
    }

    @Test
    void callForAnotherLanguageLeavesTheCallbackAlone() {
        var doctor = wantsToBeRungBack(practice());
        seconds(5);
        doctor.dials(line).presses("2").hears("Ukrainisch").hangsUp();

        assertThat(sessions().outcomes()).containsExactly("no_coverage", null, "callback_arranged");
        var amina = interpreter("ar");
        seconds(3);
        rungBackBy(amina, doctor);
    }

    @Test
    void whoeverCallsAgainWhileTheOrganisationIsRungIsServedOnce() {
        var desk = stranger();
        var office = stranger();
        organisationWith("471126", desk, office);
        wantsToBeRungBack(desk);
        var amina = interpreter("ar");
        seconds(3);
        amina.accepts();
        seconds(2);
        desk.isRinging();

        office.dials(line).presses("1");
        pass(Duration.ofSeconds(40));
        desk.isIdle();
        amina.isRinging().accepts();
        seconds(5);

        office.talksWith(amina);
        assertThat(sessions().outcomes()).containsExactly(null, "joined_another_call", "callback_arranged");
        pass(Duration.ofMinutes(6));
        assertThat(dialsTo(desk)).hasSize(1);
    }

    @Test
    void volunteersWhoWereAskedForTheCallbackCanAnswerWhoeverCallsAgain() {
        var basma = interpreterWith(aProfile("ar").with("calloutOptIn", true));
        var doctor = wantsToBeRungBack(practice());
        var code = basma.inbox().getLast().replaceFirst("(?s).*JA ([0-9]+).*", "$1");
        seconds(5);
        doctor.dials(line).presses("1").hears("niemand im Dienst");
        seconds(1);

        basma.texts("JA " + code).reads("wir rufen Sie gleich an").accepts();
        seconds(5);

        doctor.talksWith(basma);
    }

    @Test
    void whenTheInterpreterHangsUpWhileHoldingAnotherOneIsFoundFirst() {
        var doctor = wantsToBeRungBack(practice());
        var amina = interpreter("ar");
        seconds(3);
        amina.accepts();
        seconds(3);
        doctor.isRinging();

        amina.hangsUp();
        seconds(2);
        doctor.isIdle();
        amina.isFree().goesOffDuty();
        var basma = interpreter("ar");
        seconds(3);

        rungBackBy(basma, doctor);
        assertThat(sessions().fates()).containsExactly("lost", "accepted");
        assertThat(dialsTo(doctor)).hasSize(2);
    }

    @Test
    void whenTheInterpreterHangsUpAsTheOrganisationPicksUpItIsRungAgainLater() {
        var doctor = wantsToBeRungBack(practice());
        var amina = interpreter("ar");
        seconds(3);
        amina.accepts();
        seconds(3);
        doctor.picksUp().hears("Rückruf");

        amina.hangsUp();
        seconds(10);
        doctor.isIdle();
        amina.goesOffDuty();
        var basma = interpreter("ar");
        seconds(3);

        rungBackBy(basma, doctor);
    }

    @Test
    void whenTheProcessDiesBeforeItRingsTheOrganisationItRingsOnceALittleLater() {
        var doctor = wantsToBeRungBack(practice());
        var amina = interpreter("ar");
        seconds(3);
        amina.picksUp();
        amina.phone().press("1");
        NETWORK.runDue();
        dieWithTheWorkInHand();

        seconds(LEASE.toSeconds() - 1);
        doctor.isIdle();
        seconds(2);

        doctor.isRinging().accepts();
        seconds(5);
        doctor.talksWith(amina);
        assertThat(dialsTo(doctor)).hasSize(1);
    }

    private Person wantsToBeRungBack(Person caller) {
        caller.dials(line);
        seconds(1);
        caller.presses("1");
        seconds(22);
        caller.presses("1").hears("Wir rufen Sie unter der Nummer Ihrer Einrichtung zurück");
        seconds(20);
        return caller.isIdle();
    }

    /** Her conversation ends, and she has rested. */
    private void isFreeAgain(Person interpreter, Person partner) {
        partner.hangsUp();
        seconds(2);
        interpreter.hangsUp();
        seconds(65);
    }

    /** She is being rung, and accepts; then the organisation is rung, and they talk. */
    private void rungBackBy(Person interpreter, Person organisation) {
        interpreter.isRinging().accepts();
        seconds(2);
        organisation.isRinging().accepts();
        seconds(5);
        organisation.talksWith(interpreter);
    }
}
