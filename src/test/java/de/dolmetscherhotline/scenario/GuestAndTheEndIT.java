package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Guests go with the conversation, and wait where it may go on. */
class GuestAndTheEndIT extends GuestScriptIT {

    @Test
    void guestGoesWhenTheCallerHangsUp() {
        theyTalk();
        var patient = joined();

        doctor.hangsUp();
        patient.talksWithNobody().hears("Das Gespräch ist für Sie beendet");
        amina.talksWithNobody().hears("nicht mehr in der Leitung");
        seconds(20);

        patient.isIdle();
        stateIs("call_over");
    }

    @Test
    void callerWhoComesBackWithinAMinuteFindsTheInterpreterAndMayInviteTheGuestAgain() {
        theyTalk();
        var patient = joined();
        doctor.hangsUp();
        seconds(15);
        patient.isIdle();

        doctor.dials(line);
        seconds(5);
        doctor.talksWith(amina);
        invite(patient);
        patient.accepts();
        seconds(1);

        talkTogether(doctor, amina, patient);
        assertThat(states()).containsExactly("call_over", "joined");
    }

    @Test
    void guestWaitsWhileAnotherInterpreterIsFoundAndIsThenWithThemAgain() {
        theyTalk();
        var patient = joined();
        amina.hangsUp();
        within(
                40,
                () -> patient.talksWithNobody()
                        .heard("Die Verbindung wurde unterbrochen oder das Gespräch ist beendet")
                        .heardIn("ar-XA", "نبحث لكم الآن"));
        var basma = interpreter("ar");
        amina.goesOffDuty();

        within(60, basma::isRinging);
        basma.accepts();
        seconds(2);

        talkTogether(doctor, basma, patient);
        stateIs("joined");
    }

    @Test
    void heldGuestStaysOnHoldWhenAnotherInterpreterHasComeUntilTakenBack() {
        theyTalk();
        var patient = joined();
        hold(onlyGuest(), true);
        amina.hangsUp();
        amina.goesOffDuty();
        var basma = interpreter("ar");
        seconds(40);
        basma.isRinging().accepts();
        seconds(30);
        doctor.talksWith(basma);
        patient.talksWithNobody();
        stateIs("held");

        hold(onlyGuest(), false);
        seconds(1);

        talkTogether(doctor, basma, patient);
    }

    @Test
    void guestGoesWhenTheCallerSaysThatItWasTheEnd() {
        theyTalk();
        var patient = joined();
        amina.hangsUp();
        seconds(3);

        doctor.hears("Wie zufrieden waren Sie").presses("5");
        seconds(20);

        patient.isIdle().heard("Das Gespräch ist für Sie beendet");
        stateIs("call_over");
    }

    @Test
    void waitingGuestMayHangUp() {
        theyTalk();
        var patient = joined();
        amina.hangsUp();
        seconds(3);

        patient.hangsUp();
        seconds(3);

        stateIs("left");
        doctor.hangsUp();
    }

    @Test
    void nobodyIsRungAnyMoreWhenTheCallerHasHungUp() {
        theyTalk();
        var patient = stranger();
        invite(patient);
        patient.isRinging();

        doctor.hangsUp();

        patient.isIdle();
        stateIs("call_over");
    }

    @Test
    void whoeverIsStillAskedForTheKeyWhenTheCallerHangsUpHearsAGoodbye() {
        theyTalk();
        var patient = stranger();
        invite(patient);
        patient.picksUp();

        doctor.hangsUp();
        patient.hears("Das Gespräch ist für Sie beendet").presses("1");
        seconds(20);

        patient.isIdle();
        stateIs("call_over");
    }

    @Test
    void whoeverPressesTheKeyWhileAnotherInterpreterIsSoughtWaitsForHer() {
        theyTalk();
        var patient = stranger();
        invite(patient);
        patient.picksUp();
        var basma = interpreter("ar");
        amina.hangsUp();
        amina.goesOffDuty();
        patient.presses("1").heard("Sie können auflegen");
        seconds(35);

        basma.isRinging().accepts();
        seconds(2);

        talkTogether(doctor, basma, patient);
    }

    @Test
    void nobodyIsInvitedWhereNobodyTalks() {
        doctor.dials(line).presses("1");
        call = newestCall();
        inviting(stranger().phone().number()).isProblem(409).has("reason", "no_conversation");
        seconds(2);
        amina.accepts();
        seconds(5);
        doctor.hangsUp();
        seconds(90);

        inviting(stranger().phone().number()).isProblem(409).has("reason", "no_conversation");
        assertThat(states()).isEmpty();
    }
}
