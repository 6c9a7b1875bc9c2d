package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.availability.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When people are asked, told and reminded. A pure rule. */
@Component
class Pace {

    /** Of the time that is left, one wave may take this part. */
    private static final int WAVES_THAT_SHOULD_FIT = 8;

    /** Two times of quiet that leave any time between them do so after that many steps from one's end to the other's. */
    private static final int QUIET_TURNS = 4;

    private final AppointmentSettings settings;

    Pace(AppointmentSettings settings) {
        this.settings = settings;
    }

    /** When the next are asked after somebody was. */
    Instant nextWave(Instant now, Instant start) {
        return now.plus(noLongerThan(settings.pause(), now, start));
    }

    /** When we look again after nobody was found. */
    Instant nextLook(Instant now, Instant start) {
        return now.plus(noLongerThan(settings.lookAgain(), now, start));
    }

    /** When the coordinator is told that somebody has left open whether she comes; before the start, at night if need be. */
    Instant doubtTold(Instant now, Instant start, ZoneId zone) {
        var time = now.plus(noLongerThan(settings.doubt(), now, start));
        var day = daytime(time, zone);
        return day.isBefore(start) ? day : time;
    }

    private Duration noLongerThan(Duration usual, Instant now, Instant start) {
        var near = Duration.between(now, start).dividedBy(WAVES_THAT_SHOULD_FIT);
        var pause = near.compareTo(usual) < 0 ? near : usual;
        return pause.compareTo(settings.shortestPause()) > 0 ? pause : settings.shortestPause();
    }

    /** When the last may be asked. */
    Instant lastWave(Instant start) {
        return start.minus(settings.lastWave());
    }

    /**
     * Whether somebody can still be asked: outside the night and her quiet hours, and before the last wave.
     *
     * @param quiet null = she has none
     */
    boolean leavesTime(Instant now, Instant start, ZoneId zone, @Nullable QuietHours quiet) {
        var time = now;
        for (int turn = 0; turn < QUIET_TURNS; turn++) {
            var awake = daytime(quiet == null ? time : quiet.over(time, zone), zone);
            if (awake.equals(time)) {
                return !time.isAfter(lastWave(start));
            }
            time = awake;
        }
        return false;
    }

    /** The instant itself unless it lies in the night, and then the morning after. */
    Instant daytime(Instant time, ZoneId zone) {
        return isNight(time, zone) ? morningAfter(time, zone) : time;
    }

    private boolean isNight(Instant time, ZoneId zone) {
        return settings.quietHours().hold(time, zone, null);
    }

    private Instant morningAfter(Instant night, ZoneId zone) {
        var there = LocalDateTime.ofInstant(night, zone);
        var sameDay = there.with(settings.quietTo());
        var morning = sameDay.isAfter(there) ? sameDay : sameDay.plusDays(1);
        return morning.atZone(zone).toInstant();
    }

    /** When the asking for this appointment of a series begins if nobody has taken those before. */
    Instant firstWave(int position, Instant now, Instant start) {
        var staggered = now.plus(settings.seriesPause().multipliedBy(position));
        var latest = start.minus(Duration.ofDays(3));
        var first = staggered.isBefore(latest) ? staggered : latest;
        return first.isAfter(now) ? first : now;
    }

    /** When somebody who has it since now is reminded on the day before; empty if that is over. */
    Optional<Instant> dayReminder(Instant now, Instant start, ZoneId zone) {
        var there = LocalDateTime.ofInstant(start, zone);
        return ahead(there.minusDays(1).with(settings.reminderAt()).atZone(zone), now);
    }

    /**
     * When she is reminded shortly before; empty if she has just said yes. What would come at night comes in the morning, or
     * not at all if it is too late then.
     */
    Optional<Instant> soonReminder(Instant now, Instant start, ZoneId zone) {
        var time = start.minus(settings.reminderBefore());
        var sent = daytime(time, zone);
        return sent.isBefore(start) ? ahead(sent.atZone(zone), now) : Optional.empty();
    }

    private static Optional<Instant> ahead(ZonedDateTime time, Instant now) {
        return Optional.of(time.toInstant()).filter(instant -> instant.isAfter(now));
    }
}
