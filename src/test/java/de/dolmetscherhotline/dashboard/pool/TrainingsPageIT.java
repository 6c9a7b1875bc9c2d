package de.dolmetscherhotline.dashboard.pool;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.testsupport.FormBrowser;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where coordinators plan trainings and record who was there. */
class TrainingsPageIT extends PoolPagesIT {

    private static final String PATH = "/dashboard/trainings";

    @Test
    void aTrainingIsPlannedAndAttendanceConfersWhatItGives() {
        var amina = member(somebody("Amina Haddad", "+491713920001"));
        var coordinator = signedIn(Role.COORDINATOR);
        var training = planned(coordinator, inDays(-2), "12");
        assertThat(coordinator.opens(training).hasStatus(200).body())
                .contains(
                        "Grundkurs", "Kreishaus Helmstedt", "Schule", "24 Monate", "0 von 12 Plätzen", "Amina Haddad");
        coordinator
                .sends(training + "/participants", "interpreter", amina.toString())
                .hasHeader("Location", training + "?done=registered");
        coordinator
                .sends(training + "/participants/" + amina + "/attendance")
                .hasHeader("Location", training + "?done=attended");
        get("/api/v1/interpreters/" + amina)
                .has("subjects", List.of("medical", "school"))
                .has("obligations.length()", 2);
        assertThat(coordinator.opens(training).body()).contains("war da", "hat dadurch etwas dazugewonnen");
        coordinator.sends(training + "/removal").hasHeader("Location", training + "?done=has-attendance");
        coordinator
                .sends(training + "/participants/" + amina + "/removal")
                .hasHeader("Location", training + "?done=was-there");
        assertThat(coordinator.opens(training + "?done=was-there").body()).contains("Es wurde nichts geändert");
        coordinator
                .sends(training + "/participants/" + amina + "/absence")
                .hasHeader("Location", training + "?done=absent");
        get("/api/v1/interpreters/" + amina).has("subjects", List.of("medical"));
        coordinator
                .sends(training + "/participants/" + amina + "/removal")
                .hasHeader("Location", training + "?done=cancelled");
        coordinator.sends(training + "/removal").hasHeader("Location", PATH + "?done=removed");
        coordinator.opens(training).hasStatus(404);
        assertThat(trail()).contains("changed", "viewed");
    }

    @Test
    void aFormThatIsSentTwicePlansOneTraining() {
        var coordinator = signedIn(Role.COORDINATOR);
        var training = planned(coordinator, inDays(7), "12");
        coordinator.sends(PATH + "/new", basicCourse(inDays(7), "12")).hasHeader("Location", training + "?done=added");
        assertThat(coordinator.opens(PATH).body()).containsOnlyOnce("<strong>Grundkurs</strong>");
    }

    @Test
    void whoeverGoesBackAndCorrectsWhatSheHasPlannedGoesOnChangingIt() {
        var coordinator = signedIn(Role.COORDINATOR);
        var training = planned(coordinator, inDays(7), "12");
        assertThat(coordinator
                        .sends(PATH + "/new", basicCourse(inDays(7), "15"))
                        .hasStatus(409)
                        .body())
                .contains("schon geplant", "action=\"" + training + "/edit\"", "value=\"15\"");
        assertThat(coordinator.opens(training).body()).contains("0 von 12 Plätzen");
        coordinator
                .sends(training + "/edit", basicCourse(inDays(7), "15"))
                .hasHeader("Location", training + "?done=saved");
        assertThat(coordinator.opens(PATH).body())
                .containsOnlyOnce("<strong>Grundkurs</strong>")
                .contains("0 von 15 Plätzen");
        var key = coordinator.hidden().get("key");
        aDistrict();
        var stranger = signedIn(Role.COORDINATOR);
        stranger.opens(PATH);
        stranger.sends(PATH + "/new", with("key", key, basicCourse(inDays(7), "20")))
                .hasStatus(404);
        assertThat(coordinator.opens(training).body()).contains("0 von 15 Plätzen");
    }

