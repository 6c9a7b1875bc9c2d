package de.dolmetscherhotline.dashboard.pool;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The page of one interpreter, and what is done there with a button. */
class InterpreterPageIT extends PoolPagesIT {

    @Test
    void everythingThatIsKnownStandsThere() {
        var practice = created(
                "/api/v1/organisations",
                Body.of(
                        "districtId", itsDistrict(),
                        "name", "Praxis Dr. Lindner",
                        "kind", "practice",
                        "municipality", "Helmstedt",
                        "phoneNumbers", List.of()));
        var amina = member(somebody("Amina Haddad", "+491713920001")
                .with("notes", "hat ein Auto")
                .with("textNumber", "+491713920003")
                .with(
                        "languages",
                        List.of(
                                Map.of("tag", "ar", "level", "native", "dialects", "levantinisch"),
                                Map.of("tag", "kmr", "level", "b2", "direction", "to_german")))
                .with("doNotPair", List.of(Map.of("organisationId", practice, "reason", "Schwester arbeitet dort"))));
        put(
                "/api/v1/interpreters/" + amina + "/plan",
                Body.of("shifts", List.of(Map.of("day", "monday", "starts", "18:00", "ends", "22:00"))));
        var page = signedIn(Role.VIEWER).opens(page(amina)).hasStatus(200).body();
        assertThat(page)
                .contains(
                        "Amina Haddad",
                        "0171 3920001",
                        "0171 3920003",
                        "01.03.1985",
                        "weiblich",
                        "Helmstedt",
                        "hat ein Auto",
                        "levantinisch",
                        "nur ins Deutsche",
                        "Medizin",
                        "10.01.2026",
                        "Praxis Dr. Lindner",
                        "Schwester arbeitet dort",
                        "18:00–22:00",
                        "aktiv",
                        "30 Tage",
                        "90 Tage")
                .doesNotContain("name=\"duty\"", "/person\"");
        assertThat(lastDetail()).isEqualTo("viewed interpreters " + amina);
    }

    @Test
    void whoCalledFromAnotherDistrictIsNotNamed() {
        var amina = member(somebody("Amina Haddad", "+491713920001"));
        asked(amina, "Praxis Nebenan");
        var viewer = signedIn(Role.VIEWER);
        aDistrict();
        asked(amina, "Amt Anderswo");
        assertThat(viewer.opens(page(amina)).hasStatus(200).body())
                .contains("Praxis Nebenan")
                .containsOnlyOnce("anderer Landkreis")
                .doesNotContain("Amt Anderswo");
    }

    /** In a call of an organisation of the present district. */
    private void asked(UUID who, String organisation) {
        var caller = created(
                "/api/v1/organisations",
                Body.of(
                        "districtId",
                        itsDistrict(),
                        "name",
                        organisation,
                        "kind",
                        "practice",
                        "municipality",
                        "Helmstedt",
                        "phoneNumbers",
                        List.of()));
        var call = UUID.randomUUID();
        var at = TestTelephony.CLOCK.instant().minusSeconds(3600);
        sql("""
                insert into call (id, district_id, organisation_id, state_name, state, dialled_at, ended_at, language, outcome)
                values ('%s', '%s', '%s', 'Ended', '{}', '%s', '%s', 'ar', 'nobody_answered')
                """.formatted(call, itsDistrict(), caller, at, at.plusSeconds(60)));
        sql("""
                insert into offer (id, call_id, interpreter_id, wave, dial, offered_at, decided_at, closed_at, fate)
                values ('%s', '%s', '%s', 1, 'dropped', '%s', '%s', '%s', 'declined')
                """.formatted(UUID.randomUUID(), call, who, at, at, at));
    }

    private void sql(String statement) {
        database().sql(statement).then().block();
    }

    @Test
    void theReasonIsNamedForEachLanguage() {
        var amina = member(somebody("Amina Haddad", "+491713920001").without("secrecyDeclaredOn"));
        assertThat(signedIn(Role.VIEWER).opens(page(amina)).body())
                .contains(
                        "Wird zurzeit für keinen Anruf gefragt",
                        "hat keine gültige Verschwiegenheitserklärung",
                        "hat gerade keine Bereitschaftszeit");
    }

    @Test
    void aCoordinatorSwitchesHerOnUntilSomeTimeAndOffAndBackToThePlan() {
        var amina = member(somebody("Amina Haddad", "+491713920001"));
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens(page(amina)).hasStatus(200);
        var evening = LocalDateTime.ofInstant(TestTelephony.CLOCK.instant(), ZoneId.of("Europe/Berlin"))
                .plusHours(3)
                .withSecond(0)
                .withNano(0);
        coordinator
                .sends(page(amina) + "/availability", "duty", "on", "until", evening.toString(), "reason", "rief an")
                .hasHeader("Location", page(amina) + "?done=on");
        assertThat(lastDetail()).isEqualTo("changed interpreters " + amina);
        get("/api/v1/interpreters/" + amina)
                .has("duty", "on_duty")
                .has(
                        "availableUntil",
                        evening.atZone(ZoneId.of("Europe/Berlin")).toInstant().toString());
        assertThat(coordinator.opens(page(amina) + "?done=on").body())
                .contains("Ist angemeldet", "würde jetzt gefragt");
        coordinator
                .sends(page(amina) + "/availability", "duty", "off", "until", "")
                .hasStatus(303);
        get("/api/v1/interpreters/" + amina).has("duty", "said_off");
        coordinator.sends(page(amina) + "/availability", "duty", "plan").hasStatus(303);
        get("/api/v1/interpreters/" + amina).has("duty", "not_on_duty").has("available", null);
    }

