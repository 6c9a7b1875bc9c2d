package de.dolmetscherhotline.dashboard.pool;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.FormBrowser;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where coordinators change when, and how much, a member may be disturbed. */
class MemberTimesIT extends PoolPagesIT {

    private static final List<String> PAGES = List.of("/plan", "/absences", "/preferences");

    private UUID amina = new UUID(0, 0);

    @BeforeEach
    void amina() {
        amina = member(somebody("Amina Haddad", "+491713920001"));
    }

    @Test
    void theWeekIsReplacedAndTheTrailSaysWhoDidItAndWhy() {
        restPlan("monday", "18:00", "22:00");
        var coordinator = signedIn(Role.COORDINATOR);
        assertThat(coordinator.opens(page(amina) + "/plan").hasStatus(200).body())
                .contains("Amina Haddad: Wochenplan", "name=\"monday-0-from\" value=\"18:00\"")
                .doesNotContain("??");
        coordinator
                .sends(
                        page(amina) + "/plan",
                        "tuesday-0-from",
                        "9",
                        "tuesday-0-to",
                        "12:30",
                        "friday-1-from",
                        "22:00",
                        "friday-1-to",
                        "6:00",
                        "reason",
                        "rief an")
                .hasHeader("Location", page(amina) + "?done=saved");
        get("/api/v1/interpreters/" + amina + "/plan")
                .has("shifts.length()", 2)
                .has("shifts[0].day", "tuesday")
                .has("shifts[0].ends", "12:30")
                .has("shifts[1].starts", "22:00");
        assertThat(newest()).isEqualTo("changed " + amina + " POST /dashboard/interpreters/{id}/plan: rief an");
        assertThat(coordinator.opens(page(amina) + "?done=saved").body()).contains("Gespeichert.", "09:00–12:30");
    }

    @Test
    void whatIsWrongInTheWeekIsSaidBesideItsFieldAndNothingIsLost() {
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens(page(amina) + "/plan");
        assertThat(coordinator
                        .sends(
                                page(amina) + "/plan",
                                "monday-0-from",
                                "22:00",
                                "monday-0-to",
                                "6:00",
                                "tuesday-0-from",
                                "5:00",
                                "tuesday-0-to",
                                "bald",
                                "wednesday-0-from",
                                "23:00",
                                "wednesday-0-to",
                                "23:30",
                                "wednesday-1-from",
                                "23:15",
                                "wednesday-1-to",
                                "23:45",
                                "reason",
                                "rief an")
                        .hasStatus(422)
                        .body())
                .contains(
                        "id=\"tuesday-0-to-problem\"",
                        "id=\"wednesday-1-from-problem\"",
                        "überschneidet",
                        "value=\"bald\"",
                        "value=\"rief an\"")
                .doesNotContain("monday-0-from-problem", "??");
        get("/api/v1/interpreters/" + amina + "/plan").has("shifts.length()", 0);
        assertThat(trail()).doesNotContain("changed");
    }

    @Test
    void mondayIsCopiedToTheWorkingDaysAndNothingIsSavedYet() {
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens(page(amina) + "/plan");
        assertThat(coordinator
                        .sends(
                                page(amina) + "/plan",
                                "monday-0-from",
                                "18:00",
                                "monday-0-to",
                                "22:00",
                                "copy",
                                "monday")
                        .hasStatus(200)
                        .body())
                .contains("name=\"friday-0-to\" value=\"22:00\"", "Gespeichert ist das noch nicht");
        get("/api/v1/interpreters/" + amina + "/plan").has("shifts.length()", 0);
        assertThat(trail()).doesNotContain("changed");
    }

    @Test
    void aWeekThatSheChangedMeanwhileIsNotOverwrittenUnseen() {
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens(page(amina) + "/plan");
        restPlan("sunday", "08:00", "10:00");
        String[] typed = {"monday-0-from", "18:00", "monday-0-to", "22:00"};
        assertThat(coordinator
                        .sends(page(amina) + "/plan", typed)
                        .hasStatus(409)
                        .body())
                .contains("Sonntag 08:00–10:00", "name=\"monday-0-from\" value=\"18:00\"", page(amina) + "/plan");
        assertThat(trail()).doesNotContain("changed");
        coordinator.sends(page(amina) + "/plan", typed).hasStatus(303);
        get("/api/v1/interpreters/" + amina + "/plan").has("shifts.length()", 1).has("shifts[0].day", "monday");
    }

