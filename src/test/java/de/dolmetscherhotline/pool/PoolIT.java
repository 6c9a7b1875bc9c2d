package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.test.StepVerifier;

/** A district with a pool of its own, and somebody who may join it. */
abstract class PoolIT extends HotlineIT {

    static final String INTERPRETERS = "/api/v1/interpreters";
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    Clock clock;

    UUID district = new UUID(0, 0);

    @BeforeEach
    void aDistrict() {
        district = district();
    }

    Body samira() {
        return Body.of(
                "districtId",
                district,
                "name",
                "Samira Haddad",
                "phoneNumber",
                Numbers.mobile(),
                "gender",
                "female",
                "dateOfBirth",
                "1990-05-17",
                "municipality",
                "Helmstedt",
                "roles",
                List.of("volunteer"),
                "languages",
                List.of(skill("fr", "b2"), skill("ar", "native")),
                "subjects",
                List.of("medical"),
                "secrecyDeclaredOn",
                "2026-01-10",
                "status",
                "active");
    }

    static Map<String, Object> skill(String tag, String level) {
        return Map.of("tag", tag, "level", level);
    }

    UUID practice() {
        return created("/api/v1/organisations", Body.of("districtId", district, "name", "Praxis", "kind", "practice"));
    }

    void sql(String statement, UUID id) {
        database().sql(statement).bind("id", id).then().as(StepVerifier::create).verifyComplete();
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(BERLIN));
    }
}
