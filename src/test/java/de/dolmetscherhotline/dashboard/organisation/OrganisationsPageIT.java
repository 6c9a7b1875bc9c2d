package de.dolmetscherhotline.dashboard.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.StaffIT;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Bodies;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.Numbers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What staff see of the organisations of their district, and change. */
class OrganisationsPageIT extends StaffIT {

    private static final String PATH = "/dashboard/organisations";
    private static final Pattern SECRET = Pattern.compile("id=\"secret\"[^>]*>([^<]+)<");

    @Test
    void aCoordinatorAddsAnOrganisationOnceHoweverOftenSheSendsTheForm() {
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(PATH + "/new").hasStatus(200);
        var number = Numbers.landline();
        var first = browser.sends(PATH + "/new", form("Praxis Dr. Lindner", number));
        first.hasStatus(303);
        browser.sends(PATH + "/new", form("Praxis Dr. Lindner", number)).hasHeader("Location", location(first));
        var page = browser.opens(location(first)).hasStatus(200).body();
        assertThat(page)
                .contains(
                        "Die Einrichtung ist eingetragen",
                        "Praxis Dr. Lindner",
                        "4711-03",
                        "Petra Lindner",
                        "Arabisch");
        assertThat(browser.opens(PATH).hasStatus(200).body()).containsOnlyOnce(">Praxis Dr. Lindner<");
        assertThat(trail()).containsOnlyOnce("added").contains("viewed");
    }