    @Test
    void aTimeThatIsOverIsRefusedBesideItsField() {
        var amina = member(somebody("Amina Haddad", "+491713920001"));
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens(page(amina));
        assertThat(coordinator
                        .sends(page(amina) + "/availability", "duty", "on", "until", "2020-01-01T10:00")
                        .hasStatus(422)
                        .body())
                .contains("id=\"until-problem\"", "value=\"2020-01-01T10:00\"");
        coordinator
                .sends(page(amina) + "/availability", "duty", "on", "until", "heute abend")
                .hasStatus(422);
        get("/api/v1/interpreters/" + amina).has("duty", "not_on_duty");
    }

    @Test
    void viewersChangeNothing() {
        var amina = member(somebody("Amina Haddad", "+491713920001"));
        var viewer = signedIn(Role.VIEWER);
        viewer.opens(page(amina)).hasStatus(200);
        for (var way : List.of("/availability", "/link", "/person", "/languages", "/proofs", "/apart")) {
            viewer.sends(page(amina) + way, "duty", "on").hasStatus(403);
        }
        viewer.opens(page(amina) + "/person").hasStatus(403);
        get("/api/v1/interpreters/" + amina).has("duty", "not_on_duty").has("version", 1);
    }

    @Test
    void nobodyOfAnotherDistrictIsFound() {
        var amina = member(somebody("Amina Haddad", "+491713920001"));
        aDistrict();
        var coordinator = signedIn(Role.COORDINATOR);
        var own = member(somebody("Olena Koval", "+491713920002"));
        coordinator.opens(page(own)).hasStatus(200);
        for (var way : List.of("", "/person", "/languages", "/proofs", "/apart")) {
            coordinator.opens(page(amina) + way).hasStatus(404);
        }
        coordinator.sends(page(amina) + "/availability", "duty", "on").hasStatus(404);
        coordinator.sends(page(amina) + "/link").hasStatus(404);
        coordinator.sends(page(amina) + "/person", "name", "X").hasStatus(404);
        coordinator.opens(page(UUID.randomUUID())).hasStatus(404);
        get("/api/v1/interpreters/" + amina).has("duty", "not_on_duty").has("version", 1);
    }

    @Test
    void aWishAboutALanguageIsDecided() {
        var amina = member(somebody("Amina Haddad", "+491713920001"));
        var coordinator = signedIn(Role.COORDINATOR);
        var wish = proposal(amina, "uk", "b2");
        assertThat(coordinator.opens(page(amina)).body()).contains("Änderungswünsche", "„war im Kurs“");
        coordinator
                .sends(page(amina) + "/proposals/" + wish + "/acceptance", "answer", "Schön!")
                .hasHeader("Location", page(amina) + "?done=accepted");
        get("/api/v1/interpreters/" + amina).has("languages.length()", 2);
        coordinator
                .sends(page(amina) + "/proposals/" + wish + "/refusal")
                .hasHeader("Location", page(amina) + "?done=gone");
        var refused = proposal(amina, "fa", "a1");
        coordinator
                .sends(page(amina) + "/proposals/" + refused + "/refusal", "answer", "noch nicht")
                .hasHeader("Location", page(amina) + "?done=refused");
        get("/api/v1/interpreters/" + amina).has("languages.length()", 2);
    }

    @Test
    void herOnlyLanguageIsNotTakenFromHer() {
        var amina = member(somebody("Amina Haddad", "+491713920001"));
        var coordinator = signedIn(Role.COORDINATOR);
        var wish = proposal(amina, "ar", null);
        coordinator.opens(page(amina));
        coordinator
                .sends(page(amina) + "/proposals/" + wish + "/acceptance")
                .hasHeader("Location", page(amina) + "?done=only-language");
        get("/api/v1/interpreters/" + amina).has("languages.length()", 1);
        assertThat(coordinator.opens(page(amina) + "?done=only-language").body())
                .contains("Es wurde nichts geändert");
    }

    @Test
    void eachChangeOfTheStatusIsKept() {
        var body = somebody("Amina Haddad", "+491713920001").with("status", "in_training");
        var amina = member(body);
        put("/api/v1/interpreters/" + amina, body.with("status", "active")).hasStatus(200);
        put("/api/v1/interpreters/" + amina, body.with("status", "active").with("notes", "neu"))
                .hasStatus(200);
        var changes = database()
                .sql(
                        "select coalesce(before, '-') || '>' || after from status_change where interpreter_id = :who order by id")
                .bind("who", amina)
                .mapValue(String.class)
                .all()
                .collectList()
                .block();
        assertThat(changes).containsExactly("->in_training", "in_training>active");
        assertThat(signedIn(Role.VIEWER).opens(page(amina)).body()).contains("in Schulung", "→");
    }

    private UUID proposal(UUID who, String language, @Nullable String level) {
        var id = UUID.randomUUID();
        var insert = database()
                .sql("""
                        insert into language_proposal (id, interpreter_id, language, level, note, proposed_at)
                        values (:id, :who, :language, nullif(:level, ''), 'war im Kurs', :now)""")
                .bind("id", id)
                .bind("who", who)
                .bind("language", language)
                .bind("level", level == null ? "" : level)
                .bind("now", TestTelephony.CLOCK.instant());
        insert.then().block();
        return id;
    }
}
