package de.dolmetscherhotline.call.admission;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What nobody should ever reach; whoever does has been robbed of a PIN, or is guessing one.
 *
 * @param callsPerOrganisation calls of one organisation in a day
 * @param dialsPerLine dials to interpreters for the calls of one line in a day
 * @param pinAttempts PINs entered from one number at one line in an hour
 * @param pinAttemptsHidden PINs entered at one line in an hour by all who hide their number
 * @param pinAttemptsPerLine PINs entered at one line in an hour by everybody: who forges a number may forge many
 */
@ConfigurationProperties("hotline.limits")
record LimitSettings(
        @DefaultValue("200") int callsPerOrganisation,
        @DefaultValue("2000") int dialsPerLine,
        @DefaultValue("10") int pinAttempts,
        @DefaultValue("60") int pinAttemptsHidden,
        @DefaultValue("240") int pinAttemptsPerLine) {

    LimitSettings {
        if (callsPerOrganisation < 1
                || dialsPerLine < 1
                || pinAttempts < 1
                || pinAttemptsHidden < 1
                || pinAttemptsPerLine < 1) {
            throw new IllegalArgumentException("each of hotline.limits must be at least 1");
        }
    }
}
