package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An interpreter is asked for in writing: found first, then the organisation is rung. */
class RequestIT extends PhoneScriptIT {

    private static final String REQUESTS = "/api/v1/requests";

    private Answer asks(Person organisation, Object... more) {
        var body = Body.of("organisationId", organisation.id(), "language", "ar");
        for (int i = 0; i < more.length; i += 2) {
            body = body.with(String.valueOf(more[i]), more[i + 1]);
        }
        var answer = post(REQUESTS, body);
        settle();
        return answer;
    }

    private UUID requested(Person organisation, Object... more) {
        return UUID.fromString(asks(organisation, more).hasStatus(201).text("id"));
    }

    /** A request for which she was found, so that the organisation is rung. */
    private UUID ringsFor(Person interpreter, Person organisation) {
        var request = requested(organisation);
        seconds(1);
        interpreter.accepts();
        seconds(1);
        return request;
    }

    private Answer look(UUID request) {
        return get(REQUESTS + "/" + request).hasStatus(200);
    }

    private Answer cancels(UUID request) {
        var answer = post(REQUESTS + "/" + request + "/cancellation", Body.of());
        settle();
        return answer;
    }

    private List<String> history(UUID request) {
        return JsonPath.read(look(request).body(), "$.history[*].status");
    }

    @Test
    void interpreterIsFoundFirstAndThenTheOrganisationIsRung() {
        var amina = interpreter("ar");
        var doctor = practice();

        var request = requested(doctor, "caseReference", "2026-0815");
        seconds(1);
        look(request).has("status", "ringing");
        assertThat(dialsTo(doctor)).isEmpty();
        amina.isRinging().picksUp().hears("Arabisch, eine Arztpraxis").presses("1");
        seconds(1);
        look(request).has("status", "calling_you");
        assertThat(doctor.isRinging().phone().ringingFrom()).contains(line);
        doctor.picksUp().presses("1");
        seconds(5);

        doctor.talksWith(amina);
        look(request).has("status", "connected").has("outcome", null).has("caseReference", "2026-0815");
        seconds(60);
        amina.hangsUp();
        doctor.hears("Wie zufrieden");
        look(request).has("status", "interrupted");
        doctor.presses("4");
        seconds(10);

        look(request).has("status", "ended").has("outcome", "connected");
        assertThat(history(request))
                .containsExactly("searching", "ringing", "calling_you", "connected", "interrupted", "ended");
        sessions()
                .count(1)
                .latestHas("origin", "request")
                .latestHas("outcome", "connected")
                .latestHas("rating", 4)
                .latestHas("callId", look(request).value("callId"));
    }

    @Test
    void numberThatIsRungIsTheOneThatWasChosen() {
        var amina = interpreter("ar");
        var desk = stranger();
        var doctor = practice();
        var numbers = List.of(doctor.phone().number(), desk.phone().number());
        var body =
                Body.of("districtId", presentDistrict(), "name", "Praxis", "kind", "practice", "phoneNumbers", numbers);
        put("/api/v1/organisations/" + doctor.id(), body).hasStatus(200);

        requested(doctor, "phoneNumber", desk.phone().number());
        seconds(1);
        amina.accepts();
        seconds(1);

        desk.isRinging().picksUp().presses("1");
        seconds(5);
        desk.talksWith(amina);
        assertThat(dialsTo(doctor)).isEmpty();
    }

    @Test
    void whatMattersAboutTheInterpreterIsRespected() {
        var him = interpreterWith(aProfile("ar").with("gender", "male"));
        him.goesOnDuty();
        var doctor = practice();

        var request = requested(doctor, "gender", "female", "genderRequired", true, "subject", "medical");
        seconds(30);
        assertThat(dialsTo(him)).isEmpty();

        var her = interpreter("ar");
        seconds(3);
        her.isRinging();
        look(request).has("gender", "female").has("genderRequired", true).has("subject", "medical");
        cancels(request).hasStatus(204);
    }

