package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Somebody has an appointment and is then recorded as away at that time. */
class AppointmentDoubtsIT extends AppointmentScriptIT {

    @Test
    void whoIsRecordedAsAwayIsAskedAndBothSidesGetToKnow() {
        var amina = interpreterOffDuty("ar");
        var appointment = book(onSite(practice()));
        saysYes(amina);
        pass(Duration.ofMinutes(2));

        isAway(amina, day().minusDays(1), day());

        amina.reads("als abwesend gemeldet, haben dann aber den Termin Arabisch");
        assertThat(look(appointment).has("status", "confirmed").value("doubtedAt"))
                .isNotNull();
        assertThat(events(appointment)).endsWith("confirmed", "doubted");
        get(APPOINTMENTS + "?doubted=true&districtId=" + presentDistrict()).hasHeader("X-Total-Count", "1");
        var before = amina.inbox().size();
        isAway(amina, day().plusDays(1), day().plusDays(2));
        assertThat(amina.inbox()).hasSize(before);

        saysYes(amina).reads("ist Ihrer");

        look(appointment).has("status", "confirmed").has("doubtedAt", null);
        assertThat(events(appointment)).endsWith("doubted", "confirmed");
        get(APPOINTMENTS + "?doubted=true&districtId=" + presentDistrict()).hasHeader("X-Total-Count", "0");
    }

    @Test
    void ifSheLeavesOpenWhetherSheComesTheCoordinatorIsTold() {
        var coordinator = coordinator();
        var amina = interpreterOffDuty("ar");
        var unsettled = book(onSite(practice()));
        saysYes(amina);
        pass(Duration.ofMinutes(2));
        var settled = book(onSite(practice()).with("time", "16:00"));
        var codeOfSettled = code(amina);
        saysYes(amina);
        pass(Duration.ofMinutes(2));
        isAway(amina, day(), day());
        pass(Duration.ofMinutes(2));
        amina.texts("JA " + codeOfSettled).reads("ist Ihrer");
        assertThat(look(unsettled).value("doubtedAt")).isNotNull();
        look(settled).has("doubtedAt", null);

        pass(Duration.ofHours(4).minusMinutes(3));
        assertThat(coordinator.inbox()).isEmpty();
        pass(Duration.ofMinutes(1));

        coordinator.reads("Wer den Termin Arabisch, ").reads("14:00 zugesagt hat, ist als abwesend gemeldet");
        assertThat(coordinator.inbox()).hasSize(1);
    }

    @Test
    void whoIsAwayGivesItBackAndOthersAreAsked() {
        var two = members(2);
        var appointment = book(onSite(practice()));
        saysYes(two.getFirst());
        pass(Duration.ofMinutes(2));
        isAway(two.getFirst(), day(), day());

        cannotCome(two.getFirst()).reads("Ihre Absage ist vermerkt");

        look(appointment).has("status", "asking").has("doubtedAt", null);
        two.get(1).reads("Antworten Sie JA ");
    }

    @Test
    void anAbsenceThatIsTakenBackEndsTheDoubtAndOneOnOtherDaysBeginsNone() {
        var amina = interpreterOffDuty("ar");
        var appointment = book(onSite(practice()));
        saysYes(amina);
        var before = amina.inbox().size();
        isAway(amina, day().plusDays(3), day().plusDays(4));
        assertThat(amina.inbox()).hasSize(before);
        look(appointment).has("doubtedAt", null);

        isAway(amina, day(), day());
        assertThat(look(appointment).value("doubtedAt")).isNotNull();
        var absences = "/api/v1/interpreters/" + amina.id() + "/absences";
        delete(absences + "/" + get(absences).text("[0].id")).hasStatus(204);

        look(appointment).has("status", "confirmed").has("doubtedAt", null);
    }
}
