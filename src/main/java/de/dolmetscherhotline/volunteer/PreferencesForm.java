package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.availability.Preferences;
import de.dolmetscherhotline.availability.QuietHours;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How much she agrees to be disturbed, as typed.
 *
 * @param quietFrom empty = no quiet hours, as is {@code quietTo}
 * @param callsPerDay empty = no limit
 * @param shown what the form showed before she changed it
 * @param quietFromProblem key of what is wrong; null = nothing; likewise the others
 */
public record PreferencesForm(
        String quietFrom,
        String quietTo,
        String callsPerDay,
        boolean emergency,
        boolean callout,
        boolean reminder,
        String shown,
        @Nullable String quietFromProblem,
        @Nullable String quietToProblem,
        @Nullable String callsPerDayProblem) {

    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,2}");

    /** As a browser sends it; of boxes only those that are ticked. */
    public record Typed(
            @Nullable String quietFrom,
            @Nullable String quietTo,
            @Nullable String callsPerDay,
            @Nullable String emergency,
            @Nullable String callout,
            @Nullable String reminder,
            @Nullable String shown) {}

    public static PreferencesForm of(Preferences stored) {
        var quiet = stored.quiet();
        var calls = stored.callsPerDay();
        return new PreferencesForm(
                quiet == null ? "" : Clocks.field(quiet.from()),
                quiet == null ? "" : Clocks.field(quiet.to()),
                calls == null ? "" : calls.toString(),
                stored.emergencyOptIn(),
                stored.calloutOptIn(),
                stored.shiftReminder(),
                Shown.mark(stored),
                null,
                null,
                null);
    }

    public static PreferencesForm read(Typed typed) {
        var from = Clocks.typed(typed.quietFrom());
        var to = Clocks.typed(typed.quietTo());
        var calls = Clocks.typed(typed.callsPerDay());
        return new PreferencesForm(
                from,
                to,
                calls,
                typed.emergency() != null,
                typed.callout() != null,
                typed.reminder() != null,
                Clocks.typed(typed.shown()),
                timeProblem(from, to),
                Optional.ofNullable(timeProblem(to, from)).orElseGet(() -> sameProblem(from, to)),
                calls.isEmpty() || isLimit(calls) ? null : "volunteer.problem.calls");
    }

    private static boolean isLimit(String calls) {
        return COUNT.matcher(calls).matches() && Integer.parseInt(calls) <= Preferences.MOST_CALLS_PER_DAY;
    }

    private static @Nullable String timeProblem(String typed, String other) {
        if (typed.isEmpty()) {
            return other.isEmpty() ? null : "volunteer.problem.time-missing";
        }
        return Clocks.time(typed).isEmpty() ? "volunteer.problem.time" : null;
    }

    private static @Nullable String sameProblem(String from, String to) {
        var start = Clocks.time(from);
        return start.isPresent() && start.equals(Clocks.time(to)) ? "volunteer.problem.quiet-same" : null;
    }

    public boolean isWrong() {
        return quietFromProblem != null || quietToProblem != null || callsPerDayProblem != null;
    }

    boolean isAnswerTo(Preferences stored) {
        return shown.equals(Shown.mark(stored));
    }

    /** The same, as an answer to what is stored now. */
    public PreferencesForm against(Preferences stored) {
        return new PreferencesForm(
                quietFrom,
                quietTo,
                callsPerDay,
                emergency,
                callout,
                reminder,
                Shown.mark(stored),
                quietFromProblem,
                quietToProblem,
                callsPerDayProblem);
    }

    /** What she wants; only if nothing {@link #isWrong() is wrong}. */
    Preferences preferences() {
        var quiet = Clocks.time(quietFrom).flatMap(from -> Clocks.time(quietTo).map(to -> new QuietHours(from, to)));
        return new Preferences(
                quiet.orElse(null),
                callsPerDay.isEmpty() ? null : Integer.valueOf(callsPerDay),
                emergency,
                callout,
                reminder);
    }
}
