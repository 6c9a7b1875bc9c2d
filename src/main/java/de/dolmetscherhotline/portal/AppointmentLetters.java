package de.dolmetscherhotline.portal;

import de.dolmetscherhotline.appointment.Actor;
import de.dolmetscherhotline.appointment.AppointmentChange;
import de.dolmetscherhotline.appointment.AppointmentId;
import de.dolmetscherhotline.appointment.AppointmentObserver;
import de.dolmetscherhotline.mail.Letters;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sees to it that the member who asked for an appointment in the portal is told by mail what becomes of it, if this
 * installation sends mail; of what a coordinator books, the contact of the organisation is. What the member does about it
 * herself she is not told. Who books over REST has webhooks.
 */
@Component
class AppointmentLetters implements AppointmentObserver {

    private final Letters letters;
    private final AppointmentCorrespondence correspondence;
    private final AppointmentLetterWork work;

    AppointmentLetters(Letters letters, AppointmentCorrespondence correspondence, AppointmentLetterWork work) {
        this.letters = letters;
        this.correspondence = correspondence;
        this.work = work;
    }

    @Override
    public Mono<Void> changed(AppointmentChange change) {
        return letters.areSent() ? follow(change) : Mono.empty();
    }

    private Mono<Void> follow(AppointmentChange change) {
        var id = change.id();
        var member = Mono.justOrEmpty(change.member());
        return switch (change.event()) {
            case BOOKED -> isToBeTold(change) ? correspondence.begin(id, change.member()) : Mono.empty();
            case SUBSTITUTION ->
                member.flatMap(who -> correspondence.knowsThatItIsSought(id, who))
                        .then(tell(id, false));
            case CANCELLED -> member.flatMap(who -> correspondence.end(id, who)).then(tell(id, false));
            case NOBODY_LEFT, CONFIRMED, WITHDRAWN, UNFILLED -> tell(id, false);
            case REMINDED -> tell(id, true);
            case HELD, NO_SHOW -> correspondence.end(id);
            case ASKED, DECLINED, DOUBTED, BEGUN -> Mono.empty();
        };
    }

    private static boolean isToBeTold(AppointmentChange booked) {
        return booked.member() != null || booked.actor() == Actor.COORDINATOR;
    }

    private Mono<Void> tell(AppointmentId id, boolean reminded) {
        return correspondence.isThere(id).flatMap(there -> there ? work.enqueue(id, reminded) : Mono.empty());
    }
}
