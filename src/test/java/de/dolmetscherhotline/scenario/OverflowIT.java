package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.Behaviour;
import de.dolmetscherhotline.testsupport.Body;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When the district's own pool cannot help, those of its partners are asked, and it is counted who helped whom. */
class OverflowIT extends PhoneScriptIT {

    @Test
    void partnerIsAskedAtOnceWhenTheOwnPoolHasNobody() {
        var helper = presentDistrict();
        var amina = interpreter("ar");
        moveToAnotherDistrict();
        interpreterOffDuty("ar");
        helps(helper, 0, Body.of());

        var doctor = practice().dials(line).presses("1").hears("Wir suchen jetzt");
        seconds(2);
        assertThat(amina.isRinging().phone().ringingFrom()).contains(line);
        amina.accepts();
        seconds(5);

        doctor.talksWith(amina).hangsUp();
        sessions()
                .latestHas("outcome", "connected")
                .latestHas("interpreterId", amina.id().toString());
        counts(1, 1);
        amina.hangsUp();
        leap(Duration.ofHours(24));
        counts(0, 1);
    }

    @Test
    void ownPoolComesFirst() {
        var helper = presentDistrict();
        var theirs = interpreter("ar");
        moveToAnotherDistrict();
        var ours = interpreter("ar");
        helps(helper, 0, Body.of());

        var doctor = practice().dials(line).presses("1");
        seconds(2);
        theirs.isIdle();
        ours.isRinging().accepts();
        seconds(5);

        doctor.talksWith(ours);
        theirs.wasNeverDialled();
        counts(0, 0);
    }

    @Test
    void partnerIsAskedAfterHalfAMinuteWhenTheOwnPeopleAreAllBusy() {
        var helper = presentDistrict();
        var theirs = interpreter("ar");
        moveToAnotherDistrict();
        var ours = interpreter("ar");
        talk(practice(), "1", ours);
        helps(helper, 0, Body.of());

        var doctor = practice().dials(line).presses("1");
        seconds(28);
        theirs.isIdle();
        seconds(5);
        theirs.isRinging().accepts();
        seconds(5);

        doctor.talksWith(theirs);
    }

    @Test
    void partnerIsAskedWhenTheOwnPeopleHaveDeclined() {
        var helper = presentDistrict();
        var theirs = interpreter("ar");
        moveToAnotherDistrict();
        interpreter("ar").behaves(Behaviour.declines(Duration.ofSeconds(3)));
        helps(helper, 0, Body.of());

        var doctor = practice().dials(line).presses("1");
        seconds(12);
        theirs.isRinging().accepts();
        seconds(5);

        doctor.talksWith(theirs).neverHeard("niemanden erreicht");
    }

    @Test
    void partnerIsAskedAfterHalfAMinuteWhenTheOwnPeopleDoNotAnswer() {
        var helper = presentDistrict();
        var theirs = interpreter("ar");
        moveToAnotherDistrict();
        interpreter("ar").behaves(Behaviour.neverAnswers());
        helps(helper, 0, Body.of());

        practice().dials(line).presses("1");
        seconds(20);
        theirs.isIdle();
        seconds(13);

        theirs.isRinging();
    }

    @Test
    void inAnEmergencyPartnersAreAskedAtOnce() {
        var helper = presentDistrict();
        var theirs = interpreter("ar");
        moveToAnotherDistrict();
        talk(practice(), "1", interpreter("ar"));
        helps(helper, 0, Body.of());

        practice().dials(line).presses("9").presses("1");
        seconds(2);

        theirs.isRinging();
    }

    @Test
    void partnersAreAskedInTheirOrder() {
        var second = presentDistrict();
        var basma = interpreter("ar");
        moveToAnotherDistrict();
        var first = presentDistrict();
        var amina = interpreter("ar");
        moveToAnotherDistrict();
        helps(second, 2, Body.of());
        helps(first, 1, Body.of());

        var doctor = practice().dials(line).presses("1");
        seconds(3);
        basma.isIdle();
        amina.isRinging().picksUp().presses("2");
        seconds(3);

        basma.isRinging().accepts();
        seconds(5);
        doctor.talksWith(basma);
    }

