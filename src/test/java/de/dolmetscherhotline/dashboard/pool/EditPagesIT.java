package de.dolmetscherhotline.dashboard.pool;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.FormBrowser;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where coordinators change what is recorded about interpreters. */
class EditPagesIT extends PoolPagesIT {

    @Test
    void aPersonIsChangedAndTheReasonIsRecorded() {
        var amina = member(somebody("Amina Haddad", "+491713920001"));
        var coordinator = signedIn(Role.COORDINATOR);
        assertThat(coordinator.opens(page(amina) + "/person").hasStatus(200).body())
                .contains("value=\"Amina Haddad\"", "value=\"1985-03-01\"", "value=\"0171 3920001\"");
        person(coordinator, amina, "Amina Haddad-Weber", "0171 3920005", "active")
                .hasHeader("Location", page(amina) + "?done=saved");
        assertThat(lastDetail()).isEqualTo("changed interpreters " + amina);
        get("/api/v1/interpreters/" + amina)
                .has("name", "Amina Haddad-Weber")
                .has("phoneNumber", "+491713920005")
                .has("gender", null)
                .has("municipality", "Lehre")
                .has("roles", List.of("sworn"))
                .has("emergencyOptIn", true)
                .has("calloutOptIn", false)
                .has("languages[0].tag", "ar")
                .has("secrecyDeclaredOn", "2026-01-10");
        assertThat(reasons()).contains("geheiratet");
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNothingIsLost() {
        var amina = member(somebody("Amina Haddad", "+491713920001"));
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens(page(amina) + "/person");
        var page = coordinator
                .sends(
                        page(amina) + "/person",
                        "name",
                        "",
                        "phone",
                        "12",
                        "textNumber",
                        "0900 1234567",
                        "born",
                        "2020-05-05",
                        "status",
                        "active",
                        "municipality",
                        "Grasleben",
                        "notes",
                        "hat <b>ein</b> Auto")
                .hasStatus(422)
                .body();
        assertThat(page)
                .contains(
                        "id=\"name-problem\"",
                        "id=\"phone-problem\"",
                        "id=\"textNumber-problem\"",
                        "id=\"born-problem\"")
                .contains(
                        "value=\"12\"",
                        "value=\"Grasleben\"",
                        "hat &lt;b&gt;ein&lt;/b&gt; Auto",
                        "value=\"2020-05-05\"");
        get("/api/v1/interpreters/" + amina).has("name", "Amina Haddad").has("version", 1);
    }

    @Test
    void aNumberOfSomebodyElseIsRefusedByTheDatabaseAndNothingIsLost() {
        member(somebody("Olena Koval", "+491713920002"));
        var amina = member(somebody("Amina Haddad", "+491713920001"));
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens(page(amina) + "/person");
        assertThat(person(coordinator, amina, "Amina Weber", "0171 3920002", "active")
                        .hasStatus(422)
                        .body())
                .contains("gehört schon jemandem im Pool", "value=\"Amina Weber\"");
        get("/api/v1/interpreters/" + amina).has("name", "Amina Haddad").has("version", 1);
        assertThat(trail()).doesNotContain("changed");
    }

    @Test
    void whoComesSecondSeesThatAndLosesNothing() {
        var body = somebody("Amina Haddad", "+491713920001");
        var amina = member(body);
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens(page(amina) + "/person");
        put("/api/v1/interpreters/" + amina, body.with("notes", "von anderswo")).hasStatus(200);
        var page = person(coordinator, amina, "Amina Weber", "0171 3920001", "resting")
                .hasStatus(409)
                .body();
        assertThat(page).contains("id=\"outdated\"", "value=\"Amina Weber\"", "name=\"version\" value=\"2\"");
        get("/api/v1/interpreters/" + amina).has("name", "Amina Haddad").has("notes", "von anderswo");
        person(coordinator, amina, "Amina Weber", "0171 3920001", "resting").hasStatus(303);
        get("/api/v1/interpreters/" + amina).has("name", "Amina Weber").has("version", 3);
    }

    @Test
    void languagesAndSubjectsAreReplacedAsAWhole() {
        var amina = member(somebody("Amina Haddad", "+491713920001"));
        var coordinator = signedIn(Role.COORDINATOR);
        assertThat(coordinator.opens(page(amina) + "/languages").hasStatus(200).body())
                .contains("value=\"ar\" selected", "value=\"native\" selected", "value=\"medical\" checked");
        assertThat(coordinator
                        .sends(page(amina) + "/languages", languages("uk", "", "ar", "native"))
                        .hasStatus(422)
                        .body())
                .contains("id=\"language-0-problem\"", "Bitte wählen Sie das Niveau", "value=\"Levante, Maghreb\"");
        assertThat(coordinator
                        .sends(page(amina) + "/languages", languages("uk", "b2", "uk", "c1"))
                        .hasStatus(422)
                        .body())
                .contains("id=\"language-1-problem\"");
        coordinator
                .sends(page(amina) + "/languages", languages("uk", "b2", "ar", "c1"))
                .hasStatus(303);
        get("/api/v1/interpreters/" + amina)
                .has("languages.length()", 2)
                .has("languages[0].level", "c1")
                .has("languages[1].dialects", "Levante, Maghreb")
                .has("subjects", List.of("school"))
                .has("subjectQualifications[0].qualification", "Grundkurs")
                .has("secrecyDeclaredOn", "2026-01-10");
    }

    @Test
    void moreRowsAreOfferedAndNothingIsSaved() {
        var amina = member(somebody("Amina Haddad", "+491713920001"));
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens(page(amina) + "/languages");
        var fields = languages("uk", "b2", "ar", "c1");
        var withMore = Arrays.copyOf(fields, fields.length + 2);
        withMore[fields.length] = "more";
        withMore[fields.length + 1] = "languages";
        assertThat(coordinator
                        .sends(page(amina) + "/languages", withMore)
                        .hasStatus(200)
                        .body())
                .contains("language-4", "value=\"uk\" selected");
        get("/api/v1/interpreters/" + amina).has("version", 1);
    }

    @Test
    void proofsAreRecordedWithTheirEnd() {
        var amina = member(somebody("Amina Haddad", "+491713920001"));
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens(page(amina) + "/proofs").hasStatus(200);
        assertThat(coordinator
                        .sends(page(amina) + "/proofs", proofs("2026-01-10", "2025-01-01", ""))
                        .hasStatus(422)
                        .body())
                .contains("id=\"issued-secrecy-problem\"", "vor dem Tag der Ausstellung", "value=\"2025-01-01\"");
        coordinator
                .sends(page(amina) + "/proofs", proofs("2026-01-10", "2028-01-09", "2026-02-01"))
                .hasStatus(303);
        get("/api/v1/interpreters/" + amina)
                .has("obligations.length()", 2)
                .has("obligations[0].kind", "criminal_record")
                .has("obligations[0].validUntil", "2031-02-01")
                .has("obligations[1].validUntil", "2028-01-09");
    }

    @Test
    void organisationsOfTheDistrictOnlyAreKeptApart() {
        var amina = member(somebody("Amina Haddad", "+491713920001"));
        var own = practice();
        var coordinator = signedIn(Role.COORDINATOR);
        var district = itsDistrict();
        aDistrict();
        var foreign = practice();
        assertThat(itsDistrict()).isNotEqualTo(district);
        coordinator.opens(page(amina) + "/apart").hasStatus(200);
        assertThat(coordinator
                        .sends(page(amina) + "/apart", apart(foreign, "Schwester"))
                        .hasStatus(422)
                        .body())
                .contains("id=\"apart-0-problem\"", "value=\"Schwester\"");
        coordinator.sends(page(amina) + "/apart", apart(own, "")).hasStatus(422);
        coordinator.sends(page(amina) + "/apart", apart(own, "Schwester")).hasStatus(303);
        get("/api/v1/interpreters/" + amina)
                .has("doNotPair.length()", 1)
                .has("doNotPair[0].organisationId", own.toString())
                .has("doNotPair[0].reason", "Schwester");
    }

    @Test
    void somebodyNewIsAdded() {
        var coordinator = signedIn(Role.COORDINATOR);
        coordinator.opens("/dashboard/interpreters/new").hasStatus(200);
        assertThat(coordinator
                        .sends("/dashboard/interpreters/new", "name", "Olena Koval", "status", "active")
                        .hasStatus(422)
                        .body())
                .contains(
                        "id=\"phone-problem\"",
                        "id=\"born-problem\"",
                        "id=\"languages-problem\"",
                        "value=\"Olena Koval\"");
        var fields = Stream.concat(
                        Stream.of(
                                "name",
                                "Olena Koval",
                                "phone",
                                "0171 3920007",
                                "status",
                                "active",
                                "born",
                                "1990-02-03"),
                        Stream.of(languages("uk", "native", "ru", "c1")))
                .toArray(String[]::new);
        var location = coordinator
                .sends("/dashboard/interpreters/new", fields)
                .hasStatus(303)
                .headers()
                .getLocation();
        assertThat(location).asString().endsWith("?done=added");
        assertThat(coordinator.opens(String.valueOf(location)).hasStatus(200).body())
                .contains("Olena Koval", "Aufgenommen", "Grundkurs");
        assertThat(trail()).contains("added");
        assertThat(coordinator
                        .sends("/dashboard/interpreters/new", fields)
                        .hasStatus(422)
                        .body())
                .contains("gehört schon jemandem im Pool");
    }

    private static Answer person(FormBrowser coordinator, UUID who, String name, String phone, String status) {
        return coordinator.sends(
                page(who) + "/person",
                "name",
                name,
                "phone",
                phone,
                "textNumber",
                "",
                "born",
                "1985-03-01",
                "gender",
                "",
                "municipality",
                "Lehre",
                "role",
                "sworn",
                "status",
                status,
                "emergency",
                "on",
                "reason",
                "geheiratet");
    }

    private static String[] languages(String first, String firstLevel, String second, String secondLevel) {
        return new String[] {
            "language",
            first,
            "level",
            firstLevel,
            "direction",
            "both",
            "dialects",
            "Levante, Maghreb",
            "language",
            second,
            "level",
            secondLevel,
            "direction",
            "both",
            "dialects",
            "",
            "language",
            "",
            "level",
            "",
            "direction",
            "both",
            "dialects",
            "",
            "subject",
            "school",
            "qualification",
            "",
            "qualification",
            "",
            "qualification",
            "Grundkurs",
            "qualification",
            "",
            "qualification",
            "",
            "since",
            "",
            "since",
            "",
            "since",
            "2024-05-01",
            "since",
            "",
            "since",
            ""
        };
    }

    private static String[] proofs(String secrecy, String until, String criminalRecord) {
        return new String[] {
            "issued", secrecy, "until", until, "note", "",
            "issued", criminalRecord, "until", "", "note", "",
            "issued", "", "until", "", "note", ""
        };
    }

    private static String[] apart(UUID organisation, String because) {
        return new String[] {
            "organisation", organisation.toString(), "because", because, "organisation", "", "because", ""
        };
    }

    private UUID practice() {
        return created(
                "/api/v1/organisations",
                Body.of(
                        "districtId",
                        itsDistrict(),
                        "name",
                        "Praxis " + UUID.randomUUID(),
                        "kind",
                        "practice",
                        "municipality",
                        "Helmstedt",
                        "phoneNumbers",
                        List.of()));
    }

    private List<String> reasons() {
        return database()
                .sql("select reason from audit_entry where district_id = :district and reason is not null")
                .bind("district", itsDistrict())
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
