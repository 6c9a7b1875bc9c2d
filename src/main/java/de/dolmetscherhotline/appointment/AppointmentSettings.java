package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.availability.QuietHours;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How appointments are asked for; times of day are wall time of the district.
 *
 * @param wave how many are asked at once
 * @param pause before the next are asked, if the start is far away
 * @param shortestPause before the next are asked, however near the start is
 * @param lookAgain when everybody was asked, how soon we look whether there is somebody else
 * @param lead how long before its start an appointment must be booked
 * @param lastWave how long before the start nobody is asked any more
 * @param furthestDays how many days ahead an appointment may be booked
 * @param quietFrom from when on nobody is asked or told what can wait
 * @param quietTo until when
 * @param seriesPause how long after the asking for one appointment of a series that for the next begins, at the latest
 * @param reminderAt when people are reminded on the day before
 * @param reminderBefore how long before the start they are reminded again
 * @param doubt how long somebody may leave open whether she comes who has it and is recorded as away, if the start is far
 *     away; then the coordinator is told
 */
@ConfigurationProperties("hotline.appointments")
record AppointmentSettings(
        @DefaultValue("3") int wave,
        @DefaultValue("30m") Duration pause,
        @DefaultValue("5m") Duration shortestPause,
        @DefaultValue("2h") Duration lookAgain,
        @DefaultValue("2h") Duration lead,
        @DefaultValue("30m") Duration lastWave,
        @DefaultValue("366") int furthestDays,
        @DefaultValue("20:00") LocalTime quietFrom,
        @DefaultValue("08:00") LocalTime quietTo,
        @DefaultValue("12h") Duration seriesPause,
        @DefaultValue("17:00") LocalTime reminderAt,
        @DefaultValue("2h") Duration reminderBefore,
        @DefaultValue("4h") Duration doubt) {

    /** @throws IllegalArgumentException if nobody could ever be asked */
    AppointmentSettings {
        require(wave >= 1, "wave must be at least 1");
        require(
                shortestPause.isPositive() && shortestPause.compareTo(pause) <= 0,
                "shortest-pause must be positive, and not longer than pause");
        require(lookAgain.isPositive() && seriesPause.isPositive(), "look-again and series-pause must be positive");
        require(
                !lastWave.isNegative() && lastWave.compareTo(lead) < 0,
                "last-wave must not be negative, and shorter than lead");
        require(!quietFrom.equals(quietTo), "quiet-from and quiet-to must differ");
        require(reminderBefore.isPositive() && doubt.isPositive(), "reminder-before and doubt must be positive");
    }

    QuietHours quietHours() {
        return new QuietHours(quietFrom, quietTo);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException("hotline.appointments." + otherwise);
        }
    }
}