    @Test
    void whoeverGoesBackAndCorrectsWhatSheHasAddedGoesOnChangingIt() {
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(PATH + "/new").hasStatus(200);
        var number = Numbers.landline();
        var path = location(browser.sends(PATH + "/new", form("Praxis Dr. Lindner", number)))
                .replace("?done=added", "");
        assertThat(browser.sends(PATH + "/new", form("Praxis am Markt", number))
                        .hasStatus(409)
                        .body())
                .contains("schon eingetragen", "action=\"" + path + "/edit\"", "value=\"Praxis am Markt\"")
                .contains("value=\"umgezogen\"");
        assertThat(browser.opens(path).body()).contains("Praxis Dr. Lindner");
        browser.sends(path + "/edit", form("Praxis am Markt", number)).hasHeader("Location", path + "?done=saved");
        assertThat(browser.opens(PATH).body())
                .containsOnlyOnce(">Praxis am Markt<")
                .doesNotContain("Praxis Dr. Lindner");
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNothingIsLost() {
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(PATH + "/new");
        assertThat(browser.sends(
                                PATH + "/new",
                                "name",
                                "",
                                "kind",
                                "palace",
                                "municipality",
                                "Königslutter",
                                "numbers",
                                "0900 1234567",
                                "contact-name",
                                "",
                                "contact-role",
                                "Praxisleitung",
                                "contact-phone",
                                "",
                                "contact-mail",
                                "lindner",
                                "reason",
                                "neu im Landkreis")
                        .hasStatus(422)
                        .body())
                .contains(
                        "id=\"name-problem\"",
                        "id=\"kind-problem\"",
                        "id=\"numbers-problem\"",
                        "id=\"contacts-problem\"",
                        "value=\"Königslutter\"",
                        ">0900 1234567</textarea>",
                        "value=\"Praxisleitung\"",
                        "value=\"lindner\"",
                        "value=\"neu im Landkreis\"");
        var number = Numbers.landline();
        organisation("Die andere", number);
        assertThat(browser.sends(PATH + "/new", form("Praxis Dr. Lindner", number))
                        .hasStatus(422)
                        .body())
                .contains("gehört schon zu einer anderen Einrichtung", "value=\"Praxis Dr. Lindner\"");
        assertThat(browser.opens(PATH).body()).doesNotContain("Praxis Dr. Lindner");
    }

    @Test
    void nobodyOverwritesWhatSheHasNotSeen() {
        var id = organisation("Praxis Dr. Lindner", Numbers.landline());
        var one = signedIn(Role.COORDINATOR);
        var other = signedIn(Role.COORDINATOR);
        one.opens(path(id) + "/edit").hasStatus(200);
        other.opens(path(id) + "/edit").hasStatus(200);
        one.sends(path(id) + "/edit", form("Praxis Lindner und Kollegen", Numbers.landline()))
                .hasHeader("Location", path(id) + "?done=saved");
        assertThat(other.sends(path(id) + "/edit", form("Praxis am Markt", Numbers.landline()))
                        .hasStatus(409)
                        .body())
                .contains("Jemand anderes hat inzwischen etwas geändert", "value=\"Praxis am Markt\"");
        get("/api/v1/organisations/" + id).has("name", "Praxis Lindner und Kollegen");
        other.sends(path(id) + "/edit", form("Praxis am Markt", Numbers.landline()))
                .hasStatus(303);
        get("/api/v1/organisations/" + id).has("name", "Praxis am Markt").has("costCentre", "4711-03");
        assertThat(reasonOf("changed")).contains("umgezogen");
    }

    @Test
    void favouriteLanguagesKeepTheirPlacesWhenOthersAreChosen() {
        var number = Numbers.landline();
        var id = created(
                "/api/v1/organisations",
                Bodies.practice(itsDistrict()).with("favouriteLanguages", List.of("ti", "so", "uk")));
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(path(id) + "/edit").hasStatus(200);
        var typed = Stream.of(form("Praxis", number), new String[] {"language", "uk", "language", "ti"})
                .flatMap(Stream::of)
                .toArray(String[]::new);
        browser.sends(path(id) + "/edit", typed).hasHeader("Location", path(id) + "?done=saved");
        get("/api/v1/organisations/" + id).has("favouriteLanguages", List.of("ti", "uk", "ar"));
    }

    @Test
    void theListIsNarrowedDown() {
        organisation("Praxis Dr. Lindner", Numbers.landline());
        created(
                "/api/v1/organisations",
                Body.of(
                        "districtId",
                        itsDistrict(),
                        "name",
                        "Grundschule Lehre",
                        "kind",
                        "school",
                        "municipality",
                        "Lehre",
                        "blocked",
                        true));
        var browser = signedIn(Role.VIEWER);
        assertThat(browser.opens(PATH).body()).contains("Praxis Dr. Lindner", "Grundschule Lehre");
        for (var search : List.of("kind=school", "municipality=Lehre", "name=grund", "blocked=yes")) {
            assertThat(browser.opens(PATH + "?" + search).hasStatus(200).body())
                    .contains("Grundschule Lehre")
                    .doesNotContain("Praxis Dr. Lindner");
        }
        assertThat(browser.opens(PATH + "?name=nirgends").body()).contains("Keine passt dazu");
        assertThat(browser.opens(PATH + "?kind=palace&page=-1").hasStatus(200).body())
                .contains("Grundschule Lehre");
    }

    @Test
    void aNewPinIsShownOnceAndLetsTheOrganisationIn() {
        var id = organisation("Praxis Dr. Lindner", Numbers.landline());
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(path(id));
        var pin = secret(browser.sends(path(id) + "/pin", "reason", "verloren").hasStatus(200));
        assertThat(pin).matches("[0-9]{6}");
        assertThat(browser.opens(path(id)).body()).contains("Es gibt eine PIN").doesNotContain(pin);
        assertThat(reasonOf("changed")).contains("verloren");
        browser.sends(path(id) + "/pin/withdrawal").hasHeader("Location", path(id) + "?done=pin-withdrawn");
        get("/api/v1/organisations/" + id).has("hasPin", false);
    }

    @Test
    void withTheNewPinComesACardToPrintAndLaterOneWithoutIt() {
        var id = organisation("Praxis Dr. Lindner", Numbers.landline());
        var coordinator = signedIn(Role.COORDINATOR);
        assertThat(coordinator.opens(path(id)).body()).contains("href=\"" + path(id) + "/speed-dial\"");
        assertThat(coordinator.opens(path(id) + "/speed-dial").hasStatus(404).body())
                .contains("noch keine Hotline-Nummer");
        coordinator.opens(path(id));
        assertThat(coordinator.sends(path(id) + "/pin").hasStatus(200).body()).doesNotContain("Kurzwahl");
        created("/api/v1/lines", Bodies.line(itsDistrict()));

        var answer = coordinator.sends(path(id) + "/pin").hasStatus(200).hasHeader("Cache-Control", "no-store");

        var pin = secret(answer);
        assertThat(answer.body())
                .contains(
                        "Darunter steht die Kurzwahlkarte",
                        "<em class=\"pin\">" + pin + "</em>",
                        "data-language=\"ar\"");
        assertThat(signedIn(Role.VIEWER)
                        .opens(path(id) + "/speed-dial")
                        .hasStatus(200)
                        .body())
                .contains("Praxis Dr. Lindner", "data-language=\"ar\"", "pin blank")
                .doesNotContain(pin);
        assertThat(lastEntry()).isEqualTo("viewed organisations " + id);
    }

    private String lastEntry() {
        return database()
                .sql("""
                        select action || ' ' || subject_kind || ' ' || subject_id from audit_entry
                        where district_id = :district order by id desc limit 1""")
                .bind("district", itsDistrict())
                .mapValue(String.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    @Test
    void peopleAreInvitedLockedAndUnlocked() {
        var id = organisation("Praxis Dr. Lindner", Numbers.landline());
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(path(id));
        assertThat(browser.sends(path(id) + "/members", "member-name", "", "member-mail", "petra")
                        .hasStatus(422)
                        .body())
                .contains("id=\"member-name-problem\"", "id=\"member-mail-problem\"", "value=\"petra\"");
        var mail = "p" + UUID.randomUUID() + "@praxis.example";
        var code = secret(browser.sends(path(id) + "/members", "member-name", "Petra Lindner", "member-mail", mail)
                .hasStatus(200));
        assertThat(code).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");
        var again = secret(browser.sends(path(id) + "/members", "member-name", "Petra Lindner", "member-mail", mail)
                .hasStatus(200));
        assertThat(again).isNotEqualTo(code);
        assertThat(browser.opens(path(id)).body()).containsOnlyOnce(mail).doesNotContain(again);
        var member = get("/api/v1/organisations/" + id + "/members").text("[0].id");
        browser.sends(path(id) + "/members/" + member + "/lock").hasStatus(303);
        get("/api/v1/organisations/" + id + "/members").has("[0].state", "disabled");
        browser.sends(path(id) + "/members/" + member + "/invitation").hasStatus(303);
        browser.sends(path(id) + "/members/" + member + "/unlock").hasStatus(303);
        browser.sends(path(id) + "/members/" + member + "/invitation").hasStatus(200);
        var other = organisation("Die andere", Numbers.landline());
        assertThat(browser.sends(path(other) + "/members", "member-name", "Petra Lindner", "member-mail", mail)
                        .hasStatus(422)
                        .body())
                .contains("gibt es schon einen Zugang");
        assertThat(trail()).contains("invited");
    }

    @Test
    void aKeyIsShownOnceAndRevoked() {
        var id = organisation("Praxis Dr. Lindner", Numbers.landline());
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(path(id));
        browser.sends(path(id) + "/keys", "key-name", "KIS").hasStatus(422);
        var key = secret(browser.sends(
                        path(id) + "/keys", "key-name", "KIS", "key-scope", "requests:read", "key-scope", "nonsense")
                .hasStatus(200));
        assertThat(requestsWith(key)).isEqualTo(200);
        assertThat(browser.sends(path(id) + "/keys", "key-name", "KIS", "key-scope", "requests:read")
                        .hasStatus(422)
                        .body())
                .contains("So heißt schon ein gültiger Schlüssel");
        var stored = get("/api/v1/organisations/" + id + "/keys").text("[0].id");
        browser.sends(path(id) + "/keys/" + stored + "/revocation").hasStatus(303);
        assertThat(requestsWith(key)).isEqualTo(401);
        assertThat(browser.opens(path(id)).body()).contains("widerrufen").doesNotContain(key);
    }

    @Test
    void whoeverIsKeptApartIsSoInHerProfileToo() {
        var id = organisation("Praxis Dr. Lindner", Numbers.landline());
        var interpreter = interpreter("Amina Haddad");
        var version = get("/api/v1/interpreters/" + interpreter).headers().getETag();
        var browser = signedIn(Role.COORDINATOR);
        assertThat(browser.opens(path(id)).body()).contains("Amina Haddad");
        assertThat(browser.sends(path(id) + "/apart", "apart-who", "", "apart-reason", "verwandt")
                        .hasStatus(422)
                        .body())
                .contains("id=\"apart-who-problem\"", "value=\"verwandt\"");
        browser.sends(path(id) + "/apart", "apart-who", interpreter.toString(), "apart-reason", "verwandt")
                .hasHeader("Location", path(id) + "?done=apart");
        var profile = get("/api/v1/interpreters/" + interpreter)
                .has("doNotPair[0].organisationId", id.toString())
                .has("doNotPair[0].reason", "verwandt");
        assertThat(profile.headers().getETag()).isNotEqualTo(version);
        browser.sends(path(id) + "/apart/" + interpreter + "/removal").hasStatus(303);
        get("/api/v1/interpreters/" + interpreter).has("doNotPair", List.of());
    }

    @Test
    void countriesOfThirdPartiesAreCodes() {
        var id = organisation("Praxis Dr. Lindner", Numbers.landline());
        var browser = signedIn(Role.COORDINATOR);
        browser.opens(path(id));
        assertThat(browser.sends(path(id) + "/countries", "countries", "DE, Österreich")
                        .hasStatus(422)
                        .body())
                .contains("id=\"countries-problem\"", "value=\"DE, Österreich\"");
        browser.sends(path(id) + "/countries", "countries", "de, AT de").hasStatus(303);
        get("/api/v1/organisations/" + id + "/guest-countries").has("countries", List.of("DE", "AT"));
        browser.sends(path(id) + "/countries", "countries", "").hasStatus(303);
        get("/api/v1/organisations/" + id + "/guest-countries").has("countries", List.of());
    }

    @Test
    void viewersLookAndChangeNothing() {
        var id = organisation("Praxis Dr. Lindner", Numbers.landline());
        var viewer = signedIn(Role.VIEWER);
        assertThat(viewer.opens(path(id)).hasStatus(200).body())
                .doesNotContain("<form method=\"post\" action=\"" + PATH);
        viewer.opens(path(id) + "/calls").hasStatus(200);
        viewer.opens(path(id) + "/edit").hasStatus(403);
        viewer.opens(PATH + "/new").hasStatus(403);
        for (var change : List.of("/edit", "/pin", "/pin/withdrawal", "/members", "/keys", "/apart", "/countries")) {
            viewer.sends(path(id) + change, "name", "X").hasStatus(403);
        }
        get("/api/v1/organisations/" + id).has("name", "Praxis Dr. Lindner");
    }

    @Test
    void organisationsOfAnotherDistrictAreNotThere() {
        var id = organisation("Praxis Dr. Lindner", Numbers.landline());
        var before = get("/api/v1/organisations/" + id).body();
        var browser = signedInElsewhere();
        assertThat(browser.opens(PATH).body()).doesNotContain("Praxis Dr. Lindner");
        for (var page : List.of("", "/edit", "/calls", "/speed-dial")) {
            browser.opens(path(id) + page).hasStatus(404);
        }
        browser.opens(PATH);
        for (var change : List.of(
                "/edit",
                "/pin",
                "/pin/withdrawal",
                "/members",
                "/members/" + UUID.randomUUID() + "/lock",
                "/keys",
                "/keys/" + UUID.randomUUID() + "/revocation",
                "/apart",
                "/countries")) {
            browser.sends(path(id) + change, form("X", Numbers.landline())).hasStatus(404);
        }
        assertThat(get("/api/v1/organisations/" + id).body()).isEqualTo(before);
    }

    private UUID organisation(String name, String number) {
        return created(
                "/api/v1/organisations",
                Body.of(
                        "districtId",
                        itsDistrict(),
                        "name",
                        name,
                        "kind",
                        "practice",
                        "municipality",
                        "Helmstedt",
                        "phoneNumbers",
                        List.of(number)));
    }

    private UUID interpreter(String name) {
        return created(
                "/api/v1/interpreters",
                Body.of(
                        "districtId",
                        itsDistrict(),
                        "name",
                        name,
                        "phoneNumber",
                        Numbers.mobile(),
                        "roles",
                        List.of("volunteer"),
                        "languages",
                        List.of(Map.of("tag", "ar", "level", "native")),
                        "status",
                        "applied"));
    }

    private static String[] form(String name, String number) {
        return new String[] {
            "name",
            name,
            "kind",
            "practice",
            "municipality",
            "Helmstedt",
            "costCentre",
            "4711-03",
            "numbers",
            number + "\n",
            "language",
            "ar",
            "contact-name",
            "Petra Lindner",
            "contact-role",
            "Praxisleitung",
            "contact-phone",
            "030 23125299",
            "contact-mail",
            "lindner@praxis.example",
            "contact-name",
            "",
            "contact-role",
            "",
            "contact-phone",
            "",
            "contact-mail",
            "",
            "reason",
            "umgezogen"
        };
    }

    private static String path(UUID id) {
        return PATH + "/" + id;
    }

    private static String location(Answer answer) {
        return String.valueOf(answer.headers().getFirst("Location"));
    }

    private static String secret(Answer answer) {
        var found = SECRET.matcher(answer.body());
        assertThat(found.find()).as(answer.body()).isTrue();
        return found.group(1);
    }

    private int requestsWith(String key) {
        return Answer.to(anonymous().get().uri("/api/v1/requests").header("Authorization", "Bearer " + key))
                .status();
    }

    private List<String> reasonOf(String action) {
        return database()
                .sql("select reason from audit_entry where district_id = :district and action = :action"
                        + " and reason is not null order by id")
                .bind("district", itsDistrict())
                .bind("action", action)
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
