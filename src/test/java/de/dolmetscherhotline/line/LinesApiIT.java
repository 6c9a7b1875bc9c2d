package de.dolmetscherhotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.test.StepVerifier;

class LinesApiIT extends HotlineIT {

    private static final String LINES = "/api/v1/lines";

    @Autowired
    private Lines lines;

    private UUID district = new UUID(0, 0);

    @BeforeEach
    void aDistrict() {
        district = district();
    }

    @Test
    void aNewLineIsReturnedAsItWasSent() {
        String number = Numbers.landline();
        String coordinator = Numbers.landline();
        UUID id = created(
                LINES,
                line(number)
                        .with("coordinatorNumber", coordinator)
                        .with("openingHours", hours("monday", "08:00", "18:00")));
        get(LINES + "/" + id)
                .hasStatus(200)
                .has("districtId", district.toString())
                .has("number", number)
                .has("languages[0]", "uk")
                .has("languages[1]", "ar")
                .has("coordinatorNumber", coordinator)
                .has("professionalProviderNumber", null)
                .has("openingHours.monday[0].from", "08:00:00")
                .has("openingHours.monday[0].to", "18:00:00")
                .has("openingHours.sunday.length()", 0);
    }

    @Test
    void withoutAWordAboutClosedHoursTheStandardHolds() {
        UUID id = created(LINES, line(Numbers.landline()));
        get(LINES + "/" + id)
                .has("closedText", null)
                .has("closedChoices.length()", 2)
                .has("closedChoices[0]", "emergency")
                .has("closedChoices[1]", "coordinator");
    }

    @Test
    void aDistrictDecidesWhatIsSaidAndChosenWhileItIsClosed() {
        String text = "Sie erreichen uns wieder am Montag.";
        Body line = line(Numbers.landline())
                .with("closedText", text)
                .with("closedChoices", List.of("professional_provider", "emergency"));
        UUID id = created(LINES, line);
        get(LINES + "/" + id)
                .has("closedText", text)
                .has("closedChoices.length()", 2)
                .has("closedChoices[0]", "emergency")
                .has("closedChoices[1]", "professional_provider");
        put(LINES + "/" + id, line.with("closedText", null).with("closedChoices", List.of()))
                .hasStatus(200)
                .has("closedText", null)
                .has("closedChoices.length()", 0);
    }

    @Test
    void whatIsSaidAndChosenWhileItIsClosedMustMakeSense() {
        Body line = line(Numbers.landline());
        post(LINES, line.with("closedText", "x".repeat(501))).rejects("closedText");
        post(LINES, line.with("closedText", " ")).rejects("closedText");
        post(LINES, line.with("closedText", 1)).rejects("closedText");
        post(LINES, line.with("closedChoices", List.of("emergency", "music"))).rejects("closedChoices[1]");
    }

    @Test
    void publicHolidaysHaveHoursOfTheirOwn() {
        UUID id = created(
                LINES, line(Numbers.landline()).with("openingHours", hours("publicHolidays", "10:00", "12:00")));
        get(LINES + "/" + id).has("openingHours.publicHolidays[0].from", "10:00:00");
    }

    @Test
    void hoursStoredBeforePublicHolidaysHadTheirOwnAreReadAsClosedOnThem() {
        UUID id = created(LINES, line(Numbers.landline()));
        database()
                .sql(
                        "update line set opening_hours = '{\"monday\":[{\"from\":\"08:00\",\"to\":\"12:00\"}]}' where id = :id")
                .bind("id", id)
                .then()
                .as(StepVerifier::create)
                .verifyComplete();
        get(LINES + "/" + id).has("openingHours.monday.length()", 1).has("openingHours.publicHolidays.length()", 0);
    }