    @Test
    void absencesAreEnteredAndRemoved() {
        var first = today().plusDays(3);
        var coordinator = signedIn(Role.COORDINATOR);
        assertThat(coordinator.opens(page(amina) + "/absences").hasStatus(200).body())
                .contains("Keine eingetragen.")
                .doesNotContain("??");
        enter(coordinator, first, first.plusDays(4));
        assertThat(newest()).isEqualTo("changed " + amina + " POST /dashboard/interpreters/{id}/absences: Urlaub");
        enter(coordinator, first, first.plusDays(4));
        var absences = "/api/v1/interpreters/" + amina + "/absences";
        get(absences).has("length()", 1).has("[0].lastDay", first.plusDays(4).toString());
        assertThat(coordinator.opens(page(amina) + "/absences?done=added").body())
                .contains("Eingetragen.", "name=\"absence\"");
        var id = get(absences).text("[0].id");
        for (int i = 0; i < 2; i++) {
            coordinator
                    .sends(page(amina) + "/absences/removal", "absence", id)
                    .hasHeader("Location", page(amina) + "/absences?done=removed");
        }
        get(absences).has("length()", 0);
        assertThat(newest()).isEqualTo("changed " + amina + " POST /dashboard/interpreters/{id}/absences/removal: -");
        assertThat(trail().stream().filter("changed"::equals)).hasSize(3);
    }

    @Test
    void daysThatMakeNoSenseAreSaidBesideTheirFieldAndNothingIsLost() {
        var first = today().plusDays(3);
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens(page(amina) + "/absences");
        assertThat(absence(coordinator, "bald", "")).contains("id=\"first-problem\"", "value=\"bald\"");
        assertThat(absence(coordinator, first.toString(), today().toString()))
                .contains("id=\"last-problem\"", "value=\"" + first + "\"", "value=\"Urlaub\"");
        assertThat(absence(coordinator, today().minusDays(9).toString(), "")).contains("Das ist schon vorbei");
        assertThat(absence(coordinator, first.toString(), first.plusYears(2).toString()))
                .contains("id=\"last-problem\"", "zu weit weg");
        assertThat(trail()).doesNotContain("changed");
        enter(coordinator, first, first.plusDays(1));
        assertThat(absence(coordinator, first.toString(), first.plusDays(2).toString()))
                .contains("Für diesen ersten Tag");
        for (int i = 1; i < 50; i++) {
            var day = first.plusDays(2L * i).toString();
            created("/api/v1/interpreters/" + amina + "/absences", Body.of("firstDay", day, "lastDay", day));
        }
        assertThat(absence(coordinator, first.plusDays(200).toString(), "")).contains("schon sehr viele Tage");
        get("/api/v1/interpreters/" + amina + "/absences").has("length()", 50);
    }

    @Test
    void preferencesAreReplacedAndTheTrailSaysWhoDidItAndWhy() {
        var coordinator = signedIn(Role.COORDINATOR);
        assertThat(coordinator
                        .opens(page(amina) + "/preferences")
                        .hasStatus(200)
                        .body())
                .contains("Amina Haddad: Anrufe und SMS", "auch wenn ihr Wochenplan es erlaubt")
                .doesNotContain("??");
        assertThat(coordinator
                        .sends(
                                page(amina) + "/preferences",
                                "quietFrom",
                                "22:00",
                                "callsPerDay",
                                "0",
                                "reminder",
                                "on",
                                "reason",
                                "rief an")
                        .hasStatus(422)
                        .body())
                .contains("id=\"quietTo-problem\"", "id=\"callsPerDay-problem\"", "value=\"22:00\"")
                .containsPattern("id=\"reminder\"[^>]*checked")
                .contains("value=\"rief an\"");
        assertThat(trail()).doesNotContain("changed");
        coordinator
                .sends(
                        page(amina) + "/preferences",
                        "quietFrom",
                        "22:00",
                        "quietTo",
                        "7",
                        "callsPerDay",
                        "3",
                        "emergency",
                        "on",
                        "reminder",
                        "on",
                        "reason",
                        "rief an")
                .hasHeader("Location", page(amina) + "?done=saved");
        get("/api/v1/interpreters/" + amina + "/preferences")
                .has("quietHours.from", "22:00")
                .has("quietHours.to", "07:00")
                .has("callsPerDay", 3)
                .has("emergencyOptIn", true)
                .has("calloutOptIn", false)
                .has("shiftReminder", true);
        assertThat(newest()).isEqualTo("changed " + amina + " POST /dashboard/interpreters/{id}/preferences: rief an");
    }

