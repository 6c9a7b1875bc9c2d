package de.dolmetscherhotline.training;

import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Base of the tests about trainings: a district of its own, and what is asked of the API. */
abstract class TrainingIT extends HotlineIT {

    static final String TRAININGS = "/api/v1/trainings";
    static final String INTERPRETERS = "/api/v1/interpreters";
    static final Map<String, Object> MEDICAL = Map.of("subject", "medical");
    static final Map<String, Object> PROOF = Map.of("training", true, "validMonths", 24);
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    Clock clock;

    UUID district = new UUID(0, 0);

    @BeforeEach
    void aDistrict() {
        district = district();
    }

    Body training(String title, Duration ago, @Nullable Object confers) {
        return Body.of(
                "districtId",
                district,
                "title",
                title,
                "description",
                null,
                "places",
                null,
                "dates",
                List.of(date(ago)),
                "confers",
                confers);
    }

    Map<String, Object> date(Duration ago) {
        return Map.of(
                "startsAt",
                start(ago).toString(),
                "endsAt",
                start(ago).plus(Duration.ofHours(3)).toString(),
                "place",
                "Kreishaus Helmstedt, Raum 2");
    }

    Instant start(Duration ago) {
        return clock.instant().minus(ago).truncatedTo(ChronoUnit.SECONDS);
    }

    LocalDate dayOf(Duration ago) {
        return LocalDate.ofInstant(start(ago).plus(Duration.ofHours(3)), BERLIN);
    }

    Body aMember() {
        return Body.of(
                "districtId",
                district,
                "name",
                "Amina Haddad",
                "phoneNumber",
                Numbers.mobile(),
                "dateOfBirth",
                "1985-03-01",
                "roles",
                List.of("volunteer"),
                "languages",
                List.of(Map.of("tag", "ar", "level", "native")),
                "subjects",
                List.of(),
                "secrecyDeclaredOn",
                "2026-01-10",
                "status",
                "active");
    }

    UUID member() {
        return created(INTERPRETERS, aMember());
    }

    Answer register(UUID training, UUID who) {
        return put(TRAININGS + "/" + training + "/participants/" + who, Body.of());
    }

    Answer attended(UUID training, UUID who, boolean attended) {
        return put(TRAININGS + "/" + training + "/attendance/" + who, Body.of("attended", attended));
    }

    Answer profile(UUID who) {
        return get(INTERPRETERS + "/" + who).hasStatus(200);
    }

    static void hasNoTraining(Answer profile) {
        profile.has("obligations[?(@.kind=='training')].length()", List.of());
    }

    static void hasTraining(Answer profile, LocalDate issued, @Nullable LocalDate until) {
        profile.has("obligations[?(@.kind=='training')].issuedOn", List.of(issued.toString()));
        profile.has(
                "obligations[?(@.kind=='training')].validUntil",
                Collections.singletonList(until == null ? null : until.toString()));
    }
}