    @Test
    void requestIsCancelledWhileTelephonesOfInterpretersRing() {
        var amina = interpreter("ar");
        var request = requested(practice());
        seconds(1);
        amina.isRinging();

        cancels(request).hasStatus(204);
        seconds(3);

        amina.isIdle();
        look(request).has("status", "ended").has("outcome", "cancelled");
        cancels(request).hasStatus(204);
        sessions().latestHas("outcome", "cancelled");
    }

    @Test
    void requestIsCancelledWhileItsOwnTelephoneRings() {
        var amina = interpreter("ar");
        var doctor = practice();
        var request = ringsFor(amina, doctor);
        doctor.isRinging();

        cancels(request).hasStatus(204);
        seconds(3);

        doctor.isIdle();
        amina.hears("Vielen Dank");
        seconds(30);
        amina.isIdle();
        assertThat(history(request)).containsExactly("searching", "ringing", "calling_you", "ended");
    }

    @Test
    void whoeverHangsUpAfterTheConversationIsNotWaitedFor() {
        var amina = interpreter("ar");
        var doctor = practice();
        var request = ringsFor(amina, doctor);
        doctor.picksUp().presses("1");
        seconds(30);
        amina.hangsUp();
        doctor.hears("Wie zufrieden").hangsUp();
        seconds(1);

        look(request).has("status", "ended").has("outcome", "connected");
    }

    @Test
    void conversationIsNotCancelled() {
        var amina = interpreter("ar");
        var doctor = practice();
        var request = ringsFor(amina, doctor);
        doctor.picksUp().presses("1");
        seconds(5);

        cancels(request).isProblem(409);

        doctor.talksWith(amina);
    }

    @Test
    void organisationThatDoesNotPickUpIsRungAgain() {
        var amina = interpreter("ar");
        var doctor = practice();
        var request = requested(doctor);
        seconds(1);
        amina.accepts();
        seconds(60);
        look(request).has("status", "paused");

        leap(Duration.ofMinutes(5));
        seconds(2);
        amina.isRinging().accepts();
        seconds(1);
        doctor.isRinging().picksUp().presses("1");
        seconds(5);

        doctor.talksWith(amina);
    }

    @Test
    void languageThatNobodySpeaksIsTakenAndSaidSoAndStaysInTheCoordinatorsList() {
        var doctor = practice();

        var answer = asks(doctor, "language", "so").hasStatus(201).has("outlook", "not_in_pool");
        var request = UUID.fromString(answer.text("id"));
        pass(Duration.ofMinutes(1));
        look(request).has("status", "searching");
        leap(Duration.ofMinutes(60));

        look(request).has("status", "ended").has("outcome", "callback_failed");
        assertThat(unmet(newestCall())).containsExactly("callback_failed");
    }

    @Test
    void outlookSaysWhetherSomebodyIsOnDuty() {
        interpreterOffDuty("ar");
        var doctor = practice();
        var first = asks(doctor).hasStatus(201).has("outlook", "nobody_on_duty");
        cancels(UUID.fromString(first.text("id"))).hasStatus(204);

        interpreter("ar");

        var second = asks(doctor).hasStatus(201).has("outlook", "somebody_on_duty");
        cancels(UUID.fromString(second.text("id"))).hasStatus(204);
    }

    @Test
    void outlookCountsWhoeverMayStandInForTheLanguage() {
        var doctor = practice();
        var first = asks(doctor, "language", "prs").hasStatus(201).has("outlook", "not_in_pool");
        cancels(UUID.fromString(first.text("id"))).hasStatus(204);

        interpreter("fa");

        var second = asks(doctor, "language", "prs").hasStatus(201).has("outlook", "somebody_on_duty");
        cancels(UUID.fromString(second.text("id"))).hasStatus(204);
    }

    @Test
    void outlookCountsPartnersWhoHaveSomebodyOnDuty() {
        var helper = presentDistrict();
        var theirs = interpreter("ar");
        moveToAnotherDistrict();
        var doctor = practice();
        var alone = asks(doctor).hasStatus(201).has("outlook", "not_in_pool");
        cancels(UUID.fromString(alone.text("id"))).hasStatus(204);
        created("/api/v1/agreements", Body.of("districtId", presentDistrict(), "partnerId", helper, "position", 0));

        var helped = asks(doctor).hasStatus(201).has("outlook", "somebody_on_duty");
        seconds(1);
        theirs.isRinging();
        cancels(UUID.fromString(helped.text("id"))).hasStatus(204);

        theirs.goesOffDuty();
        var late = asks(doctor).hasStatus(201).has("outlook", "not_in_pool");
        cancels(UUID.fromString(late.text("id"))).hasStatus(204);
    }