    @Test
    void fullIsFullAndNobodyWasThereBeforeItBegan() {
        var amina = member(somebody("Amina Haddad", "+491713920001"));
        var olena = member(somebody("Olena Koval", "+491713920002"));
        var coordinator = signedIn(Role.COORDINATOR);
        var training = planned(coordinator, inDays(7), "1");
        coordinator
                .sends(training + "/participants", "interpreter", amina.toString())
                .hasStatus(303);
        coordinator
                .sends(training + "/participants", "interpreter", olena.toString())
                .hasHeader("Location", training + "?done=full");
        coordinator
                .sends(training + "/participants", "interpreter", "")
                .hasHeader("Location", training + "?done=nobody");
        coordinator
                .sends(training + "/participants/" + amina + "/attendance")
                .hasHeader("Location", training + "?done=too-early");
        assertThat(coordinator.opens(PATH).hasStatus(200).body()).contains("kommt", "1 von 1 Plätzen");
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNothingIsLost() {
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens(PATH + "/new").hasStatus(200);
        assertThat(coordinator
                        .sends(PATH + "/new", fields("", "viele", inDays(3), "20:00", "18:00", "", "", "24"))
                        .hasStatus(422)
                        .body())
                .contains(
                        "id=\"title-problem\"",
                        "id=\"places-problem\"",
                        "id=\"date-0-problem\"",
                        "id=\"months-problem\"",
                        "value=\"20:00\"",
                        "value=\"24\"");
        assertThat(coordinator.opens(PATH).body()).contains("Noch ist keine geplant");
    }

    @Test
    void aTrainingIsChangedAsLongAsNobodyReliesOnIt() {
        var amina = member(somebody("Amina Haddad", "+491713920001"));
        var coordinator = signedIn(Role.COORDINATOR);
        var training = planned(coordinator, inDays(-2), "5");
        assertThat(coordinator.opens(training + "/edit").hasStatus(200).body())
                .contains("value=\"Grundkurs\"", "value=\"18:00\"", "value=\"" + inDays(-2) + "\"");
        coordinator.sends(training + "/participants", "interpreter", amina.toString());
        coordinator.sends(training + "/participants/" + amina + "/attendance");
        assertThat(coordinator
                        .sends(
                                training + "/edit",
                                fields("Aufbaukurs", "5", inDays(-3), "18:00", "20:00", "Rathaus", "on", "24"))
                        .hasStatus(422)
                        .body())
                .contains("id=\"dates-problem\"", "value=\"Aufbaukurs\"");
        coordinator
                .sends(
                        training + "/edit",
                        fields("Aufbaukurs", "6", inDays(-2), "18:00", "20:00", "Rathaus", "on", "24"))
                .hasHeader("Location", training + "?done=saved");
        assertThat(coordinator.opens(training).body()).contains("Aufbaukurs", "Rathaus");
    }

    @Test
    void ofTwoWhoChangeATrainingAtOnceTheSecondIsTold() {
        var first = signedIn(Role.COORDINATOR);
        var training = planned(first, inDays(7), "12");
        var second = signedIn(Role.COORDINATOR);
        first.opens(training + "/edit").hasStatus(200);
        second.opens(training + "/edit").hasStatus(200);
        first.sends(training + "/edit", basicCourse(inDays(7), "15")).hasStatus(303);
        assertThat(second.sends(training + "/edit", basicCourse(inDays(8), "12"))
                        .hasStatus(409)
                        .body())
                .contains("inzwischen geändert", "value=\"" + inDays(8) + "\"");
        assertThat(first.opens(training).body()).contains("0 von 15 Plätzen");
        second.sends(training + "/edit", basicCourse(inDays(8), "12")).hasHeader("Location", training + "?done=saved");
        assertThat(first.opens(training).body()).contains("0 von 12 Plätzen");
        second.sends(training + "/edit", with("version", "x", basicCourse(inDays(8), "20")))
                .hasStatus(409);
    }

    @Test
    void viewersChangeNothingAndAnotherDistrictIsOutOfReach() {
        var coordinator = signedIn(Role.COORDINATOR);
        var training = planned(coordinator, inDays(7), "");
        var viewer = signedIn(Role.VIEWER);
        assertThat(viewer.opens(training).hasStatus(200).body()).doesNotContain("/edit", "/removal");
        viewer.opens(training + "/edit").hasStatus(403);
        viewer.sends(training + "/removal").hasStatus(403);
        viewer.sends(PATH + "/new").hasStatus(403);
        aDistrict();
        var stranger = signedIn(Role.COORDINATOR);
        stranger.opens(training).hasStatus(404);
        stranger.opens(training + "/edit").hasStatus(404);
        stranger.opens(PATH);
        stranger.sends(training + "/removal").hasStatus(404);
        stranger.sends(
                        training + "/participants",
                        "interpreter",
                        UUID.randomUUID().toString())
                .hasStatus(404);
        coordinator.opens(training).hasStatus(200);
    }

    /** Its path. */
    private static String planned(FormBrowser coordinator, String day, String places) {
        coordinator.opens(PATH + "/new").hasStatus(200);
        var location = coordinator
                .sends(PATH + "/new", basicCourse(day, places))
                .hasStatus(303)
                .headers()
                .getLocation();
        return String.valueOf(location).replace("?done=added", "");
    }

    private static String[] basicCourse(String day, String places) {
        return fields("Grundkurs", places, day, "18:00", "20:00", "Kreishaus Helmstedt", "on", "24");
    }

    private static String[] with(String name, @Nullable String value, String... others) {
        return Stream.concat(Stream.of(name, String.valueOf(value)), Stream.of(others))
                .toArray(String[]::new);
    }

    private static String[] fields(
            String title,
            String places,
            String day,
            String starts,
            String ends,
            String place,
            String proof,
            String months) {
        return new String[] {
            "title", title, "places", places, "day", day, "starts", starts, "ends", ends, "place", place, "day", "",
            "starts", "", "ends", "", "place", "", "subject", "school", "proof", proof, "months", months
        };
    }

    private static String inDays(int days) {
        return LocalDate.ofInstant(TestTelephony.CLOCK.instant(), ZoneId.of("Europe/Berlin"))
                .plusDays(days)
                .toString();
    }
}
