package de.dolmetscherhotline.dashboard.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.StaffIT;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which needs are on the list, and how they come off it and on again. */
class UnmetNeedsIT extends StaffIT {

    private static final String UNMET = "/dashboard/unmet-demand";

    @Test
    void whoeverHungUpAfterHavingWaitedLongIsOnTheListToo() {
        var patient = ended("abandoned_waiting", 60);
        var hasty = ended("abandoned_waiting", 59);
        var choosing = ended("abandoned_choosing", 600);
        var browser = signedIn(Role.COORDINATOR);
        assertThat(browser.opens(UNMET).hasStatus(200).body())
                .contains("Noch offen: 1", "/calls/" + patient, "Tigrinya <strong>1</strong>")
                .doesNotContain("/calls/" + hasty, "/calls/" + choosing);
        post("/api/v1/unmet-demand/" + hasty + "/settle", Body.of()).hasStatus(404);
        assertThat(browser.opens(UNMET + "/recruiting").body()).contains("Tigrinya", ">1</td>");
        browser.opens(UNMET);
        browser.sends(UNMET + "/calls/" + hasty + "/settled").hasStatus(404);
        browser.sends(UNMET + "/calls/" + patient + "/settled").hasStatus(303);
        assertThat(browser.opens(UNMET).body()).contains("Noch offen: 0");
    }

    @Test
    void whoSettledItIsToldAndItCanBeOpenedAgain() {
        var call = ended("no_coverage", 5);
        var request = ended("nobody_answered", 5);
        sql("update call set origin = 'request' where id = '" + request + "'");
        var appointment = appointment();
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(UNMET).hasStatus(200);
        for (var need : List.of("/calls/" + call, "/requests/" + request, "/appointments/" + appointment)) {
            browser.sends(UNMET + need + "/settled", "note", "falscher Haken").hasStatus(303);
            assertThat(browser.opens(UNMET + "?show=settled&language=ti").body())
                    .contains(" von Karin Vogel: falscher Haken", UNMET + need + "/reopened", "Wieder öffnen");
            stranger(need);
            browser.sends(UNMET + need + "/reopened")
                    .hasHeader("Location", UNMET + "?show=settled&done=reopened&language=ti");
            assertThat(browser.opens(UNMET + "?show=settled&done=reopened").body())
                    .contains("wieder offen")
                    .doesNotContain("falscher Haken", need);
            browser.sends(UNMET + need + "/reopened").hasHeader("Location", UNMET + "?show=settled&language=ti");
            assertThat(browser.opens(UNMET).body()).contains("Noch offen: 3", UNMET + need + "/settled");
        }
        var viewer = signedIn(Role.VIEWER);
        viewer.opens(UNMET).hasStatus(200);
        viewer.sends(UNMET + "/calls/" + call + "/reopened").hasStatus(403);
    }

    /** Opens nothing again that is settled. */
    private void stranger(String need) {
        var stranger = signedInElsewhere();
        stranger.opens(UNMET);
        stranger.sends(UNMET + need + "/reopened").hasHeader("Location", UNMET + "?show=settled");
    }

    private UUID appointment() {
        var practice = created(
                "/api/v1/organisations",
                Body.of(
                        "districtId", itsDistrict(),
                        "name", "Praxis Dr. Lindner",
                        "kind", "practice",
                        "municipality", "Helmstedt",
                        "phoneNumbers", List.of()));
        var id = UUID.randomUUID();
        var now = TestTelephony.CLOCK.instant();
        sql("""
                insert into appointment (id, district_id, organisation_id, kind, starts_at, ends_at, municipality, address,
                                         language, status, next_wave_at, created_at)
                values ('%s', '%s', '%s', 'on_site', '%s', '%s', 'Helmstedt', 'Markt 1', 'ti', 'open', '%s', '%s')
                """.formatted(
                        id,
                        itsDistrict(),
                        practice,
                        now.plus(Duration.ofDays(9)),
                        now.plus(Duration.ofDays(9)).plus(Duration.ofHours(1)),
                        now,
                        now));
        return id;
    }

    @AfterEach
    void nothingIsLeft() {
        sql("delete from appointment");
    }

    /** Three days ago, ten seconds of which went by before the language was chosen. */
    private UUID ended(String outcome, int waited) {
        var id = UUID.randomUUID();
        var at = TestTelephony.CLOCK.instant().minus(Duration.ofDays(3));
        sql("""
                insert into call (id, district_id, state_name, state, dialled_at, language_chosen_at, ended_at, origin, language,
                                  outcome)
                values ('%s', '%s', 'Ended', '{}', '%s', '%s', '%s', 'phone', 'ti', '%s')
                """.formatted(id, itsDistrict(), at, at.plusSeconds(10), at.plusSeconds(10 + waited), outcome));
        return id;
    }

    private void sql(String statement) {
        database().sql(statement).then().block();
    }
}
