package de.dolmetscherhotline.volunteer;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What she says about now, as typed.
 *
 * @param say {@code on}, {@code off}, or {@code plan}: what she said before holds no longer
 * @param hours for how long; empty = until the time, or until further notice
 * @param until time of day; empty = until further notice
 * @param problem key of what is wrong; null = nothing
 */
record NowForm(
        String say, String hours, String until, @Nullable String problem) {

    static final NowForm EMPTY = new NowForm("", "", "", null);

    private static final String ON = "on";
    private static final String OFF = "off";
    private static final String PLAN = "plan";
    private static final Pattern HOURS = Pattern.compile("[1-9]|1[0-9]|2[0-4]");

    /** As a browser sends it. */
    record Typed(
            @Nullable String say,
            @Nullable String hours,
            @Nullable String until) {}

    static NowForm read(Typed typed) {
        var say = Clocks.typed(typed.say());
        var hours = Clocks.typed(typed.hours());
        var until = Clocks.typed(typed.until());
        return new NowForm(say, hours, until, problem(say, hours, until));
    }

    private static @Nullable String problem(String say, String hours, String until) {
        if (!say.equals(ON) && !say.equals(OFF)) {
            return say.equals(PLAN) ? null : "volunteer.problem.say";
        }
        if (!hours.isEmpty()) {
            return HOURS.matcher(hours).matches() ? null : "volunteer.problem.hours";
        }
        return until.isEmpty() || Clocks.time(until).isPresent() ? null : "volunteer.problem.time";
    }

    NowForm withProblem(String key) {
        return new NowForm(say, hours, until, key);
    }

    public boolean isWrong() {
        return problem != null;
    }

    boolean isByPlan() {
        return say.equals(PLAN);
    }

    boolean isOn() {
        return say.equals(ON);
    }

    /** Until when it holds; empty = until further notice. Only if nothing {@link #isWrong() is wrong}. */
    Optional<Instant> end(Instant now, ZoneId zone) {
        return hours.isEmpty()
                ? Clocks.time(until).map(time -> Clocks.next(time, now, zone))
                : Optional.of(now.plus(Duration.ofHours(Integer.parseInt(hours))));
    }
}
