package de.dolmetscherhotline.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.availability.Absence;
import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.Preferences;
import de.dolmetscherhotline.availability.QuietHours;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Days on which she is away, and how much she agrees to be disturbed, form by form. */
class AbsencesAndPreferencesIT extends VolunteerIT {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    private Availabilities availabilities;

    @Test
    void sheGoesOnHolidayAndComesBackEarlier() {
        var guest = guest();
        var today = LocalDate.ofInstant(TestTelephony.CLOCK.instant(), BERLIN);
        for (int i = 0; i < 2; i++) {
            guest.submit(
                            "/volunteer/absences",
                            "first",
                            today.toString(),
                            "last",
                            today.plusDays(3).toString())
                    .hasStatus(303);
        }
        duty("said_off");
        var page = guest.get("/volunteer/absences").body();
        assertThat(absences(amina())).hasSize(1);
        assertThat(guest.get("/volunteer").body()).contains("Sie sind abwesend bis ");
        var id = page.replaceAll("(?s).*/volunteer/absences/([0-9a-f-]{36})/remove.*", "$1");
        for (int i = 0; i < 2; i++) {
            guest.send("/volunteer/absences", "/volunteer/absences/" + id + "/remove")
                    .hasStatus(303);
        }
        duty("not_on_duty");
    }

    @Test
    void daysThatMakeNoSenseAreSaidBesideTheirField() {
        var guest = guest();
        var today = LocalDate.ofInstant(TestTelephony.CLOCK.instant(), BERLIN);
        assertThat(guest.submit("/volunteer/absences", "first", "bald", "last", "")
                        .hasStatus(422)
                        .body())
                .contains("id=\"first-problem\"", "value=\"bald\"")
                .doesNotContain("id=\"last-problem\"");
        assertThat(guest.submit(
                                "/volunteer/absences",
                                "first",
                                today.toString(),
                                "last",
                                today.minusDays(1).toString())
                        .hasStatus(422)
                        .body())
                .contains("id=\"last-problem\"");
        assertThat(guest.submit("/volunteer/absences", "first", "2020-01-01", "last", "2020-01-02")
                        .hasStatus(422)
                        .body())
                .contains("zu weit weg");
        guest.submit("/volunteer/absences", "first", today.toString()).hasStatus(303);
        assertThat(guest.submit(
                                "/volunteer/absences",
                                "first",
                                today.toString(),
                                "last",
                                today.plusDays(1).toString())
                        .hasStatus(422)
                        .body())
                .contains("Für diesen ersten Tag");
    }

    @Test
    void sheDoesNotTouchTheAbsencesOfOthers() {
        var zeynep = created("/api/v1/interpreters", member("Zeynep Kaya"));
        var other = guest(zeynep);
        other.submit(
                        "/volunteer/absences",
                        "first",
                        LocalDate.ofInstant(TestTelephony.CLOCK.instant(), BERLIN)
                                .toString())
                .hasStatus(303);
        var id = other.get("/volunteer/absences")
                .body()
                .replaceAll("(?s).*/volunteer/absences/([0-9a-f-]{36})/remove.*", "$1");
        var guest = guest();
        guest.send("/volunteer/absences", "/volunteer/absences/" + id + "/remove")
                .hasStatus(303);
        assertThat(absences(zeynep)).hasSize(1);
        assertThat(guest.get("/volunteer").body()).doesNotContain("Zeynep");
    }

    @Test
    void sheSaysHowMuchSheAgreesToBeDisturbed() {
        var guest = guest();
        guest.submit(
                        "/volunteer/preferences",
                        "quietFrom",
                        "22:00",
                        "quietTo",
                        "7:00",
                        "callsPerDay",
                        "2",
                        "emergency",
                        "on",
                        "reminder",
                        "on")
                .hasStatus(303);
        assertThat(guest.get("/volunteer/preferences").body())
                .contains("value=\"22:00\"", "value=\"07:00\"", "value=\"2\"")
                .containsPattern("id=\"emergency\"[^>]*checked")
                .doesNotContainPattern("id=\"callout\"[^>]*checked")
                .containsPattern("id=\"reminder\"[^>]*checked");
        assertThat(availabilities.preferences(new InterpreterId(amina())).block())
                .isEqualTo(
                        new Preferences(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)), 2, true, false, true));
    }

    @Test
    void preferencesThatChangedMeanwhileAreNotOverwrittenUnseen() {
        var guest = guest();
        var seen = guest.get("/volunteer/preferences");
        guest.submit("/volunteer/preferences", "emergency", "on").hasStatus(303);
        var conflict =
                guest.send(seen, "/volunteer/preferences", "callsPerDay", "2").hasStatus(409);
        assertThat(conflict.body()).contains("inzwischen", "Anrufe in Notfällen: ja", "value=\"2\"");
        assertThat(guest.send("/volunteer/preferences", "/volunteer/preferences", "callsPerDay", "0")
                        .hasStatus(422)
                        .body())
                .contains("id=\"callsPerDay-problem\"");
    }

    @Test
    void tooManyDaysAreSaidBesideTheFieldAndNothingIsStored() {
        var today = LocalDate.ofInstant(TestTelephony.CLOCK.instant(), BERLIN);
        for (int i = 0; i < 50; i++) {
            var day = today.plusDays(2L * i);
            availabilities
                    .addAbsence(new InterpreterId(amina()), new Absence(UUID.randomUUID(), day, day))
                    .block();
        }
        assertThat(guest().submit(
                                "/volunteer/absences",
                                "first",
                                today.plusDays(201).toString())
                        .hasStatus(422)
                        .body())
                .contains("Es sind schon sehr viele Tage eingetragen", "value=\"" + today.plusDays(201) + "\"");
        assertThat(absences(amina())).hasSize(50);
    }

    private List<Absence> absences(UUID who) {
        return Objects.requireNonNull(
                availabilities.absences(new InterpreterId(who)).block());
    }

    private void duty(String duty) {
        get("/api/v1/interpreters/" + amina() + "/availability").has("duty", duty);
    }
}
