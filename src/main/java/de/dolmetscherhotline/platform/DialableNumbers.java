package de.dolmetscherhotline.platform;

import de.dolmetscherhotline.kernel.PhoneNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/**
 * Which numbers this installation may dial: ordinary numbers of the countries that are allowed, so that nobody who gets a
 * number into our records earns money with our calls.
 */
@Component
public class DialableNumbers {

    private final Set<String> countries;

    DialableNumbers(Settings settings) {
        this.countries =
                settings.countries().stream().map(DialableNumbers::known).collect(Collectors.toUnmodifiableSet());
    }

    private static String known(String country) {
        var code = country.strip().toUpperCase(Locale.ROOT);
        if (!Arrays.asList(Locale.getISOCountries()).contains(code)) {
            throw new IllegalArgumentException("hotline.numbers.countries: not an ISO 3166 country: " + country);
        }
        return code;
    }

    public boolean allows(PhoneNumber number) {
        return refusal(number).isEmpty();
    }

    /** Why the number may not be dialled; empty if it may. */
    public Optional<Refusal> refusal(PhoneNumber number) {
        if (!countries.contains(number.country())) {
            return Optional.of(Refusal.COUNTRY);
        }
        return number.isOrdinary() ? Optional.empty() : Optional.of(Refusal.SPECIAL);
    }

    /** Why a number may not be dialled. */
    public enum Refusal {
        /** Its country is not on the list, or it belongs to none. */
        COUNTRY,
        /** It costs more than an ordinary call, is a short code, or does not exist. */
        SPECIAL
    }

    /**
     * What may be dialled.
     *
     * @param countries ISO 3166 codes
     */
    @ConfigurationProperties("hotline.numbers")
    record Settings(@DefaultValue("DE") List<String> countries) {}
}
