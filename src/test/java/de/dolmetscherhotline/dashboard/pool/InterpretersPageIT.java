package de.dolmetscherhotline.dashboard.pool;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.staff.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of interpreters, as the staff narrows it. */
class InterpretersPageIT extends PoolPagesIT {

    @ParameterizedTest
    @CsvSource({
        "name=hadd, Amina",
        "language=uk, Olena",
        "language=uk&level=b2, Olena",
        "level=native, Amina",
        "municipality=velpke, Olena",
        "subject=medical, Amina",
        "role=sworn, Olena",
        "status=resting, Olena",
        "expiring=30, Olena",
        "language=ar&status=active&sort=uncalled, Amina"
    })
    void eachFilterLeavesOnlyWhoFits(String query, String found) {
        amina();
        olena();
        var list = signedIn(Role.VIEWER)
                .opens("/dashboard/interpreters?" + query)
                .hasStatus(200)
                .body();
        assertThat(list).contains(found).doesNotContain(found.equals("Amina") ? "Olena" : "Amina");
    }

    @Test
    void whoIsNotCalledStandsThereWithTheReason() {
        olena();
        assertThat(signedIn(Role.VIEWER)
                        .opens("/dashboard/interpreters")
                        .hasStatus(200)
                        .body())
                .contains(
                        "hat keine gültige Verschwiegenheitserklärung", "ist im Dolmetscherpool nicht aktiv gemeldet");
    }

    @Test
    void onlyTheOwnDistrictIsListedAndWhoWasShownIsRecorded() {
        var amina = amina();
        aDistrict();
        var olena = olena();
        assertThat(signedIn(Role.VIEWER)
                        .opens("/dashboard/interpreters")
                        .hasStatus(200)
                        .body())
                .contains("Olena")
                .doesNotContain("Amina", amina.toString());
        assertThat(shown()).contains(olena).doesNotContain(amina);
    }

    @ParameterizedTest
    @ValueSource(strings = {"expiring=bald", "uncalled=-1", "level=d1", "sort=random", "status=ill"})
    void whatIsNotUnderstoodChoosesNobody(String query) {
        amina();
        var page = signedIn(Role.VIEWER)
                .opens("/dashboard/interpreters?" + query)
                .hasStatus(422)
                .body();
        assertThat(page).contains("nicht zu verstehen").doesNotContain("Amina");
    }

    @Test
    void onlyCoordinatorsAreOfferedToChangeThePool() {
        assertThat(signedIn(Role.VIEWER).opens("/dashboard/interpreters").body())
                .doesNotContain("/interpreters/new");
        assertThat(signedIn(Role.COORDINATOR).opens("/dashboard/interpreters").body())
                .contains("/interpreters/new");
    }

    private UUID amina() {
        return member(somebody("Amina Haddad", "+491713920001"));
    }

    private UUID olena() {
        return member(somebody("Olena Koval", "+491713920002")
                .with("languages", List.of(Map.of("tag", "uk", "level", "b2")))
                .with("municipality", "Velpke")
                .with("subjects", List.of("school"))
                .with("roles", List.of("sworn"))
                .with("status", "resting")
                .without("secrecyDeclaredOn")
                .with(
                        "obligations",
                        List.of(Map.of(
                                "kind", "criminal_record", "issuedOn", "2021-01-10", "validUntil", "2026-01-12"))));
    }

    private List<UUID> shown() {
        return database()
                .sql(
                        "select unnest(shown || subject_id) from audit_entry where district_id = :district and action = 'viewed'")
                .bind("district", itsDistrict())
                .mapValue(UUID.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
