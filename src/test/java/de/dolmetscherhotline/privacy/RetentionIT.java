package de.dolmetscherhotline.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Bodies;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What may name somebody is there until the last moment of its time, and gone after it; the figures stay. */
class RetentionIT extends HotlineIT {

    private static final Duration MOMENT = Duration.ofSeconds(1);

    @Autowired
    private List<Retention> kept;

    @Autowired
    private RetentionSettings settings;

    private UUID organisation = new UUID(0, 0);

    @BeforeEach
    void organisationInADistrictWithALine() {
        var district = district();
        created("/api/v1/lines", Bodies.line(district));
        organisation = created("/api/v1/organisations", Bodies.practice(district));
    }

    @Test
    void caseReferenceAndCommentOfARequest() {
        var request = request();
        run("update request set stars = 2, comment = 'Frau Beispiel war zu leise' where id = :id", request);
        var end = now().plus(settings.requests());

        erase(end.minus(MOMENT));
        look(request).has("caseReference", "2026-0815").has("feedback.comment", "Frau Beispiel war zu leise");

        erase(end);
        look(request).has("caseReference", null).has("feedback.comment", null).has("feedback.stars", 2);
    }

    @Test
    void addressNoteCaseReferenceAndReasonsOfAnAppointment() {
        var appointment = appointment();
        post("/api/v1/appointments/" + appointment + "/cancellation", Body.of("reason", "Frau Beispiel ist krank"))
                .hasStatus(200);
        var place = get("/api/v1/appointments/" + appointment);
        var end =
                Instant.parse(place.text("startsAt")).plus(Duration.ofHours(1)).plus(settings.appointments());

        erase(end.minus(MOMENT));
        assertThat(get("/api/v1/appointments/" + appointment).body())
                .contains("Südertor 6", "Zimmer 12", "2026/0815", "Frau Beispiel ist krank");

        erase(end);
        get("/api/v1/appointments/" + appointment)
                .hasStatus(200)
                .has("municipality", "Helmstedt")
                .has("address", null)
                .has("contactNote", null)
                .has("caseReference", null)
                .has("status", "cancelled");
        assertThat(get("/api/v1/appointments/" + appointment).body()).doesNotContain("Beispiel");
        Answer.to(api().get().uri("/api/v1/appointments/" + appointment + ".ics"))
                .hasStatus(200);
    }

    @Test
    void nothingIsWrittenAboutAnAppointmentThatWasErased() {
        var appointment = appointment();
        run("""
                update appointment set status = 'held', created_at = created_at - interval '20 days',
                       starts_at = starts_at - interval '20 days', ends_at = ends_at - interval '20 days'
                where id = :id""", appointment);
        erase(now().plus(settings.appointments()));

        post(
                        "/api/v1/appointments/" + appointment + "/no-show",
                        Body.of("absent", "person", "reason", "Frau Beispiel kam nicht"))
                .isProblem(409);
    }

    @Test
    void whoIsToldByMailOfAnAppointmentOnceThatIsOverEvenIfNoMailIsSent() {
        var appointment = appointment();
        erase(now().plus(Duration.ofDays(2)));
        assertThat(told(appointment)).isEqualTo(1);

        post("/api/v1/appointments/" + appointment + "/cancellation", Body.of()).hasStatus(200);
        erase(now().plus(Duration.ofDays(1)).minus(MOMENT));
        assertThat(told(appointment)).isEqualTo(1);

        erase(now().plus(Duration.ofDays(1)));
        assertThat(told(appointment)).isZero();
    }

    private long told(UUID appointment) {
        return one("select count(*) from appointment_letter where appointment_id = :id", appointment, Long.class);
    }

    @Test
    void whoWasRungIntoAConversation() {
        var call = one("select call_id from request where id = :id", request(), UUID.class);
        run("""
                insert into guest (id, call_id, state, dial, leg_sid, invited_at, over_at)
                select gen_random_uuid(), :id, 'left', 'placed', 'CA' || gen_random_uuid(), '%1$s', '%1$s'""".formatted(now()), call);
        var end = now().plus(settings.guests());

        erase(end.minus(MOMENT));
        assertThat(guests(call)).isEqualTo(1);

        erase(end);
        assertThat(guests(call)).isZero();
    }

    private long guests(UUID call) {
        return one("select count(*) from guest where call_id = :id", call, Long.class);
    }

    private UUID request() {
        return created(
                "/api/v1/requests",
                Body.of("organisationId", organisation, "language", "ar", "caseReference", "2026-0815"));
    }

    private Answer look(UUID request) {
        return get("/api/v1/requests/" + request).hasStatus(200);
    }

    private UUID appointment() {
        var day = LocalDate.ofInstant(now(), ZoneId.of("Europe/Berlin")).plusDays(10);
        String id = post(
                        "/api/v1/appointments",
                        Body.of(
                                "organisationId", organisation,
                                "kind", "on_site",
                                "date", day.toString(),
                                "time", "14:00",
                                "minutes", 60,
                                "municipality", "Helmstedt",
                                "address", "Südertor 6",
                                "language", "ar",
                                "caseReference", "2026/0815",
                                "contactNote", "Zimmer 12"))
                .hasStatus(201)
                .text("id");
        return UUID.fromString(id);
    }

    private void erase(Instant now) {
        kept.forEach(one -> one.eraseOld(now).block());
    }

    private void run(String statement, UUID id) {
        database().sql(statement).bind("id", id).then().block();
    }

    private <T> T one(String query, UUID id, Class<T> type) {
        return Objects.requireNonNull(
                database().sql(query).bind("id", id).mapValue(type).one().block());
    }

    private static Instant now() {
        return TestTelephony.CLOCK.instant();
    }
}
