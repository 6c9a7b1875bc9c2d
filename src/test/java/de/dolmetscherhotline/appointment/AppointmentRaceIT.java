package de.dolmetscherhotline.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.appointment.AppointmentInvitations.Invitation;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.testsupport.TestTelephony;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** Many answer at the same time, over connections of their own. */
class AppointmentRaceIT extends AppointmentStoreIT {

    @Autowired
    private AppointmentAnswers answers;

    @Autowired
    private Appointments appointments;

    @Autowired
    private AppointmentInvitations invitations;

    @Autowired
    private Asking asking;

    private List<Invitation> invited(AppointmentId appointment, List<InterpreterId> people) {
        var row = wait(appointments.byId(appointment));
        return wait(Flux.fromIterable(people)
                .concatMap(who -> invitations.invite(row, who))
                .thenMany(invitations.to(appointment))
                .collectList());
    }

    private List<InterpreterId> people(int many) {
        return Stream.generate(() -> add(member())).limit(many).toList();
    }

    private static String key(AppointmentAnswer answer) {
        return answer instanceof AppointmentAnswer.Noted noted ? noted.words().key() : "not asked";
    }

    private List<String> allSayYes(List<Invitation> invited) {
        return wait(Flux.fromIterable(invited)
                .flatMap(one -> answers.yes(one.who(), one.code()), 8)
                .map(AppointmentRaceIT::key)
                .collectList());
    }

    private static void itIsTenInTheMorning() {
        var berlin = ZoneId.of("Europe/Berlin");
        var tomorrow =
                LocalDate.ofInstant(TestTelephony.CLOCK.instant(), berlin).plusDays(1);
        TestTelephony.CLOCK.moveTo(tomorrow.atTime(10, 0).atZone(berlin).toInstant());
    }

    @RepeatedTest(5)
    void exactlyOneHasIt() {
        var appointment = book(onSite());
        var invited = invited(appointment, people(8));

        assertThat(allSayYes(invited))
                .containsOnlyOnce("appointment.won.on-site")
                .containsOnly("appointment.won.on-site", "appointment.late");
    }

    @RepeatedTest(5)
    void onePersonHasOneOfTwoAtTheSameTime() {
        var amina = people(1);
        var both = Stream.of(book(onSite()), book(onSite().with("time", "14:30")))
                .flatMap(appointment -> invited(appointment, amina).stream())
                .toList();

        assertThat(allSayYes(both)).containsExactlyInAnyOrder("appointment.won.on-site", "appointment.unable");
    }

    @RepeatedTest(5)
    void sayingYesWhileOthersAreBeingAskedNeverStops() {
        itIsTenInTheMorning();
        var people = people(6);
        var appointment = book(onSite());
        var invited = invited(appointment, people.subList(0, 3));
        wait(appointments.claim(appointment, people.getFirst()));
        wait(appointments.release(appointment, people.getFirst()));

        var results = wait(Flux.merge(
                        asking.look(appointment, 2).map(Object::toString).defaultIfEmpty("settled"),
                        Flux.fromIterable(invited)
                                .flatMap(one -> answers.yes(one.who(), one.code()), 3)
                                .map(AppointmentRaceIT::key))
                .collectList());

        assertThat(results).hasSize(4).containsOnlyOnce("appointment.won.on-site");
    }

    @Test
    void theDatabaseItselfKeepsEverybodyFromBeingInTwoPlaces() {
        var amina = add(member());
        wait(appointments.claim(book(onSite()), amina));
        var other = book(onSite().with("time", "14:30"));

        StepVerifier.create(database()
                        .sql(
                                "update appointment set status = 'confirmed', interpreter_id = :who, confirmed_at = created_at"
                                        + " where id = :id")
                        .bind("who", amina.value())
                        .bind("id", other.value())
                        .then())
                .expectErrorSatisfies(refused -> assertThat(refused)
                        .isInstanceOf(DataIntegrityViolationException.class)
                        .hasMessageContaining("appointment_nobody_is_in_two_places"))
                .verify();
    }

    @Test
    void codesOfOnePersonDifferAndAreUsedAgainOnlyWhenAllHaveBeenUsed() {
        var amina = people(1);
        var who = amina.getFirst();
        var codes = Stream.generate(() -> book(onSite()))
                .limit(50)
                .map(appointment -> invited(appointment, amina).getFirst())
                .toList();

        assertThat(codes)
                .extracting(Invitation::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code >= 50 && code <= 99);
        var oneTooMany = book(onSite());
        assertThat(invited(oneTooMany, amina)).isEmpty();
        invitations.close(codes.get(17).appointment()).block();
        assertThat(invited(oneTooMany, amina).getFirst().code())
                .isEqualTo(codes.get(17).code());
        assertThat(Objects.requireNonNull(
                                invitations.withCode(who, codes.get(17).code()).block())
                        .appointment())
                .isEqualTo(oneTooMany);
    }
}
