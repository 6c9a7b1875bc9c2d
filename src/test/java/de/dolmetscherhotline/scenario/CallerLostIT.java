package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The caller is gone in the middle of a conversation: the interpreter may wait a minute for the organisation. */
class CallerLostIT extends PhoneScriptIT {

    @Test
    void whoeverCallsAgainWithinAMinuteTalksOnWithTheInterpreterWhoWaited() {
        var amina = interpreter("ar");
        var basma = interpreterOffDuty("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        basma.goesOnDuty();
        seconds(30);

        doctor.hangsUp();
        seconds(1);
        amina.hears("bleiben Sie eine Minute am Apparat").talksWithNobody();
        seconds(30);
        doctor.dials(line).neverHeard("Welche Sprache");
        seconds(5);

        doctor.talksWith(amina);
        basma.wasNeverDialled();
        sessions().count(1).latestHas("outcome", null);
        seconds(200);
        doctor.talksWith(amina);
        doctor.hangsUp();
        amina.hangsUp();
        seconds(5);
        sessions().count(1).latestHas("outcome", "connected");
        assertThat(sessions().fatesOf(amina)).containsExactly("accepted");
        assertThat(dialsTo(amina)).hasSize(1);
        amina.isFree();
    }

    @Test
    void theSameGoesForAnotherNumberOfTheOrganisation() {
        var desk = stranger();
        var mobile = stranger();
        organisationWith("471127", desk, mobile);
        var amina = interpreter("ar");
        talk(desk, "1", amina);
        desk.hangsUp();
        seconds(10);

        mobile.dials(line);
        seconds(5);

        mobile.talksWith(amina);
        sessions().count(1);
    }

    @Test
    void afterAMinuteTheInterpreterIsThanked() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);

        doctor.hangsUp();
        seconds(50);
        amina.isReserved();
        seconds(25);

        amina.heard("Vielen Dank für Ihren Einsatz. Auf Wiederhören").isIdle().isFree();
        sessions().count(1).latestHas("outcome", "connected");
        assertThat(sessions().fatesOf(amina)).containsExactly("accepted");
        doctor.dials(line).hears("Welche Sprache").hangsUp();
        sessions().count(2);
    }

    @Test
    void whoeverDoesNotWantToWaitHangsUpAndIsFree() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        doctor.hangsUp();
        seconds(5);

        amina.hangsUp();
        seconds(1);

        amina.isFree();
        doctor.dials(line).hears("Welche Sprache").hangsUp();
        assertThat(sessions().outcomes()).containsExactly("abandoned_choosing", "connected");
    }

    @Test
    void anotherOrganisationDoesNotGetIntoTheConversation() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        doctor.hangsUp();
        seconds(5);

        var other = practice().dials(line).hears("Welche Sprache").presses("1").hears("Wir suchen jetzt");
        seconds(5);
        other.talksWithNobody().hangsUp();
        doctor.dials(line);
        seconds(5);

        doctor.talksWith(amina);
        assertThat(sessions().outcomes()).containsExactly("abandoned_waiting", null);
    }

    @Test
    void whoeverCallsAgainAndIsCutOffAgainMayReturnOnceMore() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        for (int times = 0; times < 3; times++) {
            doctor.hangsUp();
            seconds(20);
            doctor.dials(line);
            seconds(5);
            doctor.talksWith(amina);
        }
        sessions().count(1);
    }

    @Test
    void ifTheInterpreterLeavesAsTheCallerReturnsTheSearchGoesOn() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);
        doctor.hangsUp();
        seconds(10);
        var basma = interpreter("ar");

        doctor.phone().dial(line);
        NETWORK.runDue();
        amina.hangsUp();
        seconds(4);

        basma.isRinging().accepts();
        seconds(5);
        doctor.talksWith(basma);
        sessions().count(1);
    }
}
