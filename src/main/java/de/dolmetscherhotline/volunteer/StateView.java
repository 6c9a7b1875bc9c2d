package de.dolmetscherhotline.volunteer;

import de.dolmetscherhotline.availability.Availability;
import de.dolmetscherhotline.availability.Preferences;
import de.dolmetscherhotline.availability.Source;
import de.dolmetscherhotline.availability.Standing;
import de.dolmetscherhotline.matching.Duty;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether she is available now, as the page says it.
 *
 * @param key of the sentence
 * @param until what the sentence names; empty if it names nothing
 * @param on whether she is
 * @param bySaying whether her own word decides, so that it can be taken back
 * @param quietKey of the sentence that her quiet hours keep calls away although she is available; null = they do not
 * @param quietUntil when they end; empty if they do not matter
 */
record StateView(
        String key,
        String until,
        boolean on,
        boolean bySaying,
        @Nullable String quietKey,
        String quietUntil) {

    static StateView of(Availability known, Preferences wishes, Visitor visitor, Instant now, Locale locale) {
        var standing = known.at(now);
        var until = standing.until();
        var on = standing.duty() == Duty.ON_DUTY;
        var quiet = on && known.isQuietAt(now, wishes.quiet()) ? wishes.quiet() : null;
        return new StateView(
                "volunteer.state." + sentence(standing, visitor, until),
                until == null ? "" : Clocks.moment(until, now, visitor.zone(), locale),
                on,
                standing.source() == Source.WORD,
                quiet == null ? null : "volunteer.state.quiet" + (wishes.emergencyOptIn() ? "-but-emergencies" : ""),
                quiet == null
                        ? ""
                        : Clocks.moment(Clocks.next(quiet.to(), now, visitor.zone()), now, visitor.zone(), locale));
    }

    private static String sentence(Standing standing, Visitor visitor, @Nullable Instant until) {
        var name = switch (standing.duty()) {
            case ON_DUTY -> "on";
            case NOT_ON_DUTY -> "idle";
            case SAID_OFF -> saidOff(standing, visitor);
        };
        return until == null ? name : name + "-until";
    }

    private static String saidOff(Standing standing, Visitor visitor) {
        if (standing.source() == Source.ABSENCE) {
            return "away";
        }
        return visitor.paused() ? "paused" : "off";
    }
}
