package de.dolmetscherhotline.call.admission;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.line.Lines;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The caps of a day, on the day on which clocks go forward in Berlin. */
class DailyCapsIT extends HotlineIT {

    private static final Instant MIDNIGHT = Instant.parse("2026-03-28T23:00:00Z");
    private static final Instant NEXT_MIDNIGHT = Instant.parse("2026-03-29T22:00:00Z");
    private static final Instant AT_NOON = Instant.parse("2026-03-29T10:00:00Z");

    @Autowired
    private Lines lines;

    @Autowired
    private Districts districts;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private LineId line = LineId.random();
    private OrganisationId practice = OrganisationId.random();

    @BeforeEach
    void aLineAndAPractice() {
        var district = district();
        line = new LineId(created(
                "/api/v1/lines",
                Body.of("districtId", district, "number", Numbers.landline(), "languages", List.of("ar"))));
        practice = new OrganisationId(created(
                "/api/v1/organisations",
                Body.of("districtId", district, "name", "Praxis", "kind", "practice", "phoneNumbers", List.of())));
    }

    @AfterEach
    void forgetTheCalls() {
        database()
                .sql("delete from call where line_id = :line")
                .bind("line", line.value())
                .then()
                .block();
    }

    @Test
    void nothingIsReachedOnAQuietDay() {
        call(AT_NOON, 1);

        assertThat(reached(AT_NOON, practice)).isEqualTo(Cap.NONE);
        assertThat(reached(AT_NOON, null)).isEqualTo(Cap.NONE);
        assertThat(registry.find("hotline.caps.reached").counter()).isNull();
    }

    @Test
    void callsOfAnOrganisationAreCapped() {
        call(AT_NOON, 0);
        call(AT_NOON, 0);
        assertThat(reached(AT_NOON, practice)).isEqualTo(Cap.NONE);

        call(AT_NOON, 0);

        assertThat(reached(AT_NOON, practice)).isEqualTo(Cap.ORGANISATION);
        assertThat(reached(AT_NOON, OrganisationId.random())).isEqualTo(Cap.NONE);
        assertThat(reached(AT_NOON, null)).isEqualTo(Cap.NONE);
        assertThat(registry.get("hotline.caps.reached")
                        .tag("cap", "organisation")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void dialsOfALineAreCapped() {
        call(AT_NOON, 3);
        assertThat(reached(AT_NOON, null)).isEqualTo(Cap.NONE);

        call(AT_NOON, 2);

        assertThat(reached(AT_NOON, null)).isEqualTo(Cap.LINE);
        assertThat(reached(AT_NOON, practice)).isEqualTo(Cap.LINE);
        assertThat(registry.get("hotline.caps.reached")
                        .tag("cap", "line")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void theDayBeginsAndEndsAtMidnightInTheDistrict() {
        call(MIDNIGHT.minusSeconds(1), 3);
        call(MIDNIGHT, 2);
        call(NEXT_MIDNIGHT.minusSeconds(1), 0);
        assertThat(reached(NEXT_MIDNIGHT.minusSeconds(1), practice)).isEqualTo(Cap.NONE);

        call(NEXT_MIDNIGHT.minusSeconds(1), 3);
        assertThat(reached(NEXT_MIDNIGHT.minusSeconds(1), practice)).isEqualTo(Cap.ORGANISATION);
        assertThat(reached(NEXT_MIDNIGHT.minusSeconds(1), null)).isEqualTo(Cap.LINE);
        assertThat(reached(NEXT_MIDNIGHT, practice)).isEqualTo(Cap.NONE);
    }

    @Test
    void lineThatIsGoneHasNoCap() {
        assertThat(new DailyCaps(database(), lines, districts, limits(), registry, at(AT_NOON))
                        .reached(LineId.random(), practice)
                        .block())
                .isEqualTo(Cap.NONE);
    }

    private @Nullable Cap reached(Instant now, @Nullable OrganisationId organisation) {
        return new DailyCaps(database(), lines, districts, limits(), registry, at(now))
                .reached(line, organisation)
                .block();
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static LimitSettings limits() {
        return new LimitSettings(3, 5, 1, 1, 1);
    }

    /** A call of the practice that is over. */
    private void call(Instant time, int dials) {
        var id = UUID.randomUUID();
        database()
                .sql("""
                        insert into call (id, leg_sid, line_id, organisation_id, state_name, state, dialled_at, ended_at, outcome)
                        values (:id, 'CA' || :id, :line, :organisation, 'Ended', '{}', :time, :time, 'failed')""")
                .bind("id", id)
                .bind("line", line.value())
                .bind("organisation", practice.value())
                .bind("time", time)
                .then()
                .block();
        for (int dial = 0; dial < dials; dial++) {
            dial(id, time);
        }
    }

    private void dial(UUID call, Instant time) {
        database().sql("""
                        insert into offer (id, call_id, wave, dial, offered_at, dialled_at, decided_at, closed_at, fate)
                        values (gen_random_uuid(), :call, 1, 'placed', :time, :time, :time, :time, 'no_answer')""").bind("call", call).bind("time", time).then().block();
    }
}
