package de.dolmetscherhotline.portal;

import de.dolmetscherhotline.appointment.Appointment;
import de.dolmetscherhotline.appointment.AppointmentHistory;
import de.dolmetscherhotline.appointment.AppointmentId;
import de.dolmetscherhotline.appointment.AppointmentList;
import de.dolmetscherhotline.appointment.AppointmentList.Filter;
import de.dolmetscherhotline.appointment.AppointmentList.Listed;
import de.dolmetscherhotline.appointment.AppointmentList.Order;
import de.dolmetscherhotline.appointment.Booking;
import de.dolmetscherhotline.appointment.Suitable;
import de.dolmetscherhotline.member.MemberOrganisation;
import de.dolmetscherhotline.member.PortalViews;
import de.dolmetscherhotline.member.SignedIn;
import de.dolmetscherhotline.platform.Problems;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The page of one appointment as it is now. The appointments of other organisations do not exist. */
@Component
class AppointmentPage {

    private final AppointmentList appointments;
    private final AppointmentHistory history;
    private final Suitable suitable;
    private final MemberOrganisation own;
    private final AppointmentWording words;

    AppointmentPage(
            AppointmentList appointments,
            AppointmentHistory history,
            Suitable suitable,
            MemberOrganisation own,
            AppointmentWording words) {
        this.appointments = appointments;
        this.history = history;
        this.suitable = suitable;
        this.own = own;
        this.words = words;
    }

    Mono<Listed> appointment(SignedIn who, UUID id) {
        return find(who, id).switchIfEmpty(Mono.error(() -> Problems.notFound("appointment")));
    }

    /** The same; empty if there is none. */
    Mono<Listed> find(SignedIn who, UUID id) {
        return appointments
                .byId(new AppointmentId(id))
                .filter(listed -> listed.appointment().organisation().equals(who.organisation()));
    }

    /** Its address is the one that can be read again, also where a form was sent to another. */
    Mono<Rendering.Builder<?>> of(SignedIn who, Locale locale, UUID id) {
        return own.zone(who)
                .flatMap(zone -> appointment(who, id).flatMap(listed -> shown(who, listed, locale, zone)))
                .map(page -> page.modelAttribute("path", AppointmentPages.address(id)));
    }

    private Mono<Rendering.Builder<?>> shown(SignedIn who, Listed listed, Locale locale, ZoneId zone) {
        var appointment = listed.appointment();
        return Mono.zip(
                parts -> PortalViews.page("appointment")
                        .modelAttribute("appointment", words.of(listed, locale, zone))
                        .modelAttribute("history", parts[0])
                        .modelAttribute("series", parts[1])
                        .modelAttribute("nobody", parts[2]),
                history.of(appointment.id()).collectList().map(entries -> words.of(entries, locale, zone)),
                series(who, appointment, locale, zone),
                isNobodyKnown(appointment));
    }

    /** The whole series to which it belongs; empty if it is single. */
    private Mono<List<AppointmentWording.Shown>> series(
            SignedIn who, Appointment appointment, Locale locale, ZoneId zone) {
        var series = appointment.series();
        return series == null
                ? Mono.just(List.of())
                : appointments
                        .page(
                                Filter.ofSeries(who.organisation(), series.id()),
                                Order.EARLIEST_FIRST,
                                Booking.MOST_REPEATS,
                                0)
                        .map(listed -> words.of(listed, locale, zone))
                        .collectList();
    }

    /** Whether there is nobody who could take it, for instance because nobody speaks the language. */
    private Mono<Boolean> isNobodyKnown(Appointment appointment) {
        return switch (appointment.status()) {
            case ASKING, OPEN -> suitable.anybodyAtAll(appointment).map(somebody -> !somebody);
            case CONFIRMED, CANCELLED, HELD, NO_SHOW, UNFILLED -> Mono.just(false);
        };
    }
}