    @Test
    void aLineIsFoundByTheNumberThatIsDialled() {
        String number = Numbers.landline();
        UUID id = created(LINES, line(number));
        lines.byNumber(new PhoneNumber(number))
                .as(StepVerifier::create)
                .assertNext(line -> {
                    assertThat(line.id().value()).isEqualTo(id);
                    assertThat(line.openingHours()).isNull();
                })
                .verifyComplete();
        lines.byNumber(new PhoneNumber("+492214710999"))
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    void aNumberMayBeWrittenAsPeopleWriteIt() {
        UUID id = created(LINES, line("0221 4710 998"));
        get(LINES + "/" + id).has("number", "+492214710998");
    }

    @Test
    void aLineIsReplacedAsAWhole() {
        String number = Numbers.landline();
        UUID id = created(LINES, line(number).with("openingHours", hours("friday", "08:00", "12:00")));
        put(LINES + "/" + id, line(number).with("languages", List.of("fa")))
                .hasStatus(200)
                .has("languages[0]", "fa")
                .has("languages.length()", 1)
                .has("openingHours", null);
    }

    @Test
    void aRemovedLineIsGone() {
        String path = LINES + "/" + created(LINES, line(Numbers.landline()));
        delete(path).hasStatus(204);
        get(path).isProblem(404);
        delete(path).isProblem(404);
    }

    @Test
    void anUnknownIdIsNotFound() {
        String nowhere = LINES + "/" + UUID.randomUUID();
        get(nowhere).isProblem(404);
        put(nowhere, line(Numbers.landline())).isProblem(404);
    }

    @Test
    void linesAreListedByDistrict() {
        UUID first = created(LINES, line(Numbers.landline()));
        UUID second = created(LINES, line(Numbers.landline()));
        get(LINES + "?districtId=" + district)
                .hasStatus(200)
                .hasHeader("X-Total-Count", "2")
                .has("$.length()", 2)
                .has("[0].id", first.toString())
                .has("[1].id", second.toString());
        get(LINES + "?size=1&page=1&districtId=" + district)
                .hasHeader("X-Total-Count", "2")
                .has("$.length()", 1)
                .has("[0].id", second.toString());
        get(LINES + "?districtId=Helmstedt").rejects("districtId");
    }

    @Test
    void aNumberBelongsToOneLineOnly() {
        String number = Numbers.landline();
        created(LINES, line(number));
        UUID other = created(LINES, line(Numbers.landline()));
        post(LINES, line(number)).isProblem(409);
        put(LINES + "/" + other, line(number)).isProblem(409);
    }

    @Test
    void everyFieldThatIsMissingIsNamed() {
        post(LINES, Body.of()).rejects("districtId", "languages", "number");
    }

    @Test
    void badInputIsRejectedByField() {
        Body line = line(Numbers.landline());
        post(LINES, line.with("districtId", UUID.randomUUID())).rejects("districtId");
        post(LINES, line.with("districtId", "Helmstedt")).rejects("districtId");
        post(LINES, line.with("number", "anonymous")).rejects("number");
        post(LINES, line.with("number", 4930)).rejects("number");
        post(LINES, line.with("coordinatorNumber", "12")).rejects("coordinatorNumber");
        post(LINES, line.with("languages", List.of("ar", "xx"))).rejects("languages[1]");
        post(LINES, line.with("languages", List.of("Arabic!"))).rejects("languages[0]");
        post(LINES, line.with("languages", "ar")).rejects("languages");
        post(LINES, line.with("colour", "red")).rejects("colour");
    }

    @Test
    void openingHoursThatMakeNoSenseAreRejected() {
        Body line = line(Numbers.landline());
        post(LINES, line.with("openingHours", hours("monday", "18:00", "08:00")))
                .rejects("openingHours.monday[0]");
        post(LINES, line.with("openingHours", hours("monday", "8 o'clock", "18:00")))
                .rejects("openingHours.monday[0].from");
        post(LINES, line.with("openingHours", hours("someday", "08:00", "18:00")))
                .rejects("openingHours.someday");
        post(LINES, line.with("openingHours", "always")).rejects("openingHours");
        post(LINES, line.with("openingHours", Map.of("monday", List.of(Map.of("from", "08:00")))))
                .rejects("openingHours.monday[0]");
    }

    private Body line(String number) {
        return Body.of(
                "districtId",
                district,
                "number",
                number,
                "languages",
                List.of("uk", "ar"),
                "openingHours",
                null,
                "coordinatorNumber",
                null,
                "professionalProviderNumber",
                null);
    }

    private static Map<String, Object> hours(String day, String from, String to) {
        return Map.of(day, List.of(Map.of("from", from, "to", to)));
    }
}
