package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever is to be rung back keeps the place in the queue, also when calling again meanwhile. */
class CallbackPlaceIT extends CallbackScriptIT {

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
}
