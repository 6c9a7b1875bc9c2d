package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.matching.LeftOut;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What stands in the way of a member whatever a call needs, and until somebody does something about it. */
@Component
public class Hindrances {

    private final List<ObligationKind> required;
    private final Duration failedNumberPause;
    private final Clock clock;

    Hindrances(
            ObligationSettings obligations,
            @Value("${hotline.matching.failed-number-pause:24h}") Duration failedNumberPause,
            Clock clock) {
        this.required = obligations.required().stream().sorted().toList();
        this.failedNumberPause = failedNumberPause;
        this.clock = clock;
    }

    /** Most fundamental first; calls are blocked by those that say so. */
    public List<Hindrance> of(Interpreter interpreter) {
        var profile = interpreter.profile();
        var today = LocalDate.ofInstant(clock.instant(), interpreter.timeZone());
        var found = new ArrayList<Hindrance>();
        if (profile.status() != Status.ACTIVE) {
            found.add(Hindrance.of(LeftOut.NOT_ACTIVE));
        }
        if (!profile.isAdultOn(today)) {
            found.add(Hindrance.of(LeftOut.NOT_ADULT));
        }
        found.addAll(ofObligations(profile, today));
        if (profile.languages().stream().noneMatch(skill -> skill.direction() == Direction.BOTH)) {
            found.add(Hindrance.of(LeftOut.ONE_WAY_ONLY));
        }
        if (failedLately(interpreter.numberFailedAt())) {
            found.add(Hindrance.of(LeftOut.NUMBER_FAILED));
        }
        if (interpreter.textsStoppedAt() != null) {
            found.add(Hindrance.textsStopped());
        }
        return List.copyOf(found);
    }

    /** The part that is about obligations. */
    List<Hindrance> ofObligations(InterpreterProfile profile, LocalDate today) {
        var found = new ArrayList<Hindrance>();
        required.stream()
                .filter(kind -> profile.obligation(kind)
                        .filter(obligation -> !obligation.issuedOn().isAfter(today))
                        .isEmpty())
                .map(kind -> kind == ObligationKind.SECRECY
                        ? Hindrance.missing(LeftOut.SECRECY_NOT_DECLARED, kind)
                        : Hindrance.missing(LeftOut.OBLIGATION_MISSING, kind))
                .forEach(found::add);
        profile.obligations().stream()
                .filter(obligation -> obligation.hasRunOutOn(today))
                .map(Hindrance::runOut)
                .forEach(found::add);
        return found;
    }

    private boolean failedLately(@Nullable Instant failedAt) {
        return failedAt != null && failedAt.plus(failedNumberPause).isAfter(clock.instant());
    }
}
