package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.appointment.AppointmentList.Filter;
import de.dolmetscherhotline.appointment.AppointmentList.Listed;
import de.dolmetscherhotline.appointment.AppointmentList.Order;
import de.dolmetscherhotline.appointment.Feeds.Owner;
import de.dolmetscherhotline.platform.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;

/** Where calendar programs read appointments. The address is all they have: it is a secret, and opens this and nothing else. */
@Controller
class FeedPage {

    static final String PATH = "/calendar";

    private static final MediaType CALENDAR = MediaType.parseMediaType(CalendarFile.MEDIA_TYPE);
    private static final Duration LOOKS_BACK = Duration.ofDays(31);
    private static final int MOST = 1000;

    private static final Set<AppointmentStatus> OF_INTERPRETERS =
            Set.of(AppointmentStatus.CONFIRMED, AppointmentStatus.HELD, AppointmentStatus.NO_SHOW);
    private static final Set<AppointmentStatus> OF_ORGANISATIONS = Set.of(
            AppointmentStatus.ASKING,
            AppointmentStatus.OPEN,
            AppointmentStatus.CONFIRMED,
            AppointmentStatus.HELD,
            AppointmentStatus.NO_SHOW);

    private final Feeds feeds;
    private final AppointmentList appointments;
    private final CalendarFile files;
    private final Clock clock;

    FeedPage(Feeds feeds, AppointmentList appointments, CalendarFile files, Clock clock) {
        this.feeds = feeds;
        this.appointments = appointments;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping(PATH + "/{secret}.ics")
    Mono<ResponseEntity<String>> read(@PathVariable String secret) {
        return Mono.justOrEmpty(Secret.of(secret))
                .flatMap(feeds::openedBy)
                .flatMap(this::file)
                .map(file -> ResponseEntity.ok().contentType(CALENDAR).body(file))
                .defaultIfEmpty(ResponseEntity.notFound().build());
    }

    private Mono<String> file(Owner owner) {
        return appointments
                .page(filter(owner), Order.EARLIEST_FIRST, MOST, 0)
                .map(Listed::appointment)
                .collectList()
                .map(files::of);
    }

    private Filter filter(Owner owner) {
        var from = clock.instant().minus(LOOKS_BACK);
        return switch (owner) {
            case Owner.OfInterpreter interpreter ->
                new Filter(null, null, interpreter.id(), null, null, OF_INTERPRETERS, from, null, false);
            case Owner.OfOrganisation organisation -> Filter.of(organisation.id(), OF_ORGANISATIONS, from, null);
        };
    }
}
