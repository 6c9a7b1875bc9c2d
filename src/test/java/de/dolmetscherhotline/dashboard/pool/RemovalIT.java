package de.dolmetscherhotline.dashboard.pool;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where coordinators hand a member a copy of her data, and where they remove her. */
class RemovalIT extends PoolPagesIT {

    private UUID amina = new UUID(0, 0);

    @BeforeEach
    void amina() {
        amina = member(somebody("Amina Haddad", "+491713920001").with("notes", "hat ein Auto"));
    }

    @Test
    void sheIsRemovedWithAReasonAfterThePageSaidWhatThatErases() {
        var coordinator = signedIn(Role.COORDINATOR);
        assertThat(coordinator.opens(page(amina)).body()).contains(page(amina) + "/removal");
        assertThat(coordinator.opens(page(amina) + "/removal").hasStatus(200).body())
                .contains("nicht rückgängig", "Gelöscht wird", "Erhalten bleibt", "name=\"version\" value=\"1\"")
                .doesNotContain("??");
        coordinator
                .sends(page(amina) + "/removal", "reason", "hat darum gebeten")
                .hasHeader("Location", "/dashboard/interpreters?done=removed");
        get("/api/v1/interpreters/" + amina).isProblem(404);
        assertThat(newest())
                .isEqualTo("removed " + amina + " POST /dashboard/interpreters/{id}/removal: hat darum gebeten");
        assertThat(coordinator.opens("/dashboard/interpreters?done=removed").body())
                .contains("Was über die Person gespeichert war, ist gelöscht.")
                .doesNotContain("Amina Haddad");
        coordinator.opens(page(amina)).hasStatus(404);
        coordinator.sends(page(amina) + "/removal", "reason", "noch einmal").hasStatus(404);
    }

    @Test
    void withoutAReasonNobodyIsRemoved() {
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens(page(amina) + "/removal");
        assertThat(coordinator
                        .sends(page(amina) + "/removal", "reason", " ")
                        .hasStatus(422)
                        .body())
                .contains("id=\"reason-problem\"");
        get("/api/v1/interpreters/" + amina).hasStatus(200);
        assertThat(trail()).doesNotContain("removed");
    }

    @Test
    void nobodyIsRemovedOutOfACall() {
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens(page(amina) + "/removal");
        update("update interpreter set reserved_for = gen_random_uuid() where id = :who");
        assertThat(coordinator
                        .sends(page(amina) + "/removal", "reason", "hat darum gebeten")
                        .hasStatus(409)
                        .body())
                .contains("id=\"not-removed\"", "oder ist in einem Gespräch", "value=\"hat darum gebeten\"");
        assertThat(trail()).doesNotContain("removed");
        update("update interpreter set reserved_for = null where id = :who");
        coordinator
                .sends(page(amina) + "/removal", "reason", "hat darum gebeten")
                .hasStatus(303);
    }

    @Test
    void nobodyIsRemovedWhoHasAgreedToAnAppointment() {
        appointment();
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens(page(amina) + "/removal");
        assertThat(coordinator
                        .sends(page(amina) + "/removal", "reason", "hat darum gebeten")
                        .hasStatus(409)
                        .body())
                .contains("hat einen Termin zugesagt", "value=\"hat darum gebeten\"");
        get("/api/v1/interpreters/" + amina).hasStatus(200);
        assertThat(trail()).doesNotContain("removed");
        update("update appointment set status = 'cancelled' where interpreter_id = :who");
        coordinator
                .sends(page(amina) + "/removal", "reason", "hat darum gebeten")
                .hasStatus(303);
    }

