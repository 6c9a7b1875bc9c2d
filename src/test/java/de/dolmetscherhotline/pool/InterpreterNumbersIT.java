package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.Numbers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** Under which numbers a member is reached and recognised. */
class InterpreterNumbersIT extends PoolIT {

    @Test
    void aNumberThatCouldNotBeReachedIsShownUntilItIsReplaced() {
        Body samira = samira();
        UUID id = created(INTERPRETERS, samira);
        String path = INTERPRETERS + "/" + id;
        get(path).has("numberFailedAt", null).has("pausedAt", null);
        database()
                .sql("update interpreter set number_failed_at = '2026-11-20T08:00:00Z' where id = :id")
                .bind("id", id)
                .then()
                .as(StepVerifier::create)
                .verifyComplete();
        put(path, samira.with("name", "Samira Meyer")).has("numberFailedAt", "2026-11-20T08:00:00Z");
        put(path, samira.with("phoneNumber", Numbers.mobile())).has("numberFailedAt", null);
    }

    @Test
    void aNumberBelongsToOneMemberOfAPool() {
        Body samira = samira();
        created(INTERPRETERS, samira);
        UUID other = created(INTERPRETERS, samira());
        post(INTERPRETERS, samira).isProblem(409).has("errors[0].field", "phoneNumber");
        put(INTERPRETERS + "/" + other, samira).isProblem(409);
        created(INTERPRETERS, samira.with("districtId", district()));
    }

    @Test
    void aNumberForTextsIsKeptBesideTheOneForCalls() {
        Body samira = samira();
        String mobile = Numbers.mobile();
        String path = INTERPRETERS + "/" + created(INTERPRETERS, samira);
        get(path).has("textNumber", null);
        put(path, samira.with("textNumber", mobile)).hasStatus(200).has("textNumber", mobile);
        put(
                        path,
                        samira.with("phoneNumber", mobile)
                                .with("textNumber", samira.fields().get("phoneNumber")))
                .hasStatus(200)
                .has("phoneNumber", mobile)
                .has("textNumber", samira.fields().get("phoneNumber"));
        put(path, samira).hasStatus(200).has("textNumber", null);
        put(path, samira.with("textNumber", samira.fields().get("phoneNumber")))
                .hasStatus(200)
                .has("textNumber", null);
        put(path, samira.with("textNumber", "+499001234567")).rejects("textNumber");
        put(path, samira.with("textNumber", "0")).rejects("textNumber");
    }

    @Test
    void aNumberForTextsIsNobodyElsesForCalls() {
        Body samira = samira();
        UUID first = created(INTERPRETERS, samira.with("textNumber", Numbers.mobile()));
        Body other = samira();
        String path = INTERPRETERS + "/" + created(INTERPRETERS, other);
        put(path, other.with("textNumber", samira.fields().get("phoneNumber"))).isProblem(409);
        String forTexts = get(INTERPRETERS + "/" + first).text("textNumber");
        put(path, other.with("phoneNumber", forTexts)).isProblem(409);
        post(INTERPRETERS, samira().with("textNumber", forTexts)).isProblem(409);
        get(path).has("phoneNumber", other.fields().get("phoneNumber"));
    }

    @Test
    void whoMovesToAnotherDistrictTakesHerNumbersAlong() {
        Body samira = samira().with("textNumber", Numbers.mobile());
        String path = INTERPRETERS + "/" + created(INTERPRETERS, samira);
        UUID elsewhere = district();
        put(path, samira.with("districtId", elsewhere))
                .hasStatus(200)
                .has("districtId", elsewhere.toString())
                .has("phoneNumber", samira.fields().get("phoneNumber"))
                .has("textNumber", samira.fields().get("textNumber"));
        created(INTERPRETERS, samira);
        put(path, samira).isProblem(409);
    }
}
