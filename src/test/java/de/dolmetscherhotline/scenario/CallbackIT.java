package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever does not want to wait is rung back: first an interpreter is found, then the organisation's telephone rings. */
class CallbackIT extends CallbackScriptIT {

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
}
