package de.dolmetscherhotline.organisation;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.test.StepVerifier;

class BlockedNumbersApiIT extends HotlineIT {

    private static final String BLOCKED = "/api/v1/blocked-numbers";

    @Autowired
    private BlockedNumbers blockedNumbers;

    private UUID district = new UUID(0, 0);

    @BeforeEach
    void aDistrict() {
        district = district();
    }

    @Test
    void aBlockedNumberIsReturnedAsItWasSent() {
        String number = Numbers.landline();
        UUID id = created(BLOCKED, blocked(number));
        get(BLOCKED + "/" + id)
                .hasStatus(200)
                .has("id", id.toString())
                .has("districtId", district.toString())
                .has("number", number)
                .has("reason", "Scherzanrufe");
    }

    @Test
    void aNumberIsBlockedInItsDistrictOnlyAndUntilItIsTakenOut() {
        String number = Numbers.landline();
        UUID id = created(BLOCKED, blocked(number));
        assertContains(true, district, number);
        assertContains(false, district(), number);
        assertContains(false, district, Numbers.landline());
        delete(BLOCKED + "/" + id).hasStatus(204);
        assertContains(false, district, number);
        get(BLOCKED + "/" + id).isProblem(404);
        delete(BLOCKED + "/" + id).isProblem(404);
    }

    @Test
    void aNumberIsBlockedOnceInADistrict() {
        Body blocked = blocked(Numbers.landline());
        created(BLOCKED, blocked);
        post(BLOCKED, blocked).isProblem(409);
        created(BLOCKED, blocked.with("districtId", district()));
    }

    @Test
    void blockedNumbersAreListedByDistrict() {
        UUID first = created(BLOCKED, blocked(Numbers.landline()));
        created(BLOCKED, blocked(Numbers.landline()).with("districtId", district()));
        get(BLOCKED + "?districtId=" + district)
                .hasStatus(200)
                .hasHeader("X-Total-Count", "1")
                .has("$.length()", 1)
                .has("[0].id", first.toString());
        get(BLOCKED).hasStatus(200);
    }

    @Test
    void badInputIsRejectedByField() {
        post(BLOCKED, Body.of()).rejects("districtId", "number", "reason");
        Body blocked = blocked(Numbers.landline());
        post(BLOCKED, blocked.with("districtId", UUID.randomUUID())).rejects("districtId");
        post(BLOCKED, blocked.with("number", "anonymous")).rejects("number");
        post(BLOCKED, blocked.with("reason", " ")).rejects("reason");
        post(BLOCKED, blocked.with("reason", "x".repeat(501))).rejects("reason");
        post(BLOCKED, blocked.with("until", null)).rejects("until");
    }

    private void assertContains(boolean expected, UUID where, String number) {
        blockedNumbers
                .contains(new DistrictId(where), new PhoneNumber(number))
                .as(StepVerifier::create)
                .expectNext(expected)
                .verifyComplete();
    }

    private Body blocked(String number) {
        return Body.of("districtId", district, "number", number, "reason", "Scherzanrufe");
    }
}
