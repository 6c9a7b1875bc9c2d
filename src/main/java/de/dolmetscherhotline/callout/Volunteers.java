package de.dolmetscherhotline.callout;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.matching.Candidate;
import de.dolmetscherhotline.matching.Duty;
import de.dolmetscherhotline.pool.Candidates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Who could take a call although off duty. Whether they want to be asked is not looked at here. */
@Component
class Volunteers {

    private final Candidates candidates;
    private final LanguageLevel minimumLevel;
    private final Duration failedNumberPause;
    private final Clock clock;

    Volunteers(
            Candidates candidates,
            @Value("${hotline.matching.minimum-level:b1}") LanguageLevel minimumLevel,
            @Value("${hotline.matching.failed-number-pause:24h}") Duration failedNumberPause,
            Clock clock) {
        this.candidates = candidates;
        this.minimumLevel = minimumLevel;
        this.failedNumberPause = failedNumberPause;
        this.clock = clock;
    }

    /**
     * Those of a district who could.
     *
     * @param ladder the language that is needed, then those that may stand in for it
     */
    Flux<InterpreterId> offDuty(DistrictId district, Need need, List<Language> ladder) {
        return candidates
                .speaking(ladder, district, Set.of())
                .filter(this::couldTakeACall)
                .filter(candidate -> isAsRequired(candidate, need))
                .map(Candidate::id);
    }

    private static boolean isAsRequired(Candidate candidate, Need need) {
        return (need.subject() == null || candidate.subjects().contains(need.subject()))
                && (!(need.gender() instanceof GenderWish.Requirement required) || required.suits(candidate.gender()));
    }

    private boolean couldTakeACall(Candidate candidate) {
        return candidate.active()
                && candidate.adult()
                && candidate.secrecyDeclared()
                && speaksWellEnough(candidate.level())
                && candidate.duty() != Duty.ON_DUTY
                && !candidate.quietNow()
                && !candidate.reserved()
                && !failedLately(candidate.numberFailedAt());
    }

    private boolean speaksWellEnough(@Nullable LanguageLevel level) {
        return level != null && level.compareTo(minimumLevel) >= 0;
    }

    private boolean failedLately(@Nullable Instant failedAt) {
        return failedAt != null && failedAt.plus(failedNumberPause).isAfter(clock.instant());
    }
}
