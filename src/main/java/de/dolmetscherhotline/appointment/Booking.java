package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.appointment.Appointment.Series;
import de.dolmetscherhotline.appointment.AppointmentInvitations.Answer;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.organisation.Organisations;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What organisations and coordinators do with appointments. Each is one transaction, or part of the current one; wake the worker
 * ({@code WorkQueue.nudge}) when it is committed.
 */
@Component
public class Booking {

    /** As many appointments may a series have. */
    public static final int MOST_REPEATS = RequestCheck.MOST_REPEATS;

    private static final Duration WORTH_SENDING = Duration.ofHours(12);

    private final Appointments appointments;
    private final AppointmentInvitations invitations;
    private final Organisations organisations;
    private final Districts districts;
    private final AppointmentWords words;
    private final AppointmentHistory history;
    private final Pace pace;
    private final AskingWork asking;
    private final MomentWork moments;
    private final SettledWork settled;
    private final AppointmentSettings settings;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Booking(
            Appointments appointments,
            AppointmentInvitations invitations,
            Organisations organisations,
            Districts districts,
            AppointmentWords words,
            AppointmentHistory history,
            Pace pace,
            AskingWork asking,
            MomentWork moments,
            SettledWork settled,
            AppointmentSettings settings,
            TransactionalOperator transaction,
            Clock clock) {
        this.appointments = appointments;
        this.invitations = invitations;
        this.organisations = organisations;
        this.districts = districts;
        this.words = words;
        this.history = history;
        this.pace = pace;
        this.asking = asking;
        this.moments = moments;
        this.settled = settled;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Asks for an appointment, or for one every week; empty if there is no such organisation. */
    public Mono<Booked> book(OrganisationId organisation, AppointmentRequest request, By by) {
        return book(AppointmentId.random(), organisation, request, by);
    }

    /**
     * The same outside a transaction: asked for twice with the same id, even at the same time, it is one.
     *
     * @param id chosen by whoever asks, for the first appointment
     */
    public Mono<Booked> bookOnce(AppointmentId id, OrganisationId organisation, AppointmentRequest request, By by) {
        return bookOnce(id, organisation, request, by, Mono.empty());
    }

    /**
     * The same together with something else.
     *
     * @param along done in the transaction in which it is booked, and not otherwise
     */
    public Mono<Booked> bookOnce(
            AppointmentId id, OrganisationId organisation, AppointmentRequest request, By by, Mono<Void> along) {
        return known(id, organisation)
                .switchIfEmpty(Mono.defer(() -> book(id, organisation, request, by)
                        .delayUntil(booked -> booked instanceof Booked.Done ? along : Mono.empty())
                        .as(transaction::transactional)))
                .onErrorResume(
                        DuplicateKeyException.class,
                        twice -> known(id, organisation).switchIfEmpty(Mono.error(() -> twice)));
    }

    private Mono<Booked> known(AppointmentId id, OrganisationId organisation) {
        return appointments
                .bookedWith(id, organisation)
                .collectList()
                .filter(booked -> !booked.isEmpty())
                .map(Booked.Done::new);
    }

    private Mono<Booked> book(AppointmentId id, OrganisationId organisation, AppointmentRequest request, By by) {
        return organisations
                .byId(organisation)
                .flatMap(known ->
                        districts.byId(known.districtId()).flatMap(district -> book(id, known, district, request, by)))
                .as(transaction::transactional);
    }

    private Mono<Booked> book(
            AppointmentId id, Organisation organisation, District district, AppointmentRequest request, By by) {
        return switch (RequestCheck.of(request, organisation, district.timeZone(), clock.instant(), settings)) {
            case RequestCheck.Result.Wrong wrong -> Mono.just(new Booked.Wrong(wrong.faults()));
            case RequestCheck.Result.Fine fine ->
                Flux.fromIterable(planned(id, organisation, fine.wanted()))
                        .concatMap(appointment -> add(appointment, by))
                        .collectList()
                        .map(Booked.Done::new);
        };
    }

    private List<Appointment> planned(AppointmentId first, Organisation organisation, List<Wanted> wanted) {
        var series = UUID.randomUUID();
        return IntStream.range(0, wanted.size())
                .mapToObj(position -> planned(
                        position == 0 ? first : AppointmentId.random(),
                        organisation,
                        wanted.get(position),
                        position,
                        wanted.size() == 1 ? null : new Series(series, position)))
                .toList();
    }

    private Appointment planned(
            AppointmentId id, Organisation organisation, Wanted wanted, int position, @Nullable Series series) {
        var now = clock.instant();
        return new Appointment(
                id,
                organisation.districtId(),
                organisation.id(),
                series,
                wanted,
                AppointmentStatus.ASKING,
                1,
                pace.firstWave(position, now, wanted.start()),
                null,
                null,
                null,
                null,
                null,
                now);
    }

    private Mono<Appointment> add(Appointment appointment, By by) {
        return appointments
                .add(appointment)
                .then(history.note(appointment, AppointmentEvent.BOOKED, by))
                .then(asking.begin(appointment))
                .then(moments.arm(appointment))
                .thenReturn(appointment);
    }

    /** It is not needed any more; whoever has it, and whoever was asked, is told. Empty if there is no such appointment. */
    public Mono<Changed> cancel(AppointmentId id, By by) {
        return change(
                id,
                before -> appointments
                        .cancel(id)
                        .flatMap(
                                cancelled -> note(cancelled, AppointmentEvent.CANCELLED, by.about(before.interpreter()))
                                        .then(tellWhoHadIt(before))
                                        .then(settled.enqueue(cancelled))
                                        .then(invitations.close(id))
                                        .thenReturn(cancelled)));
    }

    /** Somebody else is wanted; she who had it is told, and is not asked again. Empty if there is no such appointment. */
    public Mono<Changed> substitute(AppointmentId id, By by) {
        return change(id, before -> substitute(before, by));
    }

    /**
     * The same for her whom the page showed on which somebody wished that.
     *
     * @param round in which she took it: once another has taken it in her place, it is not possible
     */
    public Mono<Changed> substitute(AppointmentId id, int round, By by) {
        return change(id, before -> before.round() == round ? substitute(before, by) : Mono.empty());
    }

    private Mono<Appointment> substitute(Appointment before, By by) {
        return Mono.justOrEmpty(before.interpreter())
                .flatMap(who ->
                        appointments.release(before.id(), who).flatMap(released -> replace(before, released, who, by)));
    }

    private Mono<Appointment> replace(Appointment before, Appointment released, InterpreterId who, By by) {
        return invitations
                .answer(released.id(), who, Answer.REPLACED)
                .then(note(released, AppointmentEvent.SUBSTITUTION, by.about(who)))
                .then(tellWhoHadIt(before))
                .then(asking.begin(released))
                .thenReturn(released);
    }

    /** Nobody who was asked has said yes: all who have not answered are asked again. Empty if there is no such appointment. */
    public Mono<Changed> askAnew(AppointmentId id) {
        return change(
                id,
                before -> appointments
                        .askAnew(id)
                        .flatMap(anew -> asking.begin(anew).thenReturn(anew)));
    }

    /** Somebody did not come, once it has begun. Empty if there is no such appointment. */
    public Mono<Changed> noShow(AppointmentId id, Absent absent, By by) {
        return change(
                id,
                before -> appointments
                        .noShow(id, absent)
                        .flatMap(after -> note(after, AppointmentEvent.NO_SHOW, by.about(before.interpreter()))
                                .then(invitations.close(id))
                                .thenReturn(after)));
    }

    /** @param attempt empty if it is not possible */
    private Mono<Changed> change(AppointmentId id, Function<Appointment, Mono<Appointment>> attempt) {
        return appointments
                .lock(id)
                .flatMap(before -> attempt.apply(before)
                        .<Changed>map(Changed.Done::new)
                        .defaultIfEmpty(new Changed.NotPossible(before)))
                .as(transaction::transactional);
    }

    private Mono<Void> note(Appointment after, AppointmentEvent event, By by) {
        return history.note(after, event, by);
    }

    private Mono<Void> tellWhoHadIt(Appointment before) {
        return Mono.justOrEmpty(before.interpreter())
                .flatMap(who -> words.cancellation(before, who).flatMap(told -> words.send(who, WORTH_SENDING, told)));
    }
}
