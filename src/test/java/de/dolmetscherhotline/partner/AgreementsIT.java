package de.dolmetscherhotline.partner;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.test.StepVerifier;

class AgreementsIT extends HotlineIT {

    private static final String AGREEMENTS = "/api/v1/agreements";
    private static final String BERLIN = "Europe/Berlin";

    @Autowired
    private Agreements agreements;

    @Autowired
    private Clock clock;

    private UUID helmstedt = new UUID(0, 0);

    @BeforeEach
    void aDistrict() {
        helmstedt = district();
    }

    @Test
    void partnersAreAskedInTheirOrder() {
        UUID third = district();
        UUID first = district();
        UUID second = district();
        helps(third, "position", 2);
        helps(first, "position", 0);
        helps(second, "position", 1);
        assertHelping("ti", first, second, third);
    }

    @Test
    void helpIsOneWay() {
        UUID gifhorn = district();
        helps(gifhorn, "position", 0);
        assertHelping(gifhorn, "ti");
    }

    @Test
    void aPartnerHelpsOnlyWhileTheAgreementIsInForce() {
        UUID gifhorn = district();
        helps(gifhorn, "active", false);
        assertHelping("ti");
    }

    @Test
    void aPartnerHelpsForTheAgreedLanguagesOnly() {
        UUID gifhorn = district();
        UUID wolfsburg = district();
        helps(gifhorn, "languages", List.of("ti", "so"));
        helps(wolfsburg, "position", 1);
        assertHelping("so", gifhorn, wolfsburg);
        assertHelping("ar", wolfsburg);
    }

    @Test
    void aPartnerHelpsWithinTheAgreedHoursByItsOwnWallTime() {
        UUID tokyo = districtIn("Asia/Tokyo");
        UUID berlin = districtIn(BERLIN);
        LocalTime there = clock.instant().atZone(ZoneId.of("Asia/Tokyo")).toLocalTime();
        var thisHourThere = everyDay(there.truncatedTo(ChronoUnit.HOURS));
        helps(tokyo, "hours", thisHourThere);
        helps(berlin, "hours", thisHourThere);
        assertHelping("ti", tokyo);
    }

    @Test
    void aPartnerThatHasHelpedEnoughTodayIsNotAskedAgain() {
        UUID gifhorn = district();
        UUID agreement = helps(gifhorn, "callsPerDay", 2);
        UUID interpreter = interpreterOf(gifhorn);
        connected(helmstedt, interpreter, clock.instant());
        assertHelping("ti", gifhorn);
        connected(helmstedt, interpreter, midnight(BERLIN));
        assertHelping("ti");
        get(AGREEMENTS + "/" + agreement).has("callsToday", 2).has("callsTotal", 2);
    }

    @Test
    void theDayBeginsAtThePartnersMidnight() {
        String kiritimati = "Pacific/Kiritimati";
        UUID island = districtIn(kiritimati);
        UUID agreement = helps(island, "callsPerDay", 1);
        UUID interpreter = interpreterOf(island);
        connected(helmstedt, interpreter, midnight(kiritimati).minusSeconds(1));
        assertHelping("ti", island);
        get(AGREEMENTS + "/" + agreement).has("callsToday", 0).has("callsTotal", 1);
        connected(helmstedt, interpreter, midnight(kiritimati));
        assertHelping("ti");
    }

    @Test
    void onlyConversationsOfTheHelpedWithInterpretersOfThePartnerCount() {
        UUID gifhorn = district();
        UUID agreement = helps(gifhorn, "callsPerDay", 1);
        connected(helmstedt, interpreterOf(helmstedt), clock.instant());
        connected(gifhorn, interpreterOf(gifhorn), clock.instant());
        connected(district(), interpreterOf(gifhorn), clock.instant());
        acceptedButNotConnected(helmstedt, interpreterOf(gifhorn));
        assertHelping("ti", gifhorn);
        get(AGREEMENTS + "?districtId=" + helmstedt)
                .has("[0].id", agreement.toString())
                .has("[0].callsToday", 0)
                .has("[0].callsTotal", 0);
    }

    private void assertHelping(String language, UUID... expected) {
        assertHelping(helmstedt, language, expected);
    }

    private void assertHelping(UUID helped, String language, UUID... expected) {
        agreements
                .helping(new DistrictId(helped), new Language(language))
                .map(DistrictId::value)
                .collectList()
                .as(StepVerifier::create)
                .assertNext(partners -> assertThat(partners).containsExactly(expected))
                .verifyComplete();
    }

    private UUID helps(UUID partner, String term, Object value) {
        return created(
                AGREEMENTS,
                Body.of("districtId", helmstedt, "partnerId", partner, "position", 0)
                        .with(term, value));
    }

    private UUID districtIn(String zone) {
        return created("/api/v1/districts", Body.of("name", "Landkreis " + UUID.randomUUID(), "timeZone", zone));
    }

    private UUID interpreterOf(UUID district) {
        return created(
                "/api/v1/interpreters",
                Body.of(
                        "districtId",
                        district,
                        "name",
                        "Selam Tesfay",
                        "phoneNumber",
                        Numbers.mobile(),
                        "languages",
                        List.of(Map.of("tag", "ti", "level", "native")),
                        "status",
                        "applied"));
    }

    private void connected(UUID district, UUID interpreter, Instant when) {
        call(district, interpreter, when, "connected_at");
    }

    private void acceptedButNotConnected(UUID district, UUID interpreter) {
        call(district, interpreter, clock.instant(), "accepted_at");
    }

    /** A call that is over, and that reached this point at that time. */
    private void call(UUID district, UUID interpreter, Instant when, String point) {
        UUID id = UUID.randomUUID();
        database()
                .sql("""
                        insert into call (id, leg_sid, district_id, interpreter_id, state_name, state, dialled_at, %s,
                                          ended_at, outcome)
                        values (:id, :leg, :district, :interpreter, 'Ended', '{}', :dialled, :when, :when, 'failed')
                        """.formatted(point))
                .bind("id", id)
                .bind("leg", "CA" + id)
                .bind("district", district)
                .bind("interpreter", interpreter)
                .bind("dialled", when.minusSeconds(60))
                .bind("when", when)
                .then()
                .as(StepVerifier::create)
                .verifyComplete();
    }

    private Instant midnight(String zone) {
        return clock.instant()
                .atZone(ZoneId.of(zone))
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
    }

    private static Map<String, Object> everyDay(LocalTime from) {
        List<Map<String, String>> spans =
                List.of(Map.of("from", from.toString(), "to", from.plusHours(1).toString()));
        return Stream.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "publicHolidays")
                .collect(Collectors.toMap(Function.identity(), day -> spans));
    }
}
