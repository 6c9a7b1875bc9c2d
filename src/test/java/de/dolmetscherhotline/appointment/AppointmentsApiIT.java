package de.dolmetscherhotline.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.Numbers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What coordinators do with appointments over the REST API. */
class AppointmentsApiIT extends AppointmentsOverRestIT {

    @Autowired
    private ObservedAppointments observed;

    private Answer look(AppointmentId id) {
        return get(APPOINTMENTS + "/" + id);
    }

    @Test
    void whatWasAskedForIsShown() {
        var id = book(onSite().with("subject", "medical")
                .with("gender", "female")
                .with("genderRequired", true)
                .with("role", "sworn")
                .with("sameInterpreter", true)
                .with("caseReference", "2026/0815")
                .with("contactNote", "Zimmer 12"));

        look(id).hasStatus(200)
                .has("kind", "on_site")
                .has(
                        "startsAt",
                        day().atTime(14, 0).atZone(Samples.BERLIN).toInstant().toString())
                .has("minutes", 60)
                .has("municipality", "Helmstedt")
                .has("address", "Südertor 6")
                .has("phoneNumber", null)
                .has("language", "ar")
                .has("subject", "medical")
                .has("gender", "female")
                .has("genderRequired", true)
                .has("role", "sworn")
                .has("sameInterpreter", true)
                .has("caseReference", "2026/0815")
                .has("contactNote", "Zimmer 12")
                .has("status", "asking")
                .has("interpreter", null)
                .has("history[0].event", "booked")
                .has("history[0].actor", "coordinator")
                .has("invitations.length()", 0);
        look(new AppointmentId(UUID.randomUUID())).isProblem(404);
    }

