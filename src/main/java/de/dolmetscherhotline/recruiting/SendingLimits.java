package de.dolmetscherhotline.recruiting;

import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.live.Attempts;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How many texts strangers may cause (contract §8.14): to one number, from one network, and altogether. Somebody who earns
 * money with texts to numbers of hers, or wants to annoy somebody, does not get far.
 */
@Component
class SendingLimits {

    private static final String EVERYBODY = "everybody";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Attempts attempts;
    private final RecruitingSettings settings;

    SendingLimits(Attempts attempts, RecruitingSettings settings) {
        this.attempts = attempts;
        this.settings = settings;
    }

    /** Whether one more text may be sent to this number at the wish of somebody in this network. */
    Mono<Boolean> allow(PhoneNumber number, String network) {
        return attempts.allowed("application-network", network, settings.textsPerNetwork(), HOUR)
                .filter(Boolean::booleanValue)
                .flatMap(allowed -> allow(number))
                .defaultIfEmpty(false);
    }

    /** The same at the wish of a coordinator. */
    Mono<Boolean> allow(PhoneNumber number) {
        return attempts.allowed("application-number", number.e164(), settings.textsPerNumber(), DAY)
                .filter(Boolean::booleanValue)
                .flatMap(allowed -> attempts.allowed("application-texts", EVERYBODY, settings.textsPerHour(), HOUR))
                .defaultIfEmpty(false);
    }
}
