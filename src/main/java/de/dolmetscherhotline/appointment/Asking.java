package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Districts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks suitable interpreters by text, a few at a time, until somebody says yes: when the time of the next wave has come, so
 * many; in between, one for each who said no. Not at night, and nobody shortly before the start.
 */
@Component
class Asking {

    /** An invitation that had to wait for others longer than that is not sent. */
    private static final Duration WORTH_SENDING = Duration.ofHours(4);

    private final Appointments appointments;
    private final AppointmentInvitations invitations;
    private final Suitable suitable;
    private final AppointmentWords words;
    private final AppointmentHistory history;
    private final Districts districts;
    private final Pace pace;
    private final AppointmentSettings settings;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Asking(
            Appointments appointments,
            AppointmentInvitations invitations,
            Suitable suitable,
            AppointmentWords words,
            AppointmentHistory history,
            Districts districts,
            Pace pace,
            AppointmentSettings settings,
            TransactionalOperator transaction,
            Clock clock) {
        this.appointments = appointments;
        this.invitations = invitations;
        this.suitable = suitable;
        this.words = words;
        this.history = history;
        this.districts = districts;
        this.pace = pace;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Asks whoever is to be asked now. Does what is missing and nothing twice, however often and late it is called.
     *
     * @return when it should be called again; empty if never
     */
    Mono<Instant> look(AppointmentId id, int round) {
        return appointments
                .lock(id)
                .filter(appointment -> appointment.status().isSought() && appointment.round() == round)
                .flatMap(this::look)
                .as(transaction::transactional);
    }

    private Mono<Instant> look(Appointment appointment) {
        return clock.instant().isAfter(lastWave(appointment))
                ? nobodyLeft(appointment).then(Mono.empty())
                : districts.byId(appointment.district()).flatMap(district -> byDay(appointment, district));
    }

    private Instant lastWave(Appointment appointment) {
        return pace.lastWave(appointment.wanted().start());
    }

    private Mono<Instant> byDay(Appointment appointment, District district) {
        var now = clock.instant();
        var day = pace.daytime(now, district.timeZone());
        if (day.isAfter(lastWave(appointment))) {
            return untilItIsTooLate(appointment);
        }
        return day.isAfter(now) ? Mono.just(day) : ask(appointment, isDue(appointment));
    }

    /** The morning would be too late to ask: that nobody is left is said now, or once nobody can answer any more. */
    private Mono<Instant> untilItIsTooLate(Appointment appointment) {
        return invitations
                .anybodyMayAnswer(appointment)
                .flatMap(waiting -> waiting
                        ? Mono.just(lastWave(appointment).plusSeconds(1))
                        : nobodyLeft(appointment).then(Mono.empty()));
    }

    private boolean isDue(Appointment appointment) {
        return !appointment.nextWaveAt().isAfter(clock.instant());
    }

    private Mono<Instant> ask(Appointment appointment, boolean due) {
        return invitations
                .makeUpForRefusals(appointment)
                .map(refusals -> refusals + (due ? settings.wave() : 0))
                .flatMap(places -> places == 0 ? Mono.just(appointment.nextWaveAt()) : ask(appointment, due, places));
    }

    private Mono<Instant> ask(Appointment appointment, boolean due, long places) {
        return choose(appointment, places)
                .flatMap(chosen -> invitations
                        .lockCodes(appointment.district())
                        .thenMany(Flux.fromIterable(chosen))
                        .concatMap(one -> invite(appointment, one.id()))
                        .count())
                .flatMap(asked -> asked == 0 ? nobody(appointment, due) : some(appointment, due));
    }

    private Mono<List<Askable>> choose(Appointment appointment, long places) {
        return suitable.toAsk(appointment)
                .flatMap(inOrder -> invitations
                        .anybodyWasAsked(appointment)
                        .map(asked -> AskingOrder.next(appointment.wanted(), inOrder, !asked, places)));
    }

    private Mono<InterpreterId> invite(Appointment appointment, InterpreterId who) {
        return invitations
                .invite(appointment, who)
                .flatMap(code -> words.invitation(appointment, who, code))
                .flatMap(invitation -> words.send(who, worth(appointment), invitation)
                        .then(history.note(appointment, AppointmentEvent.ASKED, By.SYSTEM.about(who)))
                        .thenReturn(who));
    }

    private Duration worth(Appointment appointment) {
        var left = Duration.between(clock.instant(), appointment.wanted().start());
        return left.compareTo(WORTH_SENDING) < 0 ? left : WORTH_SENDING;
    }

    private Mono<Instant> some(Appointment appointment, boolean due) {
        var next = due ? pace.nextWave(clock.instant(), appointment.wanted().start()) : appointment.nextWaveAt();
        return appointments.asked(appointment.id(), next).thenReturn(next);
    }

    /** While somebody may still answer, it is the next wave's turn to find that nobody is left. */
    private Mono<Instant> nobody(Appointment appointment, boolean due) {
        return invitations
                .anybodyMayAnswer(appointment)
                .flatMap(waiting -> waiting && !due ? Mono.just(appointment.nextWaveAt()) : nobodyNow(appointment));
    }

    /** Who does not want to be disturbed now is asked later: then it is not true that everybody was. */
    private Mono<Instant> nobodyNow(Appointment appointment) {
        var next = pace.nextLook(clock.instant(), appointment.wanted().start());
        return appointments
                .lookAgain(appointment.id(), next)
                .then(suitable.anybodyLater(appointment))
                .flatMap(later -> later ? Mono.empty() : nobodyLeft(appointment))
                .thenReturn(next);
    }

    /** Unless that was said before. */
    private Mono<Void> nobodyLeft(Appointment appointment) {
        return appointments
                .open(appointment.id())
                .flatMap(open -> history.note(open, AppointmentEvent.NOBODY_LEFT, By.SYSTEM));
    }
}
