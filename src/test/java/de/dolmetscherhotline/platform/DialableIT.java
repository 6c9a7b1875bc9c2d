package de.dolmetscherhotline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A number that may not be dialled does not get into the records. */
class DialableIT extends HotlineIT {

    private static final String PREMIUM = "+499001234567";
    private static final String ABROAD = "+12025550123";

    @Test
    void interpretersHaveNumbersThatMayBeDialled() {
        for (var number : List.of(PREMIUM, ABROAD, "0900 1234567", "+49112")) {
            var answer = post("/api/v1/interpreters", anInterpreter(number)).rejects("phoneNumber");
            assertThat(answer.text("errors[0].message")).isEqualTo("is not a number that may be dialled");
            assertThat(answer.body()).doesNotContain("1234567", "2025550123");
        }
        post("/api/v1/interpreters", anInterpreter(Numbers.mobile())).hasStatus(201);
    }

    @Test
    void whoTakesOverACallHasANumberThatMayBeDialled() {
        var line = Body.of("districtId", district(), "number", Numbers.landline(), "languages", List.of("ar"));
        post("/api/v1/lines", line.with("coordinatorNumber", PREMIUM).with("professionalProviderNumber", ABROAD))
                .rejects("coordinatorNumber", "professionalProviderNumber");
        post("/api/v1/lines", line.with("coordinatorNumber", Numbers.landline()))
                .hasStatus(201);
    }

    @Test
    void organisationsHaveNumbersThatMayBeDialled() {
        post(
                        "/api/v1/organisations",
                        Body.of(
                                "districtId",
                                district(),
                                "name",
                                "Praxis",
                                "kind",
                                "practice",
                                "phoneNumbers",
                                List.of(Numbers.landline(), "01805 123456")))
                .rejects("phoneNumbers[1]");
    }

    private Body anInterpreter(String number) {
        return Body.of(
                "districtId",
                district(),
                "name",
                "Dolmetscherin",
                "phoneNumber",
                number,
                "languages",
                List.of(Map.of("tag", "ar", "level", "native")),
                "status",
                "applied");
    }
}
