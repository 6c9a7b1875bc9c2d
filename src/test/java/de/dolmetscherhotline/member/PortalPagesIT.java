package de.dolmetscherhotline.member;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.organisation.Organisations;
import de.dolmetscherhotline.testsupport.Bodies;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.Numbers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What members see and change of their organisation. */
class PortalPagesIT extends MemberIT {

    private static final Pattern PIN = Pattern.compile("id=\"new-pin\">(\\d{6})<");
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("id=\"invitation-code\"[^>]*>([0-9A-Z-]{19})<");

    @Autowired
    private Organisations organisations;

    @Test
    void aMemberSeesWhatIsStoredAboutHerOrganisation() {
        var number = Numbers.landline();
        put(practicePath(), full(number)).hasStatus(200);
        var page = signedIn().opens("/portal/organisation").hasStatus(200).body();
        assertThat(page)
                .contains("Praxis Dr. Lindner", "Arztpraxis", "Schöningen", number, "4711-03")
                .contains("Petra Lindner", "Praxisleitung", "lindner@praxis.example")
                .contains("Sie haben keine PIN")
                .containsPattern("value=\"ti\"\\s+checked");
    }

    @Test
    void whatThereIsToPrintIsAClickAway() {
        put(practicePath(), full(Numbers.landline())).hasStatus(200);
        created(
                "/api/v1/lines",
                Body.of("districtId", itsDistrict(), "number", Numbers.landline(), "languages", List.of("ti")));
        var browser = signedIn();
        for (var page : List.of("/portal", "/portal/organisation")) {
            var links = LINK.matcher(browser.opens(page).hasStatus(200).body())
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .filter(link ->
                            link.startsWith("/languages/") || link.startsWith("/forms") || link.endsWith("/speed-dial"))
                    .toList();
            assertThat(links).hasSize(4).anyMatch(link -> link.startsWith("/forms/release/ti?"));
            links.forEach(link -> browser.opens(link).hasStatus(200));
        }
    }

    @Test
    void withoutALineThereIsNoCardButANewPin() {
        var browser = signedIn();
        assertThat(browser.opens("/portal/organisation/speed-dial")
                        .hasStatus(404)
                        .body())
                .contains("noch keine Hotline-Nummer");
        assertThat(browser.sends("/portal/organisation/pin").hasStatus(200).body())
                .containsPattern(PIN)
                .doesNotContain("Kurzwahlkarte");
    }

    @Test
    void howManyInterpretersNeverGetTheCallsIsSaidButNotWho() {
        put(practicePath(), full(Numbers.landline())).hasStatus(200).has("notPaired", 0);
        created("/api/v1/interpreters", neverPaired());
        get(practicePath()).has("notPaired", 1);
        get("/api/v1/interpreters?notPairedWith=" + practice())
                .has("length()", 1)
                .has("[0].name", "Amina Haddad");
        get("/api/v1/interpreters?notPairedWith=" + UUID.randomUUID()).has("length()", 0);
        assertThat(signedIn().opens("/portal/organisation").body())
                .contains("nie mit Ihnen verbunden")
                .doesNotContain("Amina Haddad", "kennt die Familie");
    }

    private Body neverPaired() {
        return Bodies.interpreter(itsDistrict())
                .without("subjects")
                .without("secrecyDeclaredOn")
                .with("status", "applied")
                .with("doNotPair", List.of(Map.of("organisationId", practice(), "reason", "kennt die Familie")));
    }

    @Test
    void aMemberChoosesTheLanguagesAndNothingElseChanges() {
        var number = Numbers.landline();
        put(practicePath(), full(number)).hasStatus(200);
        var browser = signedIn();
        browser.opens("/portal/organisation");
        browser.sends("/portal/organisation/languages", "language", "ar", "language", "uk", "language", "nonsense")
                .hasStatus(303);
        assertThat(browser.opens("/portal/organisation?done=saved").body()).contains("Gespeichert.");
        get(practicePath())
                .has("favouriteLanguages.length()", 2)
                .has("phoneNumbers[0]", number)
                .has("contacts[0].name", "Petra Lindner")
                .has("costCentre", "4711-03");
        browser.sends("/portal/organisation/languages").hasStatus(303);
        get(practicePath()).has("favouriteLanguages.length()", 0);
    }

    @Test
    void favouriteLanguagesKeepTheirPlacesWhenOthersAreChosen() {
        put(practicePath(), full(Numbers.landline()).with("favouriteLanguages", List.of("ti", "uk", "so")))
                .hasStatus(200);
        var browser = signedIn();
        browser.opens("/portal/organisation");
        browser.sends("/portal/organisation/languages", "language", "ar", "language", "uk", "language", "ti")
                .hasStatus(303);
        get(practicePath()).has("favouriteLanguages", List.of("ti", "uk", "ar"));
    }

    @Test
    void aNewPinIsMadeAfterAQuestionAndShownOnce() {
        put(practicePath(), full(Numbers.landline()).with("pin", "471101")).hasStatus(200);
        var browser = signedIn();
        assertThat(browser.opens("/portal/organisation/pin").hasStatus(200).body())
                .contains("Die bisherige PIN gilt dann sofort nicht mehr");
        assertThat(found("471101")).contains(practice());
        var pin = PIN.matcher(
                browser.sends("/portal/organisation/pin").hasStatus(200).body());
        assertThat(pin.find()).isTrue();
        assertThat(found(pin.group(1))).contains(practice());
        assertThat(found("471101")).isEmpty();
        assertThat(browser.opens("/portal/organisation").body())
                .contains("Sie haben eine PIN")
                .doesNotContain(pin.group(1));
    }

