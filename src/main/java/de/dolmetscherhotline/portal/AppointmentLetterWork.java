package de.dolmetscherhotline.portal;

import de.dolmetscherhotline.appointment.Appointment;
import de.dolmetscherhotline.appointment.AppointmentId;
import de.dolmetscherhotline.appointment.AppointmentList;
import de.dolmetscherhotline.appointment.AppointmentList.Listed;
import de.dolmetscherhotline.kernel.MailAddress;
import de.dolmetscherhotline.kernel.MemberId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.mail.Letters;
import de.dolmetscherhotline.member.MemberAddresses;
import de.dolmetscherhotline.organisation.Organisation;
import de.dolmetscherhotline.organisation.Organisations;
import de.dolmetscherhotline.portal.AppointmentCorrespondence.State;
import de.dolmetscherhotline.work.WorkHandler;
import de.dolmetscherhotline.work.WorkItem;
import de.dolmetscherhotline.work.WorkQueue;
import de.dolmetscherhotline.work.WorkResult;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Orders the letter about an appointment a little after something has happened to it: it tells what stands then, once, however
 * much has happened.
 */
@Component
class AppointmentLetterWork implements WorkHandler {

    private static final String KIND = "appointment-letter";
    private static final int AFTER_CALLS = -20;
    private static final Duration SETTLING = Duration.ofMinutes(2);
    private static final Duration WORTH_SENDING = Duration.ofHours(12);

    private final AppointmentCorrespondence correspondence;
    private final AppointmentList appointments;
    private final Districts districts;
    private final MemberAddresses addresses;
    private final Organisations organisations;
    private final AppointmentLetterWords words;
    private final Letters letters;
    private final WorkQueue work;
    private final JsonMapper json;
    private final TransactionalOperator transaction;
    private final Clock clock;

    AppointmentLetterWork(
            AppointmentCorrespondence correspondence,
            AppointmentList appointments,
            Districts districts,
            MemberAddresses addresses,
            Organisations organisations,
            AppointmentLetterWords words,
            Letters letters,
            WorkQueue work,
            JsonMapper json,
            TransactionalOperator transaction,
            Clock clock) {
        this.correspondence = correspondence;
        this.appointments = appointments;
        this.districts = districts;
        this.addresses = addresses;
        this.organisations = organisations;
        this.words = words;
        this.letters = letters;
        this.work = work;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param reminded whether the interpreter was reminded */
    private record Happened(UUID appointment, boolean reminded) {}

    /** In the current transaction. */
    Mono<Void> enqueue(AppointmentId id, boolean reminded) {
        return work.enqueue(KIND, json.writeValueAsString(new Happened(id.value(), reminded)), AFTER_CALLS, SETTLING);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<WorkResult> handle(WorkItem item) {
        var happened = json.readValue(item.payload(), Happened.class);
        var id = new AppointmentId(happened.appointment());
        return correspondence
                .lock(id)
                .filter(state -> letters.areSent())
                .flatMap(state -> appointments.byId(id).flatMap(listed -> tell(state, listed, happened.reminded())))
                .as(transaction::transactional)
                .thenReturn(WorkResult.DONE)
                .doOnNext(done -> work.nudge());
    }

    private Mono<Void> tell(State state, Listed listed, boolean reminded) {
        return districts
                .byId(listed.appointment().district())
                .map(District::timeZone)
                .flatMap(zone -> Mono.justOrEmpty(AppointmentNews.of(
                                listed.appointment(), state.told(), reminded && isAhead(listed.appointment(), zone)))
                        .flatMap(news -> tell(state, listed, news, zone)));
    }

    /** On one of the days after today: she does not need to be told on the day itself, as interpreters are. */
    private boolean isAhead(Appointment appointment, ZoneId zone) {
        return LocalDate.ofInstant(appointment.wanted().start(), zone)
                .isAfter(LocalDate.ofInstant(clock.instant(), zone));
    }

    private Mono<Void> tell(State state, Listed listed, AppointmentNews news, ZoneId zone) {
        var appointment = listed.appointment();
        var letter = UUID.randomUUID();
        return Mono.justOrEmpty(state.letter())
                .flatMap(letters::takeBack)
                .then(addressee(state, appointment.organisation()))
                .flatMap(to -> letters.order(letter, words.letter(to, news, listed, zone), WORTH_SENDING))
                .then(
                        news.isTheEnd()
                                ? correspondence.end(appointment.id())
                                : correspondence.note(appointment.id(), news, appointment.round(), letter));
    }

    /** Empty if there is no address, or nobody there may know. */
    private Mono<MailAddress> addressee(State state, OrganisationId organisation) {
        @Nullable MemberId member = state.member();
        return member != null
                ? addresses.of(member)
                : organisations
                        .byId(organisation)
                        .filter(found -> !found.blocked())
                        .flatMapIterable(Organisation::contacts)
                        .concatMap(contact -> Mono.justOrEmpty(MailAddress.parse(contact.mail())))
                        .next();
    }
}
