package de.dolmetscherhotline.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.Shift;
import de.dolmetscherhotline.kernel.InterpreterId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

/** Her week, form by form. */
class WeekIT extends VolunteerIT {

    private static final String PAGE = "/volunteer/plan";

    @Autowired
    private Availabilities availabilities;

    @Test
    void sheKeepsHerWeek() {
        var guest = guest();
        guest.submit(PAGE, "monday-0-from", "18:00", "monday-0-to", "22:00", "friday-1-from", "22", "friday-1-to", "6")
                .hasStatus(303)
                .hasHeader(HttpHeaders.LOCATION, "/volunteer/plan?done=saved");
        assertThat(plan(amina()))
                .containsExactly(shift(DayOfWeek.MONDAY, "18:00", "22:00"), shift(DayOfWeek.FRIDAY, "22:00", "06:00"));
        assertThat(guest.get("/volunteer/plan?done=saved").body())
                .contains(
                        "Ihre Woche ist gespeichert",
                        "name=\"monday-0-from\" value=\"18:00\"",
                        "name=\"friday-0-to\" value=\"06:00\"");
    }

    @Test
    void aWeekWithAMistakeIsNotStoredAndNothingTypedIsLost() {
        var page = guest().submit(
                        PAGE,
                        "monday-0-from",
                        "18:00",
                        "monday-0-to",
                        "25",
                        "tuesday-0-from",
                        "9:00",
                        "tuesday-0-to",
                        "12:00")
                .hasStatus(422);
        assertThat(page.body())
                .contains(
                        "value=\"25\"",
                        "name=\"tuesday-0-to\" value=\"12:00\"",
                        "Gespeichert ist noch nichts",
                        "aria-invalid=\"true\"");
        assertThat(plan(amina())).isEmpty();
    }

    @Test
    void aWeekThatChangedMeanwhileIsNotOverwrittenUnseen() {
        var guest = guest();
        var seen = guest.get(PAGE);
        var elsewhere = shift(DayOfWeek.SUNDAY, "08:00", "10:00");
        availabilities
                .replacePlan(new InterpreterId(amina()), List.of(elsewhere))
                .block();
        var conflict = guest.send(seen, PAGE, "monday-0-from", "18:00", "monday-0-to", "22:00")
                .hasStatus(409);
        assertThat(conflict.body())
                .contains("inzwischen", "Sonntag 08:00–10:00", "name=\"monday-0-from\" value=\"18:00\"");
        assertThat(plan(amina())).containsExactly(elsewhere);
    }

    @Test
    void sendingAWeekTwiceDoesNoHarm() {
        var guest = guest();
        var seen = guest.get(PAGE);
        for (int i = 0; i < 2; i++) {
            guest.send(seen, PAGE, "monday-0-from", "18:00", "monday-0-to", "22:00")
                    .hasStatus(303);
        }
        assertThat(plan(amina())).hasSize(1);
    }

    @Test
    void mondayIsCopiedWithoutBeingStored() {
        var page = guest().submit(PAGE, "monday-0-from", "18:00", "monday-0-to", "22:00", "copy", "monday")
                .hasStatus(200);
        assertThat(page.body()).contains("name=\"friday-0-to\" value=\"22:00\"", "Gespeichert ist das noch nicht");
        assertThat(plan(amina())).isEmpty();
    }

    @Test
    void timesThatOverlapAreSaidBesideTheSecondOne() {
        var page = guest().submit(
                        PAGE,
                        "monday-0-from",
                        "22:00",
                        "monday-0-to",
                        "6:00",
                        "tuesday-0-from",
                        "5:00",
                        "tuesday-0-to",
                        "9:00")
                .hasStatus(422);
        assertThat(page.body())
                .contains("id=\"tuesday-0-from-problem\"", "überschneidet")
                .doesNotContain("monday-0-from-problem");
        assertThat(plan(amina())).isEmpty();
    }

    @Test
    void sheClearsHerWeek() {
        var guest = guest();
        guest.submit(PAGE, "monday-0-from", "18:00", "monday-0-to", "22:00").hasStatus(303);
        guest.submit(PAGE, "monday-0-from", "", "monday-0-to", " ").hasStatus(303);
        assertThat(plan(amina())).isEmpty();
    }

    private List<Shift> plan(UUID who) {
        return Objects.requireNonNull(availabilities.of(new InterpreterId(who)).block())
                .plan();
    }

    private static Shift shift(DayOfWeek day, String starts, String ends) {
        return new Shift(day, LocalTime.parse(starts), LocalTime.parse(ends));
    }
}
