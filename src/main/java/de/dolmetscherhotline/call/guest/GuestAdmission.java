package de.dolmetscherhotline.call.guest;

import de.dolmetscherhotline.call.flow.Scenes;
import de.dolmetscherhotline.call.flow.Scenes.GuestScene;
import de.dolmetscherhotline.call.store.CallRow;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.line.Lines;
import de.dolmetscherhotline.organisation.GuestCountries;
import de.dolmetscherhotline.platform.DialableNumbers;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whether somebody may be rung into a conversation. Whoever asks holds the lock of the call; the organisation is locked as
 * well, so that two of its calls cannot exceed the cap together.
 */
@Component
class GuestAdmission {

    private static final Logger log = LoggerFactory.getLogger(GuestAdmission.class);

    private final GuestBook book;
    private final GuestCountries countries;
    private final DialableNumbers numbers;
    private final Lines lines;
    private final Districts districts;
    private final GuestSettings settings;
    private final MeterRegistry metrics;
    private final Clock clock;

    GuestAdmission(
            GuestBook book,
            GuestCountries countries,
            DialableNumbers numbers,
            Lines lines,
            Districts districts,
            GuestSettings settings,
            MeterRegistry metrics,
            Clock clock) {
        this.book = book;
        this.countries = countries;
        this.numbers = numbers;
        this.lines = lines;
        this.districts = districts;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Why not; empty if nothing stands against it. */
    Mono<GuestRefusal> refusal(CallRow call, PhoneNumber number) {
        return conversation(call)
                .switchIfEmpty(Mono.defer(() -> number(number)))
                .switchIfEmpty(Mono.defer(() -> ofHost(call, number)));
    }

    private static Mono<GuestRefusal> conversation(CallRow call) {
        return when(!(Scenes.forGuests(call.state()) instanceof GuestScene.Talk), GuestRefusal.NO_CONVERSATION);
    }

    private Mono<GuestRefusal> number(PhoneNumber number) {
        return Mono.justOrEmpty(numbers.refusal(number))
                .map(refusal -> switch (refusal) {
                    case COUNTRY -> GuestRefusal.COUNTRY;
                    case SPECIAL -> GuestRefusal.NUMBER;
                })
                .switchIfEmpty(Mono.defer(() -> lines.byNumber(number).map(own -> GuestRefusal.NUMBER)));
    }

    /** An organisation that is gone has no list of countries. */
    private Mono<GuestRefusal> ofHost(CallRow call, PhoneNumber number) {
        return book.host(call.id())
                .flatMap(host -> countries
                        .lock(host)
                        .map(allowed -> when(!allowed.contains(number.country()), GuestRefusal.COUNTRY)
                                .switchIfEmpty(Mono.defer(() -> seat(call, number)))
                                .switchIfEmpty(Mono.defer(() -> cap(call, host)))))
                .defaultIfEmpty(Mono.just(GuestRefusal.COUNTRY))
                .flatMap(refusal -> refusal);
    }

    private Mono<GuestRefusal> seat(CallRow call, PhoneNumber number) {
        return book.isInvited(call.id(), number)
                .flatMap(invited -> when(invited, GuestRefusal.ALREADY_INVITED))
                .switchIfEmpty(Mono.defer(() -> book.present(call.id())
                        .flatMap(present -> when(present >= settings.perCall(), GuestRefusal.FULL))));
    }

    private Mono<GuestRefusal> cap(CallRow call, OrganisationId host) {
        return zone(call)
                .flatMap(zone -> book.invitedSince(midnight(zone), host))
                .flatMap(today -> when(today >= settings.perDay(), GuestRefusal.DAILY_CAP))
                .doOnNext(reached -> alarm(host));
    }

    private Mono<ZoneId> zone(CallRow call) {
        return Mono.justOrEmpty(call.district())
                .flatMap(districts::byId)
                .map(district -> district.timeZone())
                .defaultIfEmpty(ZoneOffset.UTC);
    }

    private Instant midnight(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone).atStartOfDay(zone).toInstant();
    }

    private void alarm(OrganisationId host) {
        log.error("organisation {}: the cap of the day is reached: GUESTS", host);
        metrics.counter("hotline.caps.reached", "cap", "guests").increment();
    }

    private static Mono<GuestRefusal> when(boolean refused, GuestRefusal why) {
        return refused ? Mono.just(why) : Mono.empty();
    }
}