    @Test
    void byTelephoneTheFirstNumberIsCalledUnlessAnotherIsNamed() {
        var phone = onSite().with("kind", "phone").without("municipality").without("address");

        look(book(phone)).has("phoneNumber", number()).has("address", null);
        look(book(phone.with("phoneNumber", number()))).has("phoneNumber", number());
        post(APPOINTMENTS, phone.with("phoneNumber", Numbers.landline())).rejects("phoneNumber");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("organisationId", null),
                Arguments.of("organisationId", UUID.randomUUID().toString()),
                Arguments.of("organisationId", "x"),
                Arguments.of("kind", null),
                Arguments.of("kind", "video"),
                Arguments.of("date", null),
                Arguments.of("date", "3.12.2026"),
                Arguments.of("date", "2020-01-01"),
                Arguments.of("date", "2999-01-01"),
                Arguments.of("time", null),
                Arguments.of("time", "25:00"),
                Arguments.of("time", "14:00:01"),
                Arguments.of("minutes", null),
                Arguments.of("minutes", 14),
                Arguments.of("minutes", 721),
                Arguments.of("minutes", "lang"),
                Arguments.of("municipality", null),
                Arguments.of("municipality", "x".repeat(101)),
                Arguments.of("address", " "),
                Arguments.of("address", "a\nb"),
                Arguments.of("phoneNumber", "+493023125201"),
                Arguments.of("phoneNumber", "x"),
                Arguments.of("language", null),
                Arguments.of("language", "tlh"),
                Arguments.of("subject", "cooking"),
                Arguments.of("gender", "x"),
                Arguments.of("genderRequired", true),
                Arguments.of("role", "x"),
                Arguments.of("caseReference", "Frau Haddad"),
                Arguments.of("contactNote", "x".repeat(161)),
                Arguments.of("repeatWeekly", 0),
                Arguments.of("repeatWeekly", 27),
                Arguments.of("colour", "red"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wrong")
    void everyWrongFieldIsNamed(String field, @Nullable Object value) {
        post(APPOINTMENTS, onSite().with(field, value)).rejects(field);
    }

    @Test
    void allWrongFieldsAreNamedAtOnce() {
        post(
                        APPOINTMENTS,
                        onSite().with("date", "2020-01-01").with("address", "").with("caseReference", "Amina"))
                .rejects("date", "address", "caseReference");
    }

    @Test
    void blockedOrganisationsGetNone() {
        sql("update organisation set blocked = true where id = '" + practice() + "'");

        post(APPOINTMENTS, onSite()).rejects("organisationId");
    }

    @Test
    void repeatedAppointmentsAreASeries() {
        var answer = post(APPOINTMENTS, onSite().with("repeatWeekly", 4))
                .hasStatus(201)
                .has("ids.length()", 4);
        var first = look(new AppointmentId(UUID.fromString(answer.text("id"))));

        get(APPOINTMENTS + "?seriesId=" + first.text("seriesId"))
                .hasHeader("X-Total-Count", "4")
                .has(
                        "[0].startsAt",
                        day().plusWeeks(3)
                                .atTime(14, 0)
                                .atZone(Samples.BERLIN)
                                .toInstant()
                                .toString())
                .has("[3].id", answer.text("id"))
                .has("[0].sameInterpreter", true)
                .has("[0].history", null);
    }

    @Test
    void listIsFilteredAndPaged() {
        var mine = "?organisationId=" + practice();
        var early = book(onSite().with("time", "08:00"));
        var late = book(onSite().with("time", "16:00").with("language", "uk"));
        var other = book(onSite().with("organisationId", practice(Numbers.landline())));
        var amina = taken(early);

        get(APPOINTMENTS + mine)
                .hasHeader("X-Total-Count", "2")
                .has("[*].id", List.of(late.toString(), early.toString()));
        get(APPOINTMENTS + mine + "&size=1&page=1")
                .hasHeader("X-Total-Count", "2")
                .has("[*].id", List.of(early.toString()));
        get(APPOINTMENTS + "?districtId=" + itsDistrict()).hasHeader("X-Total-Count", "3");
        get(APPOINTMENTS + "?organisationId=" + UUID.randomUUID()).has("length()", 0);
        get(APPOINTMENTS + mine + "&language=uk").has("[*].id", List.of(late.toString()));
        get(APPOINTMENTS + mine + "&status=confirmed").has("[*].id", List.of(early.toString()));
        get(APPOINTMENTS + mine + "&status=confirmed&status=asking").has("length()", 2);
        get(APPOINTMENTS + "?interpreterId=" + amina).has("[*].id", List.of(early.toString()));
        get(APPOINTMENTS + mine + "&from=" + day() + "T12:00:00Z").has("[*].id", List.of(late.toString()));
        get(APPOINTMENTS + mine + "&to=" + day() + "T12:00:00Z").has("[*].id", List.of(early.toString()));
        get(APPOINTMENTS + mine + "&unmet=true").has("length()", 0);
        get(APPOINTMENTS + mine + "&unmet=true&status=open").rejects("unmet");
        get(APPOINTMENTS + "?status=x").rejects("status");
        get(APPOINTMENTS + "?language=tlh").rejects("language");
        look(other).hasStatus(200);
    }

    @Test
    void coordinatorSeesWhoInterprets() {
        var id = book(onSite());
        var amina = taken(id);

        look(id).has("status", "confirmed")
                .has("interpreter.id", amina.toString())
                .has("interpreter.name", "Amina Haddad")
                .has("interpreter.gender", "female")
                .has("invitations[0].interpreterId", amina.toString());
    }

    @Test
    void whatIsWrongWithAChangeIsNamed() {
        var id = book(onSite());

        post(APPOINTMENTS + "/" + id + "/cancellation", body("reason", " ")).rejects("reason");
        post(APPOINTMENTS + "/" + id + "/cancellation", body("reason", "x".repeat(301)))
                .rejects("reason");
        post(APPOINTMENTS + "/" + id + "/no-show", body("absent", null)).rejects("absent");
        post(APPOINTMENTS + "/" + id + "/no-show", body("absent", "doctor")).rejects("absent");
        post(APPOINTMENTS + "/" + UUID.randomUUID() + "/cancellation", body("reason", null))
                .isProblem(404);
        post(APPOINTMENTS + "/" + UUID.randomUUID() + "/substitution", body("reason", null))
                .isProblem(404);
        post(APPOINTMENTS + "/" + UUID.randomUUID() + "/no-show", body("absent", "person"))
                .isProblem(404);
        post(APPOINTMENTS + "/" + id + "/substitution", body("reason", null)).isProblem(409);
        post(APPOINTMENTS + "/" + id + "/no-show", body("absent", "person")).isProblem(409);
    }

    @Test
    void observersAreToldOfEachChangeWithWhatHoldsThen() {
        var id = book(onSite());
        post(APPOINTMENTS + "/" + id + "/cancellation", body("reason", null)).hasStatus(200);
        post(APPOINTMENTS + "/" + id + "/cancellation", body("reason", null)).isProblem(409);

        assertThat(observed.of(id))
                .extracting(AppointmentChange::event)
                .containsExactly(AppointmentEvent.BOOKED, AppointmentEvent.CANCELLED);
        assertThat(observed.of(id).getLast()).satisfies(change -> {
            assertThat(change.status()).isEqualTo(AppointmentStatus.CANCELLED);
            assertThat(change.actor()).isEqualTo(Actor.COORDINATOR);
            assertThat(change.organisation().value()).isEqualTo(practice());
        });
    }

    private static Body body(String field, @Nullable Object value) {
        return Body.of(field, value);
    }

    @Test
    void whoHasAnAppointmentCannotBeRemovedFromThePoolBeforeSheIsReplaced() {
        var id = book(onSite());
        var amina = taken(id);
        delete("/api/v1/interpreters/" + amina).isProblem(409);

        post(APPOINTMENTS + "/" + id + "/cancellation", body("reason", null)).hasStatus(200);
        delete("/api/v1/interpreters/" + amina).hasStatus(204);
        look(id).has("status", "cancelled").has("interpreter", null);
        delete("/api/v1/organisations/" + practice()).isProblem(409);
    }

    @Test
    void aRequestThatIsSentAgainWithItsIdempotencyKeyMakesOneAppointment() {
        var first = withKey("4711", onSite()).hasStatus(201);

        withKey("4711", onSite())
                .hasStatus(201)
                .has("id", first.text("id"))
                .hasHeader("Location", APPOINTMENTS + "/" + first.text("id"));
        get(APPOINTMENTS + "?organisationId=" + practice()).hasHeader("X-Total-Count", "1");
        withKey("4711", onSite().with("time", "15:00")).isProblem(422);
        withKey("4712", onSite()).hasStatus(201);
        get(APPOINTMENTS + "?organisationId=" + practice()).hasHeader("X-Total-Count", "2");
    }

    @Test
    void whatWasRefusedMayBeSentAgainWithTheSameIdempotencyKey() {
        withKey("4713", onSite().with("minutes", 5)).isProblem(400);

        withKey("4713", onSite()).hasStatus(201);
    }

    private Answer withKey(String key, Body wanted) {
        return Answer.to(api().post()
                .uri(APPOINTMENTS)
                .header("Idempotency-Key", "\"" + practice() + "-" + key + "\"")
                .bodyValue(wanted.fields()));
    }

    @Test
    void withoutAKeyNothingIsOpen() {
        var id = book(onSite());

        Answer.to(anonymous().get().uri(APPOINTMENTS)).isProblem(401);
        Answer.to(anonymous().get().uri(APPOINTMENTS + "/" + id + ".ics")).isProblem(401);
    }

    @Test
    void oneIsACalendarFile() {
        var id = book(onSite().with("caseReference", "4711").with("contactNote", "Frau Geheim"));

        var file = get(APPOINTMENTS + "/" + id + ".ics").hasStatus(200);
        assertThat(file.headers().getFirst("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(file.body())
                .contains("BEGIN:VEVENT", "UID:" + id, "LOCATION:Südertor 6")
                .doesNotContain("4711", "Geheim", number());
        get(APPOINTMENTS + "/" + UUID.randomUUID() + ".ics").isProblem(404);
    }
}