    @Test
    void aMemberInvitesAColleague() {
        var browser = signedIn();
        var mail = mail();
        browser.opens("/portal/members");
        var code = code(browser.sends("/portal/members", "name", " Olga Winter ", "mail", mail, "show", "yes")
                .hasStatus(200)
                .body());
        assertThat(browser.opens("/portal/members").body())
                .contains("Olga Winter", mail, "eingeladen")
                .doesNotContain(code);
        accept(browser(), code, PASSWORD).hasStatus(303);
        assertThat(signedIn(mail).opens("/portal/organisation").hasStatus(200).body())
                .contains("Praxis Dr. Lindner");
    }

    @Test
    void aFormThatWasSentTwiceInvitesOnePerson() {
        var browser = signedIn();
        var mail = mail();
        browser.opens("/portal/members");
        var first = code(browser.sends("/portal/members", "name", "Olga Winter", "mail", mail, "show", "yes")
                .body());
        var second = code(browser.sends("/portal/members", "name", "Olga Winter", "mail", mail, "show", "yes")
                .hasStatus(200)
                .body());
        get(membersPath()).hasHeader("X-Total-Count", "2");
        accept(browser(), first, PASSWORD).hasStatus(422);
        accept(browser(), second, PASSWORD).hasStatus(303);
    }

    @Test
    void whatIsWrongWithAnInvitationIsSaidBesideItsFieldAndStays() {
        var mail = mail();
        member("Petra Lindner", mail);
        var browser = signedIn(mail);
        browser.opens("/portal/members");
        assertThat(browser.sends("/portal/members", "name", "", "mail", "olga<")
                        .hasStatus(422)
                        .body())
                .contains("id=\"name-problem\"", "id=\"mail-problem\"", "value=\"olga&lt;\"");
        assertThat(browser.sends("/portal/members", "name", "Olga Winter", "mail", mail)
                        .hasStatus(422)
                        .body())
                .contains("gibt es schon einen Zugang", "value=\"Olga Winter\"");
        browser.sends("/portal/members", "name", "x".repeat(201), "mail", mail())
                .hasStatus(422);
        get(membersPath()).hasHeader("X-Total-Count", "1");
    }

    @Test
    void aMemberDisablesAColleagueButNotHerself() {
        var mail = mail();
        var self = member("Petra Lindner", mail);
        var colleague = mail();
        var other = member("Olga Winter", colleague);
        var browser = signedIn(mail);
        var hers = signedIn(colleague);
        browser.opens("/portal/members");
        browser.sends("/portal/members/" + other + "/disable").hasStatus(303);
        isOut(hers.opens("/portal"));
        assertThat(browser.opens("/portal/members?done=disabled").body()).contains("Der Zugang ist gesperrt");
        browser.sends("/portal/members/" + other + "/enable").hasStatus(303);
        signIn(browser(), colleague, PASSWORD).hasStatus(303);
        browser.sends("/portal/members/" + self + "/disable").hasStatus(303);
        browser.opens("/portal").hasStatus(200);
    }

    @Test
    void nobodyGetsAtAColleaguesPassword() {
        var mail = mail();
        member("Petra Lindner", mail);
        var other = member("Olga Winter", mail());
        var browser = signedIn(mail);
        browser.opens("/portal/members");
        browser.sends("/portal/members/" + other + "/invitation").hasStatus(303);
        get(membersPath() + "/" + other).has("invitedUntil", null);
    }

    @Test
    void whoHasNotComeYetGetsANewCode() {
        var browser = signedIn();
        var waiting = invite("Olga Winter", mail()).text("id");
        browser.opens("/portal/members");
        var code = code(browser.sends("/portal/members/" + waiting + "/invitation", "show", "yes")
                .hasStatus(200)
                .body());
        accept(browser(), code, PASSWORD).hasStatus(303);
    }

    @Test
    void whatBelongsToAnotherOrganisationIsOutOfReach() {
        var browser = signedIn();
        var elsewhere = created("/api/v1/organisations", organisation("Andere Praxis"));
        var path = "/api/v1/organisations/" + elsewhere + "/members";
        var stranger = post(path, Body.of("name", "Jana Fremd", "mail", mail())).text("id");
        assertThat(browser.opens("/portal/members").body()).doesNotContain("Jana Fremd");
        browser.sends("/portal/members/" + stranger + "/disable").hasStatus(303);
        browser.sends("/portal/members/" + stranger + "/invitation").hasStatus(303);
        get(path + "/" + stranger).has("state", "invited");
    }

    @Test
    void pagesSpeakEnglishToo() {
        var browser = signedIn();
        assertThat(browser.opens("/portal?lang=en").body()).contains("Hello, Petra Lindner", "lang=\"en\"");
        assertThat(browser.opens("/portal/organisation").body()).contains("Cost centre", "Medical practice", "Arabic");
    }

    private Body full(String number) {
        return organisation("Praxis Dr. Lindner")
                .with("municipality", "Schöningen")
                .with("phoneNumbers", List.of(number))
                .with("favouriteLanguages", List.of("ti"))
                .with("costCentre", "4711-03")
                .with(
                        "contacts",
                        List.of(Body.of(
                                        "name",
                                        "Petra Lindner",
                                        "role",
                                        "Praxisleitung",
                                        "phone",
                                        "+493023125201",
                                        "mail",
                                        "lindner@praxis.example")
                                .fields()));
    }

    private Optional<UUID> found(String pin) {
        return organisations
                .byPin(new DistrictId(itsDistrict()), pin)
                .map(organisation -> organisation.id().value())
                .blockOptional();
    }

    private static String code(String page) {
        var code = CODE.matcher(page);
        assertThat(code.find()).as(page).isTrue();
        return code.group(1);
    }
}