    @Test
    void partnerHelpsOnlyAsAgreed() {
        var helper = presentDistrict();
        var amina = interpreter("ar");
        moveToAnotherDistrict();
        var agreement = helps(helper, 0, Body.of("active", false));
        doctorFindsNobody();

        change(agreement, helper, Body.of("languages", List.of("uk")));
        doctorFindsNobody();

        change(
                agreement,
                helper,
                Body.of("hours", Map.of("publicHolidays", List.of(Map.of("from", "08:00", "to", "08:01")))));
        doctorFindsNobody();
        amina.wasNeverDialled();

        change(agreement, helper, Body.of("languages", List.of("uk", "ar")));
        practice().dials(line).presses("1").hears("Wir suchen jetzt");
        seconds(2);
        amina.isRinging();
    }

    @Test
    void partnerHelpsAsOftenADayAsAgreed() {
        var helper = presentDistrict();
        var amina = interpreter("ar");
        moveToAnotherDistrict();
        helps(helper, 0, Body.of("callsPerDay", 1));
        var doctor = practice();
        talk(doctor, "1", amina);
        doctor.hangsUp();
        amina.hangsUp();
        seconds(90);

        doctorFindsNobody();

        assertThat(dialsTo(amina)).hasSize(1);
        counts(1, 1);
    }

    @Test
    void agreementHoldsInOneDirection() {
        var helped = presentDistrict();
        var theirs = interpreter("ar");
        moveToAnotherDistrict();
        created("/api/v1/agreements", Body.of("districtId", helped, "partnerId", presentDistrict(), "position", 0));

        doctorFindsNobody();

        theirs.wasNeverDialled();
    }

    @Test
    void whenPartnersCannotHelpEitherThereIsTheProvider() {
        var helper = presentDistrict();
        interpreter("ar").behaves(Behaviour.declines(Duration.ofSeconds(3)));
        moveToAnotherDistrict();
        helps(helper, 0, Body.of());
        var provider = provider();

        var doctor = practice().dials(line).presses("1").hears("Wir suchen jetzt");
        seconds(6);
        doctor.hears("niemanden erreicht").presses("2");
        seconds(8);
        provider.picksUp();
        seconds(5);

        doctor.talksWith(provider).hangsUp();
        sessions().latestHas("outcome", "handed_to_provider");
        counts(0, 0);
    }

    @Test
    void partnersInterpreterIsAskedFirstAgainWhenTheConversationBreaksOff() {
        var helper = presentDistrict();
        var amina = interpreter("ar");
        moveToAnotherDistrict();
        helps(helper, 0, Body.of());
        var doctor = practice();
        talk(doctor, "1", amina);

        amina.hangsUp();
        seconds(23);

        amina.isRinging().accepts();
        seconds(5);
        doctor.talksWith(amina);
        counts(1, 1);
    }

    /** An agreement by which that district helps the present one; its id. */
    private UUID helps(UUID helper, int position, Body terms) {
        return created("/api/v1/agreements", agreement(helper, position, terms));
    }

    private void change(UUID agreement, UUID helper, Body terms) {
        put("/api/v1/agreements/" + agreement, agreement(helper, 0, terms)).hasStatus(200);
    }

    private Body agreement(UUID helper, int position, Body terms) {
        var agreement = Body.of("districtId", presentDistrict(), "partnerId", helper, "position", position);
        for (var term : terms.fields().entrySet()) {
            agreement = agreement.with(term.getKey(), term.getValue());
        }
        return agreement;
    }

    private void doctorFindsNobody() {
        practice().dials(line).presses("1").hears("niemand im Dienst").hangsUp();
        sessions().latestHas("outcome", "no_coverage");
    }

    private void counts(int today, int total) {
        get("/api/v1/agreements?districtId=" + presentDistrict())
                .hasStatus(200)
                .has("$[0].callsToday", today)
                .has("$[0].callsTotal", total);
    }
}
