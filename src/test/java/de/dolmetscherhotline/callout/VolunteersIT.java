package de.dolmetscherhotline.callout;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is asked by text, and who is not. */
class VolunteersIT extends CallOutIT {

    @Test
    void noMoreAreAskedThanAgreedAndThoseTextedLongestAgoComeFirst() {
        var many = volunteers(21);
        ask(call());
        assertThat(told("callout.invite")).hasSize(20);
        var sparedSoFar = many.stream()
                .filter(who -> !told("callout.invite").contains(who))
                .toList();

        TestTelephony.CLOCK.pass(Duration.ofMinutes(20));
        var second = call();
        ask(second);

        assertThat(invited(second)).hasSize(20).containsAll(sparedSoFar);
    }

    @Test
    void whoGotATextJustNowIsSpared() {
        volunteers(2);
        ask(call());
        TestTelephony.CLOCK.pass(Duration.ofMinutes(14));
        var tooSoon = call();
        assertThat(ask(tooSoon)).isZero();

        TestTelephony.CLOCK.pass(Duration.ofMinutes(1));
        assertThat(ask(call())).isEqualTo(2);
    }

    @Test
    void whoStandsInByTheLadderIsAskedToo() {
        var farsi = volunteer("fa");
        volunteer("kmr");
        var call = call();
        ask(call);

        assertThat(invited(call)).containsExactly(farsi);
    }

    @Test
    void whoWasRungInThisCallAlreadyIsNotAsked() {
        var one = volunteers(1).getFirst();
        var call = call();
        sql("insert into offer (id, call_id, interpreter_id, wave, offered_at, closed_at, fate) values ('"
                + UUID.randomUUID() + "', '" + call + "', '" + one + "', 1, now(), now(), 'no_answer')");

        assertThat(ask(call)).isZero();
    }

    static Stream<Arguments> peopleWhoAreNotAsked() {
        return Stream.of(
                Arguments.of("does not allow it", "callout_opt_in = false"),
                Arguments.of("is on duty", "duty = 'on_duty'"),
                Arguments.of("is in another call", "reserved_for = gen_random_uuid()"),
                Arguments.of("is not active", "status = 'resting'"),
                Arguments.of("is a minor", "status = 'applied', date_of_birth = '2015-01-01'"),
                Arguments.of("has a number that fails", "number_failed_at = timestamptz '2126-01-01'"),
                Arguments.of(
                        "is of another district",
                        "district_id = (select id from district where id <> district_id limit 1)"));
    }

    @ParameterizedTest(name = "who {0}")
    @MethodSource("peopleWhoAreNotAsked")
    void isNotAsked(String who, String change) {
        district();
        var one = volunteers(1).getFirst();
        sql("update interpreter set " + change + " where id = '" + one + "'");

        assertThat(ask(call())).isZero();
    }

    static Stream<Arguments> peopleWhoMustNotBeAsked() {
        return Stream.of(
                Arguments.of("has not declared secrecy", "delete from obligation where interpreter_id = '%s'"),
                Arguments.of(
                        "has a declaration that has run out",
                        "update obligation set valid_until = '2026-02-01' where interpreter_id = '%s'"),
                Arguments.of(
                        "has a certificate that has run out",
                        "insert into obligation (interpreter_id, kind, issued_on, valid_until)"
                                + " values ('%s', 'criminal_record', '2020-01-01', '2025-01-01')"),
                Arguments.of(
                        "interprets one way only",
                        "update interpreter_language set direction = 'to_german' where interpreter_id = '%s'"));
    }

    @ParameterizedTest(name = "who {0}")
    @MethodSource("peopleWhoMustNotBeAsked")
    void isNotAskedEither(String who, String change) {
        var one = volunteers(1).getFirst();
        sql(change.formatted(one));

        assertThat(ask(call())).isZero();
    }

    @Test
    void whoIsNotToBePairedWithTheCallingOrganisationIsNotAsked() {
        var two = volunteers(2);
        var practice = created(
                "/api/v1/organisations", Body.of("districtId", district.value(), "name", "Praxis", "kind", "practice"));
        sql("insert into do_not_pair values ('" + two.getFirst() + "', '" + practice + "', 'Nachbarn')");
        var call = call();
        sql("update call set organisation_id = '" + practice + "' where id = '" + call + "'");

        ask(call);

        assertThat(invited(call)).containsExactly(two.getLast());
    }

    @Test
    void whoWantsNoTextsIsNotAsked() {
        var one = volunteers(1).getFirst();
        optOuts.add(district, numberOf(one)).block();

        assertThat(ask(call())).isZero();
    }

    @Test
    void whoTextedAusMayStillBeAskedByText() {
        var one = volunteers(1).getFirst();
        put("/api/v1/interpreters/" + one + "/availability", Body.of("available", false))
                .hasStatus(200);

        assertThat(ask(call())).isEqualTo(1);
    }

    @Test
    void whoIsAwayIsNotAsked() {
        var one = volunteers(1).getFirst();
        var today = LocalDate.ofInstant(TestTelephony.CLOCK.instant(), ZoneId.of("Europe/Berlin"))
                .toString();
        post("/api/v1/interpreters/" + one + "/absences", Body.of("firstDay", today, "lastDay", today))
                .hasStatus(201);

        assertThat(ask(call())).isZero();
    }

    @Test
    void whoHasHadTheCallsSheAgreedToIsNotAsked() {
        var one = volunteers(1).getFirst();
        sql("update interpreter set calls_per_day = 1 where id = '" + one + "'");
        sql("insert into offer (id, call_id, interpreter_id, wave, offered_at, decided_at, closed_at, fate) select '"
                + UUID.randomUUID() + "', '" + call() + "', '" + one + "', 1, at, at, at, 'accepted' from (select '"
                + TestTelephony.CLOCK.instant() + "'::timestamptz as at) a");

        assertThat(ask(call())).isZero();
    }

    @Test
    void inQuietHoursOnlyWhoOptedInToEmergenciesIsAskedAndOnlyInOne() {
        var two = volunteers(2);
        sql("update interpreter set quiet_from = time '00:00', quiet_to = time '23:59' where district_id = '" + district
                + "'");
        sql("update interpreter set emergency_opt_in = true where id = '" + two.getFirst() + "'");
        var ordinary = call();
        assertThat(ask(ordinary)).isZero();

        var emergency = call();
        ask(emergency, Need.of(DARI_OR_FARSI.getFirst()).inAnEmergency());
        assertThat(invited(emergency)).containsExactly(two.getFirst());
    }
}
