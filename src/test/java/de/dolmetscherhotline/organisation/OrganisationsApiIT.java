package de.dolmetscherhotline.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class OrganisationsApiIT extends HotlineIT {

    private static final String ORGANISATIONS = "/api/v1/organisations";

    @Autowired
    private Organisations organisations;

    private UUID district = new UUID(0, 0);

    @BeforeEach
    void aDistrict() {
        district = district();
    }

    @Test
    void aNewOrganisationIsReturnedAsItWasSent() {
        String first = Numbers.landline();
        String second = Numbers.landline();
        UUID id = created(
                ORGANISATIONS,
                practice()
                        .with("phoneNumbers", List.of(second, first))
                        .with("favouriteLanguages", List.of("ti", "ar")));
        get(ORGANISATIONS + "/" + id)
                .hasStatus(200)
                .has("districtId", district.toString())
                .has("name", "Hausarztpraxis")
                .has("kind", "practice")
                .has("municipality", "Schöningen")
                .has("phoneNumbers[0]", second)
                .has("phoneNumbers[1]", first)
                .has("hasPin", false)
                .has("favouriteLanguages[0]", "ti");
    }

    @Test
    void anOrganisationIsRecognisedByItsNumberInItsDistrictOnly() {
        String number = Numbers.landline();
        UUID id = created(ORGANISATIONS, practice().with("phoneNumbers", List.of(number)));
        assertIsFound(organisations.byNumber(new DistrictId(district), new PhoneNumber(number)), id);
        assertIsNotFound(organisations.byNumber(new DistrictId(district()), new PhoneNumber(number)));
        assertIsNotFound(organisations.byNumber(new DistrictId(district), new PhoneNumber(Numbers.landline())));
    }

    @Test
    void anOrganisationIsRecognisedByItsPinInItsDistrictOnly() {
        UUID id = created(ORGANISATIONS, practice().with("pin", "4711"));
        assertIsFound(organisations.byPin(new DistrictId(district), "4711"), id);
        assertIsNotFound(organisations.byPin(new DistrictId(district()), "4711"));
        assertIsNotFound(organisations.byPin(new DistrictId(district), "4712"));
    }

    @Test
    void thePinIsNeitherReturnedNorStored() {
        String pin = "8205173946";
        UUID id = created(ORGANISATIONS, practice().with("pin", pin));
        String path = ORGANISATIONS + "/" + id;
        assertThat(get(path).has("hasPin", true).body()).doesNotContain(pin).doesNotContain("hash");
        assertThat(get(ORGANISATIONS + "?districtId=" + district).body()).doesNotContain(pin);
        assertThat(put(path, practice().with("pin", pin)).hasStatus(200).body()).doesNotContain(pin);
        database()
                .sql("select to_jsonb(o)::text as row from organisation o where id = :id")
                .bind("id", id)
                .mapValue(String.class)
                .one()
                .as(StepVerifier::create)
                .assertNext(row -> assertThat(row)
                        .doesNotContain(pin)
                        .containsPattern("\"pin_cipher\": \"1\\.test\\.[\\w-]{120,}\"")
                        .containsPattern("\"pin_index\": \"test\\.[\\w-]{43}\""))
                .verifyComplete();
    }

    @Test
    void aPinBelongsToOneOrganisationOfTheDistrict() {
        created(ORGANISATIONS, practice().with("pin", "1234"));
        UUID other = created(ORGANISATIONS, practice().with("pin", "12345"));
        post(ORGANISATIONS, practice().with("pin", "1234")).isProblem(409);
        put(ORGANISATIONS + "/" + other, practice().with("pin", "1234")).isProblem(409);
        created(ORGANISATIONS, practice().with("districtId", district()).with("pin", "1234"));
    }

    @Test
    void thePinStaysUntilItIsReplacedOrWithdrawn() {
        UUID id = created(ORGANISATIONS, practice().with("pin", "1111"));
        put(ORGANISATIONS + "/" + id, practice()).hasStatus(200).has("hasPin", true);
        assertIsFound(organisations.byPin(new DistrictId(district), "1111"), id);
        put(ORGANISATIONS + "/" + id, practice().with("pin", "2222")).hasStatus(200);
        assertIsNotFound(organisations.byPin(new DistrictId(district), "1111"));
        assertIsFound(organisations.byPin(new DistrictId(district), "2222"), id);
        delete(ORGANISATIONS + "/" + id + "/pin").hasStatus(204);
        assertIsNotFound(organisations.byPin(new DistrictId(district), "2222"));
        delete(ORGANISATIONS + "/" + UUID.randomUUID() + "/pin").isProblem(404);
    }

    @Test
    void aNewPinIsAnsweredOnceAndTakesThePlaceOfTheOneBefore() {
        UUID id = created(ORGANISATIONS, practice().with("pin", "4711"));
        String path = ORGANISATIONS + "/" + id;
        String pin = newPin(path).hasStatus(200).text("pin");
        assertThat(pin).matches("[0-9]{6}");
        assertIsFound(organisations.byPin(new DistrictId(district), pin), id);
        assertIsNotFound(organisations.byPin(new DistrictId(district), "4711"));
        assertThat(get(path).has("hasPin", true).body()).doesNotContain("\"" + pin);
        newPin(ORGANISATIONS + "/" + UUID.randomUUID()).isProblem(404);
    }

    private Answer newPin(String organisation) {
        return Answer.to(api().post().uri(organisation + "/pin"));
    }

    @Test
    void contactsAndCostCentreAreReplacedWithEverythingElse() {
        var contact = Body.of("name", "Petra Lindner", "role", "Praxisleitung", "phone", "030 23125201", "mail", null);
        var second = Body.of("name", "Olga Winter", "mail", "winter@praxis.example");
        var path = ORGANISATIONS + "/"
                + created(
                        ORGANISATIONS,
                        practice()
                                .with("costCentre", "4711-03")
                                .with("contacts", List.of(contact.fields(), second.fields())));
        get(path)
                .has("costCentre", "4711-03")
                .has("contacts[0].name", "Petra Lindner")
                .has("contacts[0].role", "Praxisleitung")
                .has("contacts[0].phone", "+493023125201")
                .has("contacts[0].mail", null)
                .has("contacts[1].mail", "winter@praxis.example");
        put(path, practice().with("contacts", List.of(second.fields())))
                .hasStatus(200)
                .has("contacts.length()", 1)
                .has("costCentre", null);
        put(path, practice()).hasStatus(200).has("contacts.length()", 0);
        post(
                        ORGANISATIONS,
                        practice().with("contacts", List.of(Body.of("mail", "x").fields())))
                .rejects("contacts[0].name", "contacts[0].mail");
        post(ORGANISATIONS, practice().with("costCentre", "")).rejects("costCentre");
    }

    @Test
    void anOrganisationIsNeitherBlockedNorAskedMoreUnlessSomebodySaysSo() {
        String path = ORGANISATIONS + "/" + created(ORGANISATIONS, practice());
        get(path).has("blocked", false).has("asksSubject", false).has("asksGender", false);
        put(path, practice().with("blocked", true).with("asksSubject", true).with("asksGender", true))
                .hasStatus(200)
                .has("blocked", true)
                .has("asksSubject", true)
                .has("asksGender", true);
        put(path, practice().with("asksGender", true))
                .has("blocked", false)
                .has("asksSubject", false)
                .has("asksGender", true);
    }

    @Test
    void anOrganisationIsRungBackAtTheNumberItCalledFromIfThatIsOnRecord() {
        var first = new PhoneNumber(Numbers.landline());
        var second = new PhoneNumber(Numbers.landline());
        var foreign = new PhoneNumber(Numbers.landline());
        var id = new OrganisationId(created(
                ORGANISATIONS, practice().with("phoneNumbers", List.of(first.e164(), second.e164()))));
        created(ORGANISATIONS, practice().with("phoneNumbers", List.of(foreign.e164())));
        assertRungBack(id, second, second);
        assertRungBack(id, first, first);
        assertRungBack(id, foreign, first);
        assertRungBack(id, null, first);
    }

    @Test
    void anOrganisationWithoutANumberCannotBeRungBack() {
        var id = new OrganisationId(created(ORGANISATIONS, practice()));
        organisations
                .callbackNumber(id, new PhoneNumber(Numbers.landline()))
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    void anOrganisationIsReplacedWithAllItsNumbers() {
        String dropped = Numbers.landline();
        String kept = Numbers.landline();
        String added = Numbers.landline();
        UUID id = created(ORGANISATIONS, practice().with("phoneNumbers", List.of(dropped, kept)));
        put(
                        ORGANISATIONS + "/" + id,
                        practice()
                                .with("name", "Praxis am Markt")
                                .with("kind", "hospital")
                                .with("phoneNumbers", List.of(added, kept)))
                .hasStatus(200)
                .has("name", "Praxis am Markt")
                .has("kind", "hospital")
                .has("phoneNumbers.length()", 2)
                .has("phoneNumbers[0]", added)
                .has("phoneNumbers[1]", kept);
        assertIsNotFound(organisations.byNumber(new DistrictId(district), new PhoneNumber(dropped)));
    }

    @Test
    void aNumberBelongsToOneOrganisationOnly() {
        String number = Numbers.landline();
        created(ORGANISATIONS, practice().with("phoneNumbers", List.of(number)));
        UUID other = created(ORGANISATIONS, practice());
        post(ORGANISATIONS, practice().with("phoneNumbers", List.of(number))).isProblem(409);
        put(ORGANISATIONS + "/" + other, practice().with("name", "Other").with("phoneNumbers", List.of(number)))
                .isProblem(409);
        get(ORGANISATIONS + "/" + other).has("name", "Hausarztpraxis").has("phoneNumbers.length()", 0);
    }

    @Test
    void aNumberThatIsGivenTwiceCountsOnce() {
        UUID id = created(ORGANISATIONS, practice().with("phoneNumbers", List.of("0221 4710 997", "+492214710997")));
        get(ORGANISATIONS + "/" + id).has("phoneNumbers.length()", 1);
    }

    @Test
    void aRemovedOrganisationIsGoneAndItsNumberFree() {
        Body practice =
                practice().with("phoneNumbers", List.of(Numbers.landline())).with("pin", "9999");
        String path = ORGANISATIONS + "/" + created(ORGANISATIONS, practice);
        delete(path).hasStatus(204);
        get(path).isProblem(404);
        delete(path).isProblem(404);
        created(ORGANISATIONS, practice);
    }

    @Test
    void organisationsAreListedByDistrict() {
        UUID first = created(ORGANISATIONS, practice());
        UUID second = created(ORGANISATIONS, practice());
        get(ORGANISATIONS + "?size=1&page=1&districtId=" + district)
                .hasStatus(200)
                .hasHeader("X-Total-Count", "2")
                .has("$.length()", 1)
                .has("[0].id", second.toString());
        get(ORGANISATIONS + "?size=1&districtId=" + district).has("[0].id", first.toString());
        get(ORGANISATIONS).hasStatus(200);
    }

    @Test
    void anUnknownIdIsNotFound() {
        String nowhere = ORGANISATIONS + "/" + UUID.randomUUID();
        get(nowhere).isProblem(404);
        put(nowhere, practice()).isProblem(404);
        put(nowhere, practice().with("pin", "5555").with("phoneNumbers", List.of(Numbers.landline())))
                .isProblem(404);
    }

    @Test
    void badInputIsRejectedByField() {
        post(ORGANISATIONS, Body.of()).rejects("districtId", "kind", "name");
        post(ORGANISATIONS, practice().with("districtId", UUID.randomUUID())).rejects("districtId");
        post(ORGANISATIONS, practice().with("name", "")).rejects("name");
        post(ORGANISATIONS, practice().with("kind", "bakery")).rejects("kind");
        post(ORGANISATIONS, practice().with("kind", "PRACTICE")).rejects("kind");
        post(ORGANISATIONS, practice().with("kind", "")).rejects("kind");
        post(ORGANISATIONS, practice().with("kind", 0)).rejects("kind");
        post(ORGANISATIONS, practice().with("phoneNumbers", List.of("nobody"))).rejects("phoneNumbers[0]");
        post(ORGANISATIONS, practice().with("favouriteLanguages", List.of("xx")))
                .rejects("favouriteLanguages[0]");
        post(ORGANISATIONS, practice().with("blocked", "yes")).rejects("blocked");
        post(ORGANISATIONS, practice().with("telephone", "112")).rejects("telephone");
        for (String pin : List.of("123", "12345678901", "12a4", "", " 1234", "१२३४")) {
            post(ORGANISATIONS, practice().with("pin", pin)).rejects("pin");
        }
    }

    private Body practice() {
        return Body.of(
                "districtId",
                district,
                "name",
                "Hausarztpraxis",
                "kind",
                "practice",
                "municipality",
                "Schöningen",
                "phoneNumbers",
                List.of(),
                "pin",
                null);
    }

    private void assertRungBack(OrganisationId id, @Nullable PhoneNumber calledFrom, PhoneNumber expected) {
        organisations
                .callbackNumber(id, calledFrom)
                .as(StepVerifier::create)
                .expectNext(expected)
                .verifyComplete();
    }

    private static void assertIsFound(Mono<Organisation> search, UUID id) {
        search.map(found -> found.id().value())
                .as(StepVerifier::create)
                .expectNext(id)
                .verifyComplete();
    }

    private static void assertIsNotFound(Mono<Organisation> search) {
        search.as(StepVerifier::create).verifyComplete();
    }
}
