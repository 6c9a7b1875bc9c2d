package de.dolmetscherhotline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Body;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is asked for an appointment, and when. */
class AppointmentIT extends AppointmentScriptIT {

    @Test
    void neighboursAreAskedFirstAndOthersHalfAnHourLater() {
        var far = memberIn("Lehre");
        var near = List.of(memberIn("Helmstedt"), memberIn("Samtgemeinde Grasleben"), memberIn("Schöningen"));
        interpreterOffDuty("uk");
        var appointment = book(onSite(practice()));

        assertThat(asked(near)).hasSize(3);
        near.getFirst()
                .reads("Termin Arabisch, ")
                .reads(day().getDayOfMonth() + "." + day().getMonthValue() + ". 14:00, ca. 60 Min, Helmstedt.");
        assertThat(near.getFirst().inbox().toString()).doesNotContain("Südertor", "0815", "Zimmer");
        assertThat(far.inbox()).isEmpty();
        pass(Duration.ofMinutes(29));
        assertThat(far.inbox()).isEmpty();
        pass(Duration.ofMinutes(1));
        assertThat(far.inbox()).hasSize(1);
        assertThat(status(appointment)).isEqualTo("asking");

        pass(Duration.ofMinutes(30));
        assertThat(status(appointment)).isEqualTo("open");
        assertThat(near.getFirst().inbox()).hasSize(1);
    }

    @Test
    void noBringsTheNextAtOnce() {
        var four = members(4);
        var appointment = book(onSite(practice()));
        var first = asked(four);
        assertThat(first).hasSize(3);

        saysNo(first.getFirst()).reads("In Ordnung");

        assertThat(asked(four)).hasSize(4);
        saysNo(first.get(1));
        saysNo(first.get(2));
        assertThat(status(appointment)).isEqualTo("asking");
        four.stream().filter(one -> !first.contains(one)).forEach(AppointmentScriptIT::saysNo);
        assertThat(status(appointment)).isEqualTo("open");
        assertThat(events(appointment)).endsWith("declined", "nobody_left");
    }

    @Test
    void ifNobodyTakesItThatIsUnmetDemand() {
        var amina = interpreterOffDuty("ar");
        var appointment = book(onSite(practice()));
        var uncovered = book(onSite(practice()).with("language", "ti"));
        assertThat(status(uncovered)).isEqualTo("open");

        moveTo(day().atTime(13, 45));
        assertThat(status(appointment)).isEqualTo("open");
        moveTo(day().atTime(14, 0));

        assertThat(status(appointment)).isEqualTo("unfilled");
        saysYes(amina).reads("hat sich schon erledigt");
        get(APPOINTMENTS + "?unmet=true&districtId=" + presentDistrict())
                .hasHeader("X-Total-Count", "2")
                .has("[*].status", List.of("unfilled", "unfilled"));
    }

    @Test
    void atNightNobodyIsAskedOrTold() {
        var two = members(2);
        moveTo(today().atTime(21, 0));
        var appointment = book(onSite(practice()));
        moveTo(today().plusDays(1).atTime(7, 59));
        assertThat(asked(two)).isEmpty();
        moveTo(today().plusDays(1).atTime(8, 0));
        assertThat(asked(two)).hasSize(2);

        moveTo(today().plusDays(1).atTime(22, 0));
        saysYes(two.getFirst()).reads("ist Ihrer");
        moveTo(today().plusDays(2).atTime(7, 59));
        assertThat(two.get(1).inbox()).hasSize(1);
        moveTo(today().plusDays(2).atTime(8, 0));
        two.get(1).reads("hat sich erledigt");
        assertThat(status(appointment)).isEqualTo("confirmed");
    }

    @Test
    void aSeriesGoesToTheSameInterpreterIfSheWantsIt() {
        var four = members(4);
        var answer =
                post(APPOINTMENTS, onSite(practice()).with("repeatWeekly", 3)).hasStatus(201);
        settle();
        assertThat(asked(four)).hasSize(3);
        var amina = asked(four).getFirst();
        var others = four.stream().filter(one -> !one.equals(amina)).toList();

        saysYes(amina);
        pass(Duration.ofMinutes(1));

        amina.reads("Termin Arabisch, ").reads("Antworten Sie JA ");
        assertThat(others).noneMatch(one -> wasAskedFor(day().plusWeeks(1), one));
        saysYes(amina).reads("ist Ihrer");
        var second = UUID.fromString(answer.text("ids[1]"));
        look(second).has("status", "confirmed").has("interpreter.id", amina.id().toString());
        get(APPOINTMENTS + "?seriesId=" + look(second).text("seriesId")).hasHeader("X-Total-Count", "3");

        pass(Duration.ofMinutes(1));
        saysNo(amina);
        assertThat(others).anyMatch(one -> wasAskedFor(day().plusWeeks(2), one));
    }

    private static boolean wasAskedFor(LocalDate day, Person who) {
        var date = " " + day.getDayOfMonth() + "." + day.getMonthValue() + ". 14:00, ca.";
        return who.inbox().stream().anyMatch(text -> text.contains(date));
    }

    @Test
    void whoSaidStopIsNotAsked() {
        var amina = interpreterOffDuty("ar").texts("STOP");
        var before = amina.inbox().size();

        var appointment = book(onSite(practice()));

        assertThat(amina.inbox()).hasSize(before);
        assertThat(status(appointment)).isEqualTo("open");
    }

    @Test
    void whoDoesNotWantToBeDisturbedNowIsAskedLater() {
        var amina = interpreterOffDuty("ar");
        put(
                        "/api/v1/interpreters/" + amina.id() + "/preferences",
                        Body.of("emergencyOptIn", false, "calloutOptIn", false, "shiftReminder", false)
                                .with("quietHours", Map.of("from", "12:00", "to", "15:00")))
                .hasStatus(200);
        moveTo(today().atTime(12, 30));
        var appointment = book(onSite(practice()));
        moveTo(today().atTime(14, 59));
        assertThat(amina.inbox()).isEmpty();
        assertThat(status(appointment)).isEqualTo("asking");

        moveTo(today().atTime(17, 0));

        assertThat(asked(List.of(amina))).hasSize(1);
    }

    @Test
    void whatIsBookedAtNightForTheEarlyMorningIsSaidToBeOpenAtOnce() {
        var amina = interpreterOffDuty("ar");
        moveTo(today().atTime(21, 0));
        var appointment = book(
                onSite(practice()).with("date", today().plusDays(1).toString()).with("time", "08:15"));
        assertThat(status(appointment)).isEqualTo("open");
        moveTo(today().plusDays(1).atTime(8, 15));

        assertThat(amina.inbox()).isEmpty();
        assertThat(status(appointment)).isEqualTo("unfilled");
    }

    @Test
    void shortlyBeforeTheStartNobodyIsAsked() {
        moveTo(today().atTime(11, 0));
        var appointment =
                book(onSite(practice()).with("date", today().toString()).with("time", "13:00"));
        assertThat(status(appointment)).isEqualTo("open");
        moveTo(today().atTime(12, 31));

        var amina = interpreterOffDuty("ar");
        moveTo(today().atTime(13, 0));

        assertThat(amina.inbox()).isEmpty();
        assertThat(status(appointment)).isEqualTo("unfilled");
    }
}
