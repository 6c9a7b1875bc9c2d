package de.dolmetscherhotline.sms;

import java.time.Duration;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a meaning as the table of texts does. */
final class Meanings {

    private Meanings() {}

    static String of(TextCommand command) {
        return switch (command) {
            case TextCommand.On on -> ("on " + span(on.when())).strip();
            case TextCommand.Off off -> ("off " + span(off.when())).strip();
            case TextCommand.Pause pause -> "pause " + duration(pause.length());
            case TextCommand.TimeUnclear unclear -> "when?";
            case TextCommand.ByPlan plan -> "by plan";
            case TextCommand.Status status -> "status";
            case TextCommand.Plan plan -> "plan";
            case TextCommand.Week week -> "week";
            case TextCommand.Yes yes -> "yes " + yes.code();
            case TextCommand.No no -> "no " + no.code();
            case TextCommand.Withdraw withdraw -> "withdraw " + withdraw.code();
            case TextCommand.NumberMissing missing -> "number?";
            case TextCommand.EmergencyOn on -> "emergency on";
            case TextCommand.EmergencyOff off -> "emergency off";
            case TextCommand.EmergencyUnclear unclear -> "emergency ?";
            case TextCommand.Help help -> "help";
            case TextCommand.Speak speak -> "speak " + Objects.requireNonNullElse(speak.language(), "?");
            case TextCommand.StopTexts stop -> "stop";
            case TextCommand.NetworkWord word -> "network " + word.meaning();
            case TextCommand.NotUnderstood not -> "-";
        };
    }

    private static String span(Span span) {
        return switch (span) {
            case Span.Open open -> "";
            case Span.For time -> duration(time.length());
            case Span.Until until -> "until " + moment(until.end());
            case Span.From from -> "from " + moment(from.start());
            case Span.At at -> "at " + moment(at.start());
            case Span.Between between -> moment(between.start()) + "-" + moment(between.end());
            case Span.Whole whole -> "whole " + day(whole.day());
        };
    }

    private static String duration(Duration length) {
        return length.toString().replace("PT", "").toLowerCase(Locale.ROOT);
    }

    private static String moment(Moment moment) {
        var day = moment.day();
        return ((day == null ? "" : day(day)) + " " + time(moment.time())).strip();
    }

    private static String day(Day day) {
        return switch (day) {
            case Day.Ahead ahead -> "+" + ahead.days();
            case Day.Weekday weekday ->
                weekday.day().getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT);
            case Day.Date date -> date.day() + "." + date.month() + "." + (date.year() == 0 ? "" : date.year());
        };
    }

    private static String time(@Nullable WallTime time) {
        return time == null
                ? ""
                : String.format(
                        Locale.ROOT, "%s%d:%02d", time.vague() ? "~" : "", time.minute() / 60, time.minute() % 60);
    }
}