    @Test
    void closedLineTakesEmergenciesOnly() {
        lineHas("openingHours", Map.of());
        interpreter("ar");
        var doctor = practice();

        asks(doctor).isProblem(409);
        var request = requested(doctor, "emergency", true);

        assertThat(sessions().outcomes()).hasSize(1);
        cancels(request).hasStatus(204);
    }

    @Test
    void whoIsBlockedAndWhoHasNoNumberIsRefusedAndNothingBegins() {
        var blocked = practiceWith("blocked", true);
        asks(blocked).isProblem(409);
        var doctor = practice();
        asks(doctor, "phoneNumber", blocked.phone().number()).rejects("phoneNumber");
        var speechless = organisationWithPin("471147");
        post(REQUESTS, Body.of("organisationId", speechless, "language", "ar")).isProblem(409);

        sessions().count(0);
        get(REQUESTS + "?organisationId=" + doctor.id()).has("$.length()", 0);
    }

    @Test
    void requestIsRepeated() {
        var amina = interpreter("ar");
        var doctor = practice();
        var first = requested(doctor, "caseReference", "A 12/26");
        cancels(first).hasStatus(204);

        var again = post(REQUESTS + "/" + first + "/repetition", Body.of()).hasStatus(201);
        settle();
        seconds(1);

        again.has("caseReference", "A 12/26");
        amina.isRinging();
        get(REQUESTS + "?organisationId=" + doctor.id()).has("$.length()", 2);
        get(REQUESTS + "?open=true&organisationId=" + doctor.id())
                .has("$.length()", 1)
                .has("$[0].id", again.text("id"));
        cancels(UUID.fromString(again.text("id"))).hasStatus(204);
    }

    @Test
    void feedbackIsHeardOfConversationsOnly() {
        var amina = interpreter("ar");
        var doctor = practice();
        var request = requested(doctor);
        var feedback = REQUESTS + "/" + request + "/feedback";
        seconds(1);
        post(feedback, Body.of("stars", 5)).isProblem(409);
        amina.accepts();
        seconds(1);
        doctor.picksUp().presses("1");
        seconds(30);
        doctor.hangsUp();
        seconds(70);

        post(feedback, Body.of("stars", 6)).rejects("stars");
        post(feedback, Body.of("stars", 5, "comment", "Sehr ruhig übersetzt.")).hasStatus(204);

        look(request).has("feedback.stars", 5).has("feedback.comment", "Sehr ruhig übersetzt.");
        sessions().latestHas("rating", 5);
    }

    @Test
    void callsOfTheSameOrganisationForTheSameLanguageDoNotTouchTheRequest() {
        talk(practice(), "1", interpreter("ar"));
        var doctor = practice();
        var request = requested(doctor);
        var colleague = doctor.dials(line).presses("1");
        seconds(5);

        look(request).has("status", "searching");
        colleague.hangsUp();
        cancels(request).hasStatus(204);
    }

    @Test
    void requestSurvivesAProcessThatDiesWithItInHand() {
        var amina = interpreter("ar");
        var doctor = practice();
        var answer = post(REQUESTS, Body.of("organisationId", doctor.id(), "language", "ar"))
                .hasStatus(201);
        dieWithTheWorkInHand();
        pass(LEASE);
        seconds(1);

        amina.isRinging().accepts();
        seconds(1);
        doctor.isRinging();
        cancels(UUID.fromString(answer.text("id"))).hasStatus(204);
        assertThat(dialsTo(amina)).hasSize(1);
        assertThat(dialsTo(doctor)).hasSize(1);
    }

    @Test
    void sessionLogSaysHowACallCameToBe() {
        var amina = interpreter("ar");
        var doctor = practice();
        talk(doctor, "1", amina);

        sessions().latestHas("origin", "phone");
    }
}
