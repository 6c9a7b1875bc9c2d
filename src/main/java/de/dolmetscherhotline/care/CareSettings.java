package de.dolmetscherhotline.care;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When reminders are sent, as wall time of each district.
 *
 * @param morning from when on
 * @param afternoon when they have to wait for the next day
 * @param evening from when on people are told of their shifts of the next day, for two hours
 */
@ConfigurationProperties("hotline.care")
record CareSettings(
        @DefaultValue("09:00") LocalTime morning,
        @DefaultValue("17:00") LocalTime afternoon,
        @DefaultValue("18:00") LocalTime evening) {

    private static final Duration LENGTH_OF_AN_EVENING = Duration.ofHours(2);

    /** @throws IllegalArgumentException if the morning is not before the afternoon */
    CareSettings {
        if (!morning.isBefore(afternoon)) {
            throw new IllegalArgumentException("hotline.care.morning must be before hotline.care.afternoon");
        }
        if (evening.isAfter(LocalTime.MAX.minus(LENGTH_OF_AN_EVENING))) {
            throw new IllegalArgumentException("hotline.care.evening must be two hours before midnight at the latest");
        }
    }

    boolean isEvening(LocalTime time) {
        return !time.isBefore(evening) && time.isBefore(evening.plus(LENGTH_OF_AN_EVENING));
    }

    boolean isDaytime(LocalTime time) {
        return !time.isBefore(morning) && time.isBefore(afternoon);
    }
}
