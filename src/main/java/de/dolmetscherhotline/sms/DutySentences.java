package de.dolmetscherhotline.sms;

import de.dolmetscherhotline.availability.Word;
import de.dolmetscherhotline.text.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in one line when somebody can be rung. */
@Component
class DutySentences {

    private static final int DAYS_OF_A_WEEK = 7;
    private static final Duration DAY = Duration.ofDays(1);

    /** More do not fit into a text. */
    private static final int MOST_TIMES = 10;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Wording wording;

    DutySentences(Wording wording) {
        this.wording = wording;
    }

    /** What holds after she said that. */
    String after(Sender sender, Word word, Forecast forecast) {
        return word.available() ? afterOn(sender, word, forecast) : afterOff(sender, word, forecast);
    }

    private String afterOn(Sender sender, Word word, Forecast forecast) {
        var on = forecast.nextOn(later(word.from(), forecast.now()));
        var isNow = forecast.isOn()
                && on.filter(found -> isTheSame(found, forecast)).isPresent();
        var until = on.flatMap(found -> Optional.ofNullable(found.until())).or(() -> Optional.ofNullable(word.until()));
        return isNow || until.isEmpty()
                ? standing(sender, forecast, "answer.on")
                : say(
                                sender,
                                "answer.on-later",
                                time(sender, word.from(), forecast),
                                end(sender, until.get(), forecast))
                        + now(sender, forecast);
    }

    /** Whether she has been on duty without a break until that time on duty ends. */
    private static boolean isTheSame(Period found, Forecast forecast) {
        return Optional.ofNullable(forecast.at(forecast.now()).until()).equals(Optional.ofNullable(found.until()));
    }

    private String afterOff(Sender sender, Word word, Forecast forecast) {
        if (!word.from().isAfter(forecast.now())) {
            return word.until() == null
                    ? say(sender, "answer.off")
                    : say(sender, "answer.off-until", end(sender, word.until(), forecast))
                            + then(sender, word.until(), forecast);
        }
        return word.until() == null
                ? say(sender, "answer.off-from", time(sender, word.from(), forecast)) + now(sender, forecast)
                : say(
                                sender,
                                "answer.off-later",
                                time(sender, word.from(), forecast),
                                end(sender, word.until(), forecast))
                        + now(sender, forecast);
    }

    /** What holds now, to somebody who asks. */
    String standing(Sender sender, Forecast forecast) {
        return forecast.isOn()
                ? standing(sender, forecast, "answer.status.on")
                : say(sender, "answer.status.off") + again(sender, forecast.nextOn(forecast.now()), forecast);
    }

    private String standing(Sender sender, Forecast forecast, String openEnd) {
        @Nullable Instant until = forecast.at(forecast.now()).until();
        return until == null ? say(sender, openEnd) : say(sender, "answer.on-until", end(sender, until, forecast));
    }

    /** That her plan counts from now on. */
    String byPlan(Sender sender, Forecast forecast) {
        return say(sender, "answer.by-plan") + now(sender, forecast);
    }

    private String now(Sender sender, Forecast forecast) {
        return " " + say(sender, forecast.isOn() ? "now.on" : "now.off");
    }

    private String then(Sender sender, Instant from, Forecast forecast) {
        var next = forecast.nextOn(from);
        if (next.isEmpty()) {
            return " " + say(sender, "then.off");
        }
        if (next.get().from().isAfter(from)) {
            return again(sender, next, forecast);
        }
        @Nullable Instant until = next.get().until();
        return " "
                + (until == null ? say(sender, "then.on") : say(sender, "then.on-until", end(sender, until, forecast)));
    }

    private String again(Sender sender, Optional<Period> next, Forecast forecast) {
        return next.map(on -> " " + say(sender, "then.on-from", time(sender, on.from(), forecast)))
                .orElse("");
    }

    /** When she can be rung today and in the six days to come, of which no two have the same name. */
    String week(Sender sender, Forecast forecast) {
        var end = today(sender, forecast)
                .plusDays(DAYS_OF_A_WEEK)
                .atStartOfDay(sender.zone())
                .toInstant();
        var times = forecast.onBefore(end);
        if (times.isEmpty()) {
            return say(sender, "answer.week-never");
        }
        return times.getFirst().from().equals(forecast.now()) && endsNotBefore(end, times.getFirst())
                ? say(sender, "answer.week-always")
                : say(sender, "answer.week", listed(sender, times, forecast));
    }

    private static boolean endsNotBefore(Instant end, Period time) {
        return time.until() == null || !time.until().isBefore(end);
    }

    private String listed(Sender sender, List<Period> times, Forecast forecast) {
        var some = times.stream().limit(MOST_TIMES).map(time -> listed(sender, time, forecast));
        var more = times.size() > MOST_TIMES ? Stream.of("...") : Stream.<String>empty();
        return Stream.concat(some, more).collect(Collectors.joining(", "));
    }

    private String listed(Sender sender, Period time, Forecast forecast) {
        var start = weekdayAndTime(sender, wall(sender, time.from()));
        if (time.until() == null) {
            return say(sender, "week.from", start);
        }
        if (time.from().equals(forecast.now())) {
            return say(sender, "week.until", end(sender, time.until(), forecast));
        }
        var end = wall(sender, time.until());
        var sameDay = Duration.between(time.from(), time.until()).compareTo(DAY) <= 0;
        return start + (sameDay ? "-" + endTime(end) : " - " + weekdayAndEnd(sender, end));
    }

    private String weekdayAndTime(Sender sender, LocalDateTime time) {
        return wording.weekday(sender.language(), time.getDayOfWeek()) + " " + TIME.format(time);
    }

    private String weekdayAndEnd(Sender sender, LocalDateTime end) {
        var day = isMidnight(end) ? end.minusDays(1) : end;
        return wording.weekday(sender.language(), day.getDayOfWeek()) + " " + endTime(end);
    }

    private static String endTime(LocalDateTime end) {
        return isMidnight(end) ? "24:00" : TIME.format(end);
    }

    private static boolean isMidnight(LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private String time(Sender sender, Instant time, Forecast forecast) {
        return wording.time(sender.language(), wall(sender, time), today(sender, forecast));
    }

    private String end(Sender sender, Instant end, Forecast forecast) {
        return wording.end(sender.language(), wall(sender, end), today(sender, forecast));
    }

    private static LocalDate today(Sender sender, Forecast forecast) {
        return LocalDate.ofInstant(forecast.now(), sender.zone());
    }

    private static LocalDateTime wall(Sender sender, Instant time) {
        return LocalDateTime.ofInstant(time, sender.zone());
    }

    private static Instant later(Instant one, Instant other) {
        return Stream.of(one, other).max(Comparator.naturalOrder()).orElse(one);
    }

    private String say(Sender sender, String key, Object... arguments) {
        return wording.text(sender.language(), key, arguments);
    }
}
