package de.dolmetscherhotline.partner;

import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgreementsApiIT extends HotlineIT {

    private static final String AGREEMENTS = "/api/v1/agreements";

    private UUID helmstedt = new UUID(0, 0);
    private UUID gifhorn = new UUID(0, 0);

    @BeforeEach
    void twoDistricts() {
        helmstedt = district();
        gifhorn = district();
    }

    @Test
    void aNewAgreementIsReturnedAsItWasSent() {
        UUID id = created(
                AGREEMENTS,
                agreement()
                        .with("position", 3)
                        .with("languages", List.of("ti", "so"))
                        .with("hours", Map.of("monday", List.of(Map.of("from", "08:00", "to", "18:00"))))
                        .with("callsPerDay", 5)
                        .with("active", false));
        get(AGREEMENTS + "/" + id)
                .hasStatus(200)
                .has("id", id.toString())
                .has("districtId", helmstedt.toString())
                .has("partnerId", gifhorn.toString())
                .has("position", 3)
                .has("languages[0]", "ti")
                .has("languages[1]", "so")
                .has("hours.monday[0].to", "18:00:00")
                .has("callsPerDay", 5)
                .has("active", false)
                .has("callsToday", 0)
                .has("callsTotal", 0);
    }

    @Test
    void onlyWhoHelpsWhomInWhichOrderIsRequired() {
        UUID id = created(AGREEMENTS, agreement());
        get(AGREEMENTS + "/" + id)
                .has("languages.length()", 0)
                .has("hours", null)
                .has("callsPerDay", null)
                .has("active", true);
        post(AGREEMENTS, Body.of()).rejects("districtId", "partnerId", "position");
    }

    @Test
    void anAgreementIsReplacedAsAWhole() {
        UUID id =
                created(AGREEMENTS, agreement().with("languages", List.of("ti")).with("callsPerDay", 2));
        UUID wolfsburg = district();
        put(AGREEMENTS + "/" + id, agreement().with("partnerId", wolfsburg).with("position", 7))
                .hasStatus(200)
                .has("partnerId", wolfsburg.toString())
                .has("position", 7)
                .has("languages.length()", 0)
                .has("callsPerDay", null);
    }

    @Test
    void twoDistrictsMayHelpEachOther() {
        created(AGREEMENTS, agreement());
        created(AGREEMENTS, agreement().with("districtId", gifhorn).with("partnerId", helmstedt));
    }

    @Test
    void twoDistrictsHaveOneAgreementInEachDirection() {
        created(AGREEMENTS, agreement());
        UUID other = created(AGREEMENTS, agreement().with("partnerId", district()));
        post(AGREEMENTS, agreement().with("position", 1)).isProblem(409);
        put(AGREEMENTS + "/" + other, agreement()).isProblem(409);
    }

    @Test
    void nobodyHasAnAgreementWithOneself() {
        post(AGREEMENTS, agreement().with("partnerId", helmstedt)).rejects("partnerId");
        UUID id = created(AGREEMENTS, agreement());
        put(AGREEMENTS + "/" + id, agreement().with("districtId", gifhorn)).rejects("partnerId");
    }

    @Test
    void badInputIsRejectedByField() {
        post(AGREEMENTS, agreement().with("districtId", UUID.randomUUID())).rejects("districtId");
        post(AGREEMENTS, agreement().with("partnerId", UUID.randomUUID())).rejects("partnerId");
        post(AGREEMENTS, agreement().with("position", -1)).rejects("position");
        post(AGREEMENTS, agreement().with("callsPerDay", 0)).rejects("callsPerDay");
        post(AGREEMENTS, agreement().with("languages", List.of("ar", "xx"))).rejects("languages[1]");
        post(AGREEMENTS, agreement().with("hours", Map.of("someday", List.of())))
                .rejects("hours.someday");
        post(AGREEMENTS, agreement().with("price", 5)).rejects("price");
    }

    @Test
    void agreementsAreListedInTheOrderInWhichPartnersAreAsked() {
        UUID second = created(AGREEMENTS, agreement().with("position", 2));
        UUID first =
                created(AGREEMENTS, agreement().with("partnerId", district()).with("position", 1));
        created(AGREEMENTS, agreement().with("districtId", gifhorn).with("partnerId", helmstedt));
        get(AGREEMENTS + "?districtId=" + helmstedt)
                .hasStatus(200)
                .hasHeader("X-Total-Count", "2")
                .has("$.length()", 2)
                .has("[0].id", first.toString())
                .has("[1].id", second.toString());
        get(AGREEMENTS).hasStatus(200);
    }

    @Test
    void aRemovedAgreementIsGone() {
        String path = AGREEMENTS + "/" + created(AGREEMENTS, agreement());
        delete("/api/v1/districts/" + gifhorn).isProblem(409);
        delete(path).hasStatus(204);
        get(path).isProblem(404);
        delete(path).isProblem(404);
        put(path, agreement()).isProblem(404);
        delete("/api/v1/districts/" + gifhorn).hasStatus(204);
    }

    private Body agreement() {
        return Body.of("districtId", helmstedt, "partnerId", gifhorn, "position", 0);
    }
}
