package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.kernel.ObligationKind;
import java.time.Period;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a district asks of its interpreters.
 *
 * @param required without which nobody is asked; secrecy is always among them
 * @param validity how long each kind holds from the day of issue if no end is recorded with it; zero = without end, which
 *     holds for all but the criminal record certificate
 */
@ConfigurationProperties("hotline.obligations")
record ObligationSettings(
        @DefaultValue("secrecy") Set<ObligationKind> required,
        @DefaultValue Map<ObligationKind, Period> validity) {

    private static final Period CRIMINAL_RECORD = Period.ofYears(5);

    /** @throws IllegalArgumentException if secrecy is not required, or something is to end before it begins */
    ObligationSettings {
        if (!required.contains(ObligationKind.SECRECY)) {
            throw new IllegalArgumentException("hotline.obligations.required must contain secrecy (§ 203 StGB)");
        }
        if (validity.values().stream().anyMatch(Period::isNegative)) {
            throw new IllegalArgumentException("hotline.obligations.validity must not be negative");
        }
        required = Set.copyOf(EnumSet.copyOf(required));
        validity = completed(validity);
    }

    private static Map<ObligationKind, Period> completed(Map<ObligationKind, Period> stated) {
        var all = new EnumMap<ObligationKind, Period>(ObligationKind.class);
        all.put(ObligationKind.CRIMINAL_RECORD, CRIMINAL_RECORD);
        all.putAll(stated);
        return Map.copyOf(all);
    }

    /** The same with the end that its kind has here, if it has none of its own. */
    Obligation withItsEnd(Obligation obligation) {
        var holds = validity.getOrDefault(obligation.kind(), Period.ZERO);
        return obligation.validUntil() != null || holds.isZero()
                ? obligation
                : new Obligation(
                        obligation.kind(),
                        obligation.issuedOn(),
                        obligation.issuedOn().plus(holds),
                        obligation.note());
    }
}
