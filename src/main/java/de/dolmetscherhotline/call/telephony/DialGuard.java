package de.dolmetscherhotline.call.telephony;

import de.dolmetscherhotline.call.Telephony;
import de.dolmetscherhotline.call.Telephony.Dialled;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.GuestId;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.platform.DialableNumbers;
import de.dolmetscherhotline.platform.DialableNumbers.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The last look at a number before it is dialled: however it came into our records, an expensive one is not. */
@Component
public class DialGuard {

    private static final Logger log = LoggerFactory.getLogger(DialGuard.class);
    private static final int REFUSED_BY_US = 0;

    private final Telephony telephony;
    private final DialableNumbers numbers;
    private final MeterRegistry registry;

    DialGuard(Telephony telephony, DialableNumbers numbers, MeterRegistry registry) {
        this.telephony = telephony;
        this.numbers = numbers;
        this.registry = registry;
    }

    /** Like {@link Telephony#dial}; a number that may not be dialled is answered as one that the network refuses. */
    Mono<Dialled> dial(OfferId offer, PhoneNumber from, PhoneNumber to, Duration ring) {
        return guarded("offer " + offer, to, () -> telephony.dial(offer, from, to, ring));
    }

    /** The same for {@link Telephony#ringBack}. */
    Mono<Dialled> ringBack(CallId call, int recall, PhoneNumber from, PhoneNumber to, Duration ring) {
        return guarded("call " + call, to, () -> telephony.ringBack(call, recall, from, to, ring));
    }

    /** The same for {@link Telephony#dialGuest}. */
    public Mono<Dialled> dialGuest(GuestId guest, PhoneNumber from, PhoneNumber to, Duration ring) {
        return guarded("guest " + guest, to, () -> telephony.dialGuest(guest, from, to, ring));
    }

    private Mono<Dialled> guarded(String what, PhoneNumber to, Supplier<Mono<Dialled>> dial) {
        return Mono.defer(
                () -> numbers.refusal(to).map(refusal -> refuse(what, refusal)).orElseGet(dial));
    }

    private Mono<Dialled> refuse(String what, Refusal refusal) {
        var reason = refusal.name().toLowerCase(Locale.ROOT);
        log.error("{}: its number is none that may be dialled: {}", what, reason);
        registry.counter("hotline.dials.refused", "reason", reason).increment();
        return Mono.just(new Dialled.NumberRefused(REFUSED_BY_US));
    }
}
