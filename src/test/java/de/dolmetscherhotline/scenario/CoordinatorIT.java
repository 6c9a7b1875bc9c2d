package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.simulator.Behaviour;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The coordinator: by the 0 at any time, and taking over a call from outside. */
class CoordinatorIT extends PhoneScriptIT {

    /** Where a caller can be when pressing 0. */
    enum Place {
        PIN("PIN Ihrer Einrichtung", "0#"),
        MENU("Welche Sprache", "0"),
        DETAILS("Worum geht es", "0"),
        WAITING("Wir suchen", "0"),
        UNSERVED("niemand im Dienst", "0");

        private final String question;
        private final String zero;

        Place(String question, String zero) {
            this.question = question;
            this.zero = zero;
        }
    }

    @ParameterizedTest
    @EnumSource
    void zeroReachesTheCoordinatorEverywhere(Place place) {
        var coordinator = coordinator();
        var doctor = at(place).presses(place.zero).hears("Wir verbinden Sie mit der Koordinierungsstelle");
        seconds(6);
        assertThat(coordinator.isRinging().phone().ringingFrom()).contains(line);
        coordinator.picksUp();
        seconds(2);
        doctor.talksWith(coordinator);
        seconds(60);

        coordinator.hangsUp();
        doctor.hears("Vielen Dank für Ihren Anruf");
        seconds(10);

        doctor.isIdle();
        sessions().count(1).latestHas("outcome", "handed_to_coordinator").latestHas("connectedAt", null);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverHangsUpAfterTalkingWasHelpedAsWell(Place place) {
        var coordinator = coordinator();
        var doctor = at(place).presses(place.zero);
        seconds(6);
        coordinator.picksUp();
        seconds(30);

        doctor.hangsUp();

        coordinator.isIdle();
        sessions().count(1).latestHas("outcome", "handed_to_coordinator");
    }

    @ParameterizedTest
    @EnumSource
    void coordinatorWhoIsNotReachedLeadsBackToWhereTheCallerWas(Place place) {
        coordinator().behaves(Behaviour.busy());
        var doctor = at(place).presses(place.zero);
        seconds(6);

        doctor.heard("Dort ist gerade leider niemand zu erreichen");
        var said = String.join(" ", doctor.sayings());
        assertThat(said.substring(said.indexOf("niemand zu erreichen")))
                .contains(place == Place.MENU ? "Für Arabisch drücken Sie die 1" : place.question);
        doctor.hangsUp();
        assertThat(sessions().latest("outcome"))
                .isEqualTo(
                        switch (place) {
                            case PIN, MENU, DETAILS -> "abandoned_choosing";
                            case WAITING -> "abandoned_waiting";
                            case UNSERVED -> "no_coverage";
                        });
    }

    @ParameterizedTest
    @EnumSource
    void whereThereIsNoCoordinatorTheCallGoesOn(Place place) {
        var doctor = at(place).neverHeard("Koordinierungsstelle").presses(place.zero);
        seconds(1);

        assertThat(doctor.sayings().getLast())
                .contains("niemand zu erreichen")
                .contains(place == Place.MENU ? "Für Arabisch drücken Sie die 1" : place.question);
    }

    @Test
    void zeroInsteadOfThePinNeedsNoFurtherKey() {
        var coordinator = coordinator();
        var doctor = at(Place.PIN).presses("0");
        seconds(15);

        coordinator.isRinging();
        doctor.hears("Koordinierungsstelle").hangsUp();
        sessions().latestHas("outcome", "abandoned_choosing");
    }

    @Test
    void searchGoesOnAfterACoordinatorWhoIsNotReached() {
        coordinator().behaves(Behaviour.busy());
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(2);
        amina.isRinging();

        doctor.presses("0");
        amina.isIdle();
        seconds(8);

        amina.isRinging().accepts();
        seconds(5);
        doctor.talksWith(amina);
        sessions().latestHas("outcome", null);
    }

    @Test
    void waitingCallIsListedAndCanBeTakenOver() {
        var coordinator = coordinator();
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        seconds(2);
        amina.isRinging();
        assertThat(listed("state")).containsExactly("Searching");
        assertThat(listed("ringing")).containsExactly(1);

        transfer(newestCall(), "coordinator").hasStatus(202);
        settle();
        amina.isIdle();
        doctor.hears("Wir verbinden Sie mit der Koordinierungsstelle");
        seconds(6);
        coordinator.picksUp();
        seconds(10);

        doctor.talksWith(coordinator);
        transfer(newestCall(), "professional_provider").isProblem(409);
        doctor.hangsUp();
        assertThat(listed("state")).isEmpty();
        sessions().latestHas("outcome", "handed_to_coordinator");
        transfer(newestCall(), "coordinator").isProblem(409);
    }

    @Test
    void unservedCallerCanBeHandedToTheProvider() {
        var provider = provider();
        var doctor = practice().dials(line).presses("1").hears("niemand im Dienst");

        transfer(newestCall(), "professional_provider").hasStatus(202);
        seconds(10);
        provider.picksUp();
        seconds(5);

        doctor.talksWith(provider).hangsUp();
        sessions().latestHas("outcome", "handed_to_provider");
    }

    @Test
    void takingOverIsRefusedWhereItCannotBeDone() {
        var amina = interpreter("ar");
        var doctor = practice().dials(line).presses("1");
        transfer(newestCall(), "coordinator").isProblem(409);
        transfer(newestCall(), "nobody").isProblem(400);
        transfer(UUID.randomUUID().toString(), "coordinator").isProblem(404);
        coordinator();
        doctor.hangsUp();
        seconds(30);
        talk(doctor, "1", amina);

        transfer(newestCall(), "coordinator").isProblem(409);

        doctor.talksWith(amina);
    }

    @Test
    void chosenInterpreterIsRungAlsoIfSheIsOffDuty() {
        var amina = interpreter("ar");
        amina.goesOffDuty();
        var doctor = practice().dials(line).presses("1").hears("niemand im Dienst");

        choose(newestCall(), amina).hasStatus(202);
        seconds(2);
        amina.isRinging().accepts();
        seconds(5);

        doctor.talksWith(amina).hangsUp();
        sessions()
                .latestHas("outcome", "connected")
                .latestHas("interpreterId", amina.id().toString());
    }

    @Test
    void chosenInterpreterIsRungForACallerWhoWaits() {
        talk(practice(), "1", interpreter("ar"));
        var doctor = practice().dials(line).presses("1").hears("Wir suchen jetzt");
        var amina = interpreterOffDuty("ar");
        seconds(5);
        amina.wasNeverDialled();

        choose(newestCall(), amina).hasStatus(202);
        seconds(2);
        amina.isRinging().accepts();
        seconds(5);

        doctor.talksWith(amina);
    }

    @Test
    void wishThatTheChosenInterpreterDoesNotMeetIsToldToTheCaller() {
        var amina = interpreterOffDuty("ar");
        var doctor =
                practiceThat("asksGender").dials(line).presses("1").presses("3").hears("niemand im Dienst");

        choose(newestCall(), amina).hasStatus(202);
        seconds(2);
        amina.accepts();
        seconds(10);

        doctor.heard("konnten wir Ihren Wunsch").talksWith(amina);
    }

    @Test
    void nobodyIsRungWhoMustNotBeAskedOrIsBusy() {
        var unsworn = interpreterWith(aProfile("ar").with("secrecyDeclaredOn", null));
        var busy = interpreter("ar");
        var first = practice();
        talk(first, "1", busy);
        var talking = newestCall();
        seconds(1);
        var doctor = practice().dials(line).presses("1");

        choose(newestCall(), unsworn).isProblem(409);
        choose(newestCall(), busy).isProblem(409);
        choose(newestCall(), interpreterOffDuty("uk")).isProblem(409);
        choose(talking, interpreterOffDuty("ar")).isProblem(409);
        choose(UUID.randomUUID().toString(), busy).isProblem(404);
        seconds(5);

        unsworn.wasNeverDialled();
        first.talksWith(busy);
        doctor.hears("Wir suchen").hangsUp();
    }

    /** A caller who has come as far as this. */
    private Person at(Place place) {
        var caller = switch (place) {
            case PIN -> stranger().dials(line);
            case MENU -> practice().dials(line);
            case DETAILS -> practiceThat("asksSubject").dials(line).presses("1");
            case WAITING -> waiting();
            case UNSERVED -> practice().dials(line).presses("1");
        };
        return caller.hears(place.question);
    }

    private Person waiting() {
        interpreter("ar");
        return practice().dials(line).presses("1");
    }

    private Answer transfer(String call, String to) {
        return post("/api/v1/calls/" + call + "/transfer", Body.of("to", to));
    }

    private Answer choose(String call, Person interpreter) {
        return post("/api/v1/calls/" + call + "/interpreter", Body.of("interpreterId", interpreter.id()));
    }

    /** A field of the newest call as the list of open calls has it. */
    private List<Object> listed(String field) {
        return JsonPath.read(get("/api/v1/calls?size=200").body(), "$[?(@.callId=='" + newestCall() + "')]." + field);
    }
}
