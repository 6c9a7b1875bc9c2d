package de.dolmetscherhotline.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.audit.Action;
import de.dolmetscherhotline.audit.Actor;
import de.dolmetscherhotline.audit.AuditTrail;
import de.dolmetscherhotline.audit.Reference;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.StaffIT;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What administrators find in the audit trail. */
class AuditPageIT extends StaffIT {

    private static final String PATH = "/dashboard/audit";

    @Autowired
    private AuditTrail trail;

    @ParameterizedTest
    @CsvSource({
        "account, Karin Vogel",
        "account, 5f0c2c5e-8a1b-4c3d-9e0f-112233445566",
        "action, destroyed",
        "from, gestern",
        "from, 1999-12-31",
        "to, +999999999-12-31",
        "to, -999999999-01-01"
    })
    void whatIsNotUnderstoodIsWrongAndShowsNothing(String field, String typed) {
        var administrator = signedIn(Role.ADMINISTRATOR);
        assertThat(administrator
                        .opens(PATH + "?" + field + "={typed}", typed)
                        .hasStatus(422)
                        .body())
                .contains("id=\"" + field + "-problem\"")
                .doesNotContain("id=\"found\"");
    }

    @Test
    void whatIsUnderstoodIsFound() {
        var administrator = signedIn(Role.ADMINISTRATOR);
        var page = administrator.opens(PATH + "?action=second_factor_set&account=&from=2020-01-01&to=9999-12-31");
        assertThat(page.hasStatus(200).body()).contains("id=\"found\"", "Einträge: 1", "Karin Vogel");
    }

    @Test
    void whatSoftwareOfOrganisationsDidIsFoundInTheirDistrictOnly() {
        var own = changedByAKeyIn(itsDistrict());
        var other = changedByAKeyIn(district());
        var administrator = signedIn(Role.ADMINISTRATOR);
        assertThat(administrator.opens(PATH + "?subject=" + own).hasStatus(200).body())
                .contains("id=\"found\"", ">" + own + "<");
        assertThat(administrator
                        .opens(PATH + "?subject=" + other)
                        .hasStatus(200)
                        .body())
                .contains("id=\"found\"")
                .doesNotContain(">" + other + "<");
    }

    @Test
    void whatWasDoneWithTheKeyOfTheInstallationIsFoundWhereItWasDoneOnly() {
        var own = removedWithAReason(itsDistrict(), "auf Wunsch der Praxis hier");
        var other = removedWithAReason(district(), "auf Wunsch der Praxis dort");
        var administrator = signedIn(Role.ADMINISTRATOR);
        assertThat(administrator.opens(PATH + "?subject=" + own).hasStatus(200).body())
                .contains("auf Wunsch der Praxis hier");
        assertThat(administrator
                        .opens(PATH + "?subject=" + other)
                        .hasStatus(200)
                        .body())
                .doesNotContain("auf Wunsch der Praxis dort");
        assertThat(administrator.opens(PATH).hasStatus(200).body()).doesNotContain("auf Wunsch der Praxis dort");
    }

    /** An organisation that was added, and is gone again. */
    private UUID removedWithAReason(UUID district, String reason) {
        var organisation = created(
                "/api/v1/organisations", Body.of("districtId", district, "name", "Klinikum", "kind", "hospital"));
        Answer.to(api().delete().uri("/api/v1/organisations/" + organisation).header("Audit-Reason", reason))
                .hasStatus(204);
        return organisation;
    }

    /** What it was done on. */
    private UUID changedByAKeyIn(UUID district) {
        var organisation = created(
                "/api/v1/organisations", Body.of("districtId", district, "name", "Klinikum", "kind", "hospital"));
        var key = created(
                "/api/v1/organisations/" + organisation + "/keys",
                Body.of("name", "Terminplaner", "scopes", List.of("appointments:write")));
        var appointment = UUID.randomUUID();
        trail.record(Actor.organisationKey(key), Action.CHANGED, Reference.to("appointments", appointment))
                .block();
        return appointment;
    }
}