    @Test
    void preferencesThatChangedMeanwhileAreNotOverwrittenUnseenNeitherHereNorWithTheProfile() {
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens(page(amina) + "/person");
        coordinator.opens(page(amina) + "/preferences");
        put(
                        "/api/v1/interpreters/" + amina + "/preferences",
                        Body.of("emergencyOptIn", true, "calloutOptIn", true, "shiftReminder", false))
                .hasStatus(200);
        assertThat(coordinator
                        .sends(page(amina) + "/preferences", "callsPerDay", "2")
                        .hasStatus(409)
                        .body())
                .contains("Anrufe in Notfällen: ja", "value=\"2\"");
        coordinator
                .sends(
                        page(amina) + "/person",
                        "name",
                        "Amina Haddad",
                        "phone",
                        "0171 3920001",
                        "born",
                        "1985-03-01",
                        "status",
                        "active")
                .hasStatus(409);
        get("/api/v1/interpreters/" + amina).has("emergencyOptIn", true).has("calloutOptIn", true);
        assertThat(trail()).doesNotContain("changed");
    }

    @Test
    void viewersSeeNoFormsAndChangeNothing() {
        var viewer = signedIn(Role.VIEWER);
        assertThat(viewer.opens(page(amina)).hasStatus(200).body()).doesNotContain("/plan\"", "/absences\"", "/export");
        for (var way : PAGES) {
            viewer.opens(page(amina) + way).hasStatus(403);
            viewer.sends(page(amina) + way, "monday-0-from", "18:00", "monday-0-to", "20:00")
                    .hasStatus(403);
        }
        viewer.sends(page(amina) + "/absences/removal").hasStatus(403);
        get("/api/v1/interpreters/" + amina + "/plan").has("shifts.length()", 0);
    }

    @Test
    void nobodyOfAnotherDistrictIsTouched() {
        var day = today().plusDays(1).toString();
        var absence = created("/api/v1/interpreters/" + amina + "/absences", Body.of("firstDay", day, "lastDay", day));
        aDistrict();
        var own = member(somebody("Olena Koval", "+491713920002"));
        var coordinator = signedIn(Role.COORDINATOR);
        for (var way : PAGES) {
            coordinator.opens(page(amina) + way).hasStatus(404);
            coordinator.sends(page(amina) + way, "first", day).hasStatus(404);
        }
        coordinator
                .sends(page(amina) + "/absences/removal", "absence", absence.toString())
                .hasStatus(404);
        coordinator.opens(page(own) + "/absences").hasStatus(200);
        coordinator
                .sends(page(own) + "/absences/removal", "absence", absence.toString())
                .hasStatus(303);
        get("/api/v1/interpreters/" + amina + "/absences").has("length()", 1);
        assertThat(trail()).doesNotContain("changed");
    }

    private void restPlan(String day, String starts, String ends) {
        put(
                        "/api/v1/interpreters/" + amina + "/plan",
                        Body.of("shifts", List.of(Map.of("day", day, "starts", starts, "ends", ends))))
                .hasStatus(200);
    }

    private void enter(FormBrowser coordinator, LocalDate first, LocalDate last) {
        coordinator
                .sends(
                        page(amina) + "/absences",
                        "first",
                        first.toString(),
                        "last",
                        last.toString(),
                        "reason",
                        "Urlaub")
                .hasHeader("Location", page(amina) + "/absences?done=added");
    }

    /** The page that says what is wrong with these days. */
    private String absence(FormBrowser coordinator, String first, String last) {
        return coordinator
                .sends(page(amina) + "/absences", "first", first, "last", last, "reason", "Urlaub")
                .hasStatus(422)
                .body();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(TestTelephony.CLOCK.instant(), ZoneId.of("Europe/Berlin"));
    }
}
