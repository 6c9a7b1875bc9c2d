package de.dolmetscherhotline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.store.Calls;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.testsupport.DemonstrationIT;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** What the demonstration has behind it when it begins. */
class PastCallsIT extends DemonstrationIT {

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Calls calls;

    @Test
    void evaluationHasHalfAYearToShow() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> figure("calls") >= pastCalls().size() && figure("calls") > 500);
        assertThat(figure("sessions")).isBetween(0.7 * figure("calls"), 0.95 * figure("calls"));
        assertThat(figure("uncovered")).isPositive();
        assertThat(figure("abandoned")).isPositive();
        assertThat(figure("median_seconds")).isBetween(5.0, 60.0);
        assertThat(figure("stars")).isBetween(3.0, 5.0);
    }

    @Test
    void whoHadCallsGetsHours() {
        assertThat((List<?>) api("/api/v1/evaluation/hours" + period()).value("$"))
                .hasSizeGreaterThan(10);
    }

    @Test
    void aPastCallCanBeReadLikeAnyOther() {
        for (var id : pastCalls().subList(0, 20)) {
            assertThat(calls.state(new CallId(id)).block()).isInstanceOf(CallState.Ended.class);
        }
    }

    private List<UUID> pastCalls() {
        return database.sql("""
                        select c.id from call c join district d on d.id = c.district_id
                        where d.name = :name and c.leg_sid is null and c.origin = 'phone'""")
                .bind("name", People.DISTRICT)
                .mapValue(UUID.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private double figure(String word) {
        var values =
                (List<?>) api("/api/v1/evaluation" + period()).value("$.figures[?(@.figure == '" + word + "')].value");
        return values != null && values.getFirst() instanceof Number number ? number.doubleValue() : 0;
    }

    private String period() {
        var district = api("/api/v1/organisations?size=1").text("[0].districtId");
        var today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        return "?districtId=%s&from=%s&to=%s".formatted(district, today.minusDays(181), today.minusDays(1));
    }
}
