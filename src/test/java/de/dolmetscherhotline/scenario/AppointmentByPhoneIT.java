package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An appointment by telephone: both are called when it begins, and what becomes of the call becomes of it. */
class AppointmentByPhoneIT extends AppointmentScriptIT {

    @Test
    void byTelephoneBothAreCalledWhenItBegins() {
        var amina = interpreterOffDuty("ar");
        var practice = practice();
        var appointment = book(byPhone(practice));
        amina.reads("Telefontermin Arabisch, ");
        saysYes(amina).reads("Wir rufen Sie dann an.");

        moveTo(day().atTime(13, 59));
        amina.isIdle();
        moveTo(day().atTime(14, 0));
        seconds(1);
        amina.isRinging().picksUp().hears("Arabisch").presses("1");
        seconds(1);
        practice.isRinging().picksUp().presses("1");
        seconds(5);
        practice.talksWith(amina);

        assertThat(status(appointment)).isEqualTo("confirmed");
        endTheirTalk(amina, practice);
        look(appointment)
                .has("status", "held")
                .has("interpreter.id", amina.id().toString())
                .has("absent", null);
        assertThat(events(appointment)).endsWith("begun", "held");
        moveTo(day().atTime(15, 0));
        assertThat(events(appointment)).containsOnlyOnce("held");
    }

    private void endTheirTalk(Person interpreter, Person organisation) {
        seconds(60);
        interpreter.hangsUp();
        organisation.hears("Wie zufrieden").presses("5");
        seconds(20);
    }

    @Test
    void whoTalksLongerThanAgreedHasMetWhenTheyHangUp() {
        var amina = interpreterOffDuty("ar");
        var practice = practice();
        var appointment = book(byPhone(practice).with("minutes", 15));
        saysYes(amina);
        moveTo(day().atTime(14, 0));
        seconds(1);
        amina.isRinging().accepts();
        seconds(1);
        practice.isRinging().picksUp().presses("1");
        seconds(5);
        practice.talksWith(amina);

        leap(Duration.ofMinutes(16));
        assertThat(status(appointment)).isEqualTo("confirmed");
        endTheirTalk(amina, practice);

        assertThat(status(appointment)).isEqualTo("held");
    }

    @Test
    void ifNobodyPicksUpAtTheOrganisationItIsTheOneThatDidNotCome() {
        var amina = interpreterOffDuty("ar");
        var appointment = book(byPhone(practice()));
        saysYes(amina);
        moveTo(day().atTime(14, 0));
        seconds(1);
        amina.isRinging().accepts();

        leap(Duration.ofMinutes(90));

        look(appointment).has("status", "no_show").has("absent", "organisation");
        assertThat(events(appointment)).endsWith("begun", "no_show").doesNotContain("held");
    }

    @Test
    void ifSheDoesNotComeToTheTelephoneAndNobodyElseDoesThatIsUnmetDemand() {
        var amina = interpreterOffDuty("ar");
        var appointment = book(byPhone(practice()));
        saysYes(amina);
        moveTo(day().atTime(14, 0));

        leap(Duration.ofMinutes(90));

        look(appointment).has("status", "unfilled").has("interpreter", null);
        assertThat(events(appointment)).endsWith("begun", "unfilled");
        get(APPOINTMENTS + "?unmet=true&districtId=" + presentDistrict()).hasHeader("X-Total-Count", "1");
        sessions().latestHas("callId", appointment.toString()).latestHas("outcome", "callback_failed");
        assertThat(unmet(appointment.toString())).isEmpty();
    }

    @Test
    void whoHasSaidYesIsAskedAloneAndOthersIfShePicksUpNoMore() {
        var amina = interpreterOffDuty("ar");
        var practice = practice();
        var appointment = book(byPhone(practice));
        saysYes(amina);
        var basim = interpreter("ar");
        moveTo(day().atTime(14, 0));
        seconds(20);

        amina.isRinging();
        basim.isIdle();
        seconds(15);

        basim.isRinging().accepts();
        seconds(1);
        practice.isRinging().picksUp().presses("1");
        seconds(5);
        practice.talksWith(basim);
        endTheirTalk(basim, practice);
        look(appointment).has("status", "held").has("interpreter.id", basim.id().toString());
    }

    @Test
    void aProcessThatDiesWhileItBeginsCallsNobodyTwice() {
        var amina = interpreterOffDuty("ar");
        var appointment = book(byPhone(practice()));
        saysYes(amina);
        moveTo(day().atTime(13, 59));

        CLOCK.pass(Duration.ofMinutes(1));
        dieWithTheWorkInHand();
        pass(LEASE.plusSeconds(1));

        assertThat(dialsTo(amina)).hasSize(1);
        assertThat(events(appointment)).containsOnlyOnce("begun");
        leap(Duration.ofMinutes(61));
    }

    @Test
    void withoutANumberNobodyIsCalledAndThatIsUnmetDemand() {
        var amina = interpreterOffDuty("ar");
        var practice = practice();
        var appointment = book(byPhone(practice));
        saysYes(amina);
        sql("delete from organisation_number where organisation_id = '" + practice.id() + "'");

        moveTo(day().atTime(15, 0));

        assertThat(dialsTo(amina)).isEmpty();
        assertThat(status(appointment)).isEqualTo("unfilled");
    }
}
