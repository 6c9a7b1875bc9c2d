package de.dolmetscherhotline.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.Numbers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may be asked for an appointment. */
class SuitableIT extends AppointmentStoreIT {

    @Autowired
    private Suitable suitable;

    @Autowired
    private Appointments appointments;

    private List<InterpreterId> toAsk(Body wanted) {
        return toAsk(book(wanted));
    }

    private List<InterpreterId> toAsk(AppointmentId appointment) {
        return wait(suitable.toAsk(wait(appointments.byId(appointment)))).stream()
                .map(Askable::id)
                .toList();
    }

    @Test
    void whoSpeaksTheLanguageMayBeAskedWhetherOnDutyOrNot() {
        var offDuty = add(member());
        var saidOff = add(member());
        put("/api/v1/interpreters/" + saidOff + "/availability", Body.of("available", false, "until", null))
                .hasStatus(200);

        assertThat(toAsk(onSite())).containsExactlyInAnyOrder(offDuty, saidOff);
    }

    static Stream<Arguments> unsuitable() {
        return Stream.of(
                Arguments.of("speaks another language", "languages", List.of(Map.of("tag", "uk", "level", "native"))),
                Arguments.of("speaks it too little", "languages", List.of(Map.of("tag", "ar", "level", "a2"))),
                Arguments.of("rests", "status", "resting"),
                Arguments.of("is of another gender", "gender", "male"),
                Arguments.of("has stated no gender", "gender", null),
                Arguments.of("is not qualified", "subjects", List.of("school")),
                Arguments.of("has another role", "roles", List.of("asylbegleiter")));
    }

    @ParameterizedTest(name = "who {0} is not asked")
    @MethodSource("unsuitable")
    void whoDoesNotFitIsNotAsked(String why, String field, @Nullable Object value) {
        add(member().with(field, value));
        var fits = add(member());

        assertThat(toAsk(onSite().with("gender", "female")
                        .with("genderRequired", true)
                        .with("subject", "medical")
                        .with("role", "volunteer")))
                .as(why)
                .containsExactly(fits);
    }

    @Test
    void aWishOnlyDecidesWhoComesFirst() {
        var male = add(member().with("gender", "male"));
        var female = add(member());

        assertThat(toAsk(onSite().with("gender", "female"))).containsExactly(female, male);
    }

    @Test
    void proofsMustHoldOnThatDay() {
        add(member().without("secrecyDeclaredOn"));
        var runsOut = add(member());
        var holds = add(member());
        sql("update obligation set valid_until = '" + day().minusDays(1) + "' where interpreter_id = '" + runsOut
                + "'");
        sql("update obligation set valid_until = '" + day() + "' where interpreter_id = '" + holds + "'");

        assertThat(toAsk(onSite())).containsExactly(holds);
    }

    @Test
    void whoIsAwayOnThatDayIsNotAsked() {
        var away = add(member());
        post(
                        "/api/v1/interpreters/" + away + "/absences",
                        Body.of("firstDay", day().toString(), "lastDay", day().toString()))
                .hasStatus(201);
        var backAgain = add(member());
        post(
                        "/api/v1/interpreters/" + backAgain + "/absences",
                        Body.of(
                                "firstDay",
                                day().minusDays(3).toString(),
                                "lastDay",
                                day().minusDays(1).toString()))
                .hasStatus(201);
        var offUntilLater = add(member());
        put(
                        "/api/v1/interpreters/" + offUntilLater + "/availability",
                        Body.of("available", false, "until", day().plusDays(2) + "T08:00:00Z"))
                .hasStatus(200);

        assertThat(toAsk(onSite())).containsExactly(backAgain);
        assertThat(toAsk(onSite().with("time", "23:30")
                        .with("date", day().minusDays(1).toString())))
                .as("across midnight")
                .isEmpty();
    }

    @Test
    void whoIsKeptApartFromTheOrganisationIsNotAsked() {
        add(member().with("doNotPair", List.of(Map.of("organisationId", practice(), "reason", "Nachbarn"))));
        var other = add(member());

        assertThat(toAsk(onSite())).containsExactly(other);
    }

    @Test
    void whoHasAnotherAtThatTimeIsNotAsked() {
        var amina = add(member());
        var other = book(onSite().with("time", "13:30"));
        assertThat(toAsk(onSite())).containsExactly(amina);
        wait(appointments.claim(other, amina));

        assertThat(toAsk(onSite())).isEmpty();
        assertThat(toAsk(onSite().with("time", "14:30"))).containsExactly(amina);
        assertThat(toAsk(onSite().with("time", "12:30"))).containsExactly(amina);
    }

    @Test
    void inHerQuietHoursNobodyIsAskedYetMayHaveAnAppointment() {
        var amina = add(member());
        sql("update interpreter set quiet_from = '00:00', quiet_to = '23:59' where id = '" + amina + "'");

        assertThat(toAsk(onSite())).isEmpty();
        sql("update interpreter set quiet_from = '13:00', quiet_to = '13:01' where id = '" + amina + "'");
        assertThat(toAsk(onSite().with("time", "13:00"))).containsExactly(amina);
    }

    @Test
    void whoInterpretedTheCaseBeforeComesFirstIfThatIsWanted() {
        var anybody = add(member());
        var knowsTheCase = add(member().with("municipality", "Lehre"));
        var knowsThePractice = add(member().with("municipality", "Lehre"));
        var before = book(onSite().with("time", "08:00").with("caseReference", "4711"));
        wait(appointments.claim(before, knowsTheCase));
        wait(appointments.claim(book(onSite().with("time", "10:00")), knowsThePractice));

        var next = onSite().with("caseReference", "4711");
        assertThat(toAsk(next.with("sameInterpreter", true))).containsExactly(knowsTheCase, knowsThePractice, anybody);
        assertThat(toAsk(next)).startsWith(anybody);
        assertThat(toAsk(next.with("sameInterpreter", true).with("organisationId", practice(Numbers.landline()))))
                .startsWith(anybody);
    }

    @Test
    void peopleOfAnotherDistrictAreNotAsked() {
        add(member().with("districtId", district()));

        assertThat(toAsk(onSite())).isEmpty();
    }
}