    @Test
    void whoeverSawAnotherStateOfHerIsToldBeforeSheIsGone() {
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens(page(amina) + "/removal");
        put(
                        "/api/v1/interpreters/" + amina,
                        somebody("Amina Haddad", "+491713920001").with("notes", "will doch bleiben"))
                .hasStatus(200);
        assertThat(coordinator
                        .sends(page(amina) + "/removal", "reason", "hat darum gebeten")
                        .hasStatus(409)
                        .body())
                .contains("inzwischen geändert", "name=\"version\" value=\"2\"");
        get("/api/v1/interpreters/" + amina).hasStatus(200);
        coordinator
                .sends(page(amina) + "/removal", "reason", "hat darum gebeten")
                .hasStatus(303);
    }

    @Test
    void everythingAboutHerIsHandedOutAndTheTrailSaysSo() {
        var olena = member(somebody("Olena Koval", "+491713920002"));
        var coordinator = signedIn(Role.COORDINATOR);
        assertThat(coordinator.opens(page(amina)).body()).contains(page(amina) + "/export");
        var file = coordinator
                .opens(page(amina) + "/export")
                .hasStatus(200)
                .has("person.name", "Amina Haddad")
                .has("person.notes", "hat ein Auto")
                .has("person.phoneNumber", "+491713920001")
                .has("languages[0].tag", "ar");
        assertThat(file.headers().getFirst("Content-Disposition"))
                .startsWith("attachment; filename=\"dolmetscher-hotline-");
        assertThat(file.body()).doesNotContain("Olena");
        assertThat(newest()).isEqualTo("exported " + amina + " GET /dashboard/interpreters/{id}/export: -");
        var administrator = signedIn(Role.ADMINISTRATOR);
        assertThat(administrator.opens("/dashboard/audit?subject=" + amina).body())
                .contains("exportiert");
        assertThat(administrator.opens("/dashboard/audit?subject=" + olena).body())
                .doesNotContain("{id}/export");
    }

    @Test
    void viewersNeitherRemoveHerNorTakeHerDataAlong() {
        var viewer = signedIn(Role.VIEWER);
        viewer.opens(page(amina)).hasStatus(200);
        viewer.opens(page(amina) + "/removal").hasStatus(403);
        viewer.sends(page(amina) + "/removal", "reason", "weg").hasStatus(403);
        viewer.opens(page(amina) + "/export").hasStatus(403);
        get("/api/v1/interpreters/" + amina).hasStatus(200);
    }

    @Test
    void nobodyOfAnotherDistrictIsFound() {
        aDistrict();
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens(page(amina) + "/removal").hasStatus(404);
        coordinator
                .sends(page(amina) + "/removal", "version", "1", "reason", "weg")
                .hasStatus(404);
        assertThat(coordinator.opens(page(amina) + "/export").hasStatus(404).body())
                .doesNotContain("Amina");
        get("/api/v1/interpreters/" + amina).hasStatus(200);
    }

    /** One that she has agreed to. */
    private void appointment() {
        var practice = created(
                "/api/v1/organisations",
                Body.of(
                        "districtId",
                        itsDistrict(),
                        "name",
                        "Praxis Dr. Lindner",
                        "kind",
                        "practice",
                        "municipality",
                        "Helmstedt",
                        "phoneNumbers",
                        List.of()));
        var now = TestTelephony.CLOCK.instant();
        database()
                .sql("""
                        insert into appointment (id, district_id, organisation_id, kind, starts_at, ends_at, municipality, address,
                                                 language, status, next_wave_at, created_at, interpreter_id, confirmed_at)
                        values (gen_random_uuid(), :district, :practice, 'on_site', :starts, :ends, 'Helmstedt', 'Markt 1',
                                'ar', 'confirmed', :now, :now, :who, :now)""")
                .bind("district", itsDistrict())
                .bind("practice", practice)
                .bind("starts", now.plus(Duration.ofDays(10)))
                .bind("ends", now.plus(Duration.ofDays(10)).plus(Duration.ofHours(1)))
                .bind("now", now)
                .bind("who", amina)
                .then()
                .block();
    }

    private void update(String statement) {
        database().sql(statement).bind("who", amina).then().block();
    }
}
