package de.dolmetscherhotline.dashboard.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.StaffIT;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Duration;
import java.util.UUID;
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
