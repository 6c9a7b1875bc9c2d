package de.dolmetscherhotline.callout;

import de.dolmetscherhotline.availability.Availabilities;
import de.dolmetscherhotline.availability.Source;
import de.dolmetscherhotline.availability.Standing;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.matching.Candidate;
import de.dolmetscherhotline.matching.Duty;
import de.dolmetscherhotline.matching.LeftOut;
import de.dolmetscherhotline.matching.MatchingPolicy;
import de.dolmetscherhotline.pool.Candidates;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Who could take a call although off duty. Whether they want to be asked is not looked at here. */
@Component
class Volunteers {

    /** What does not keep anybody from being asked by text: that is whom a call-out is for. */
    private static final Set<LeftOut> NO_OBSTACLE = EnumSet.of(LeftOut.SAID_OFF, LeftOut.NOT_ON_DUTY, LeftOut.RESTING);

    private final Candidates candidates;
    private final Availabilities availabilities;
    private final MatchingPolicy policy;
    private final Clock clock;

    Volunteers(Candidates candidates, Availabilities availabilities, MatchingPolicy policy, Clock clock) {
        this.candidates = candidates;
        this.availabilities = availabilities;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Those of a district who could.
     *
     * @param organisation who needs them; null if that is not known
     * @param ladder the language that is needed, then those that may stand in for it
     */
    Flux<InterpreterId> offDuty(
            DistrictId district, @Nullable OrganisationId organisation, Need need, List<Language> ladder) {
        return candidates
                .speaking(ladder, district, organisation, Set.of())
                .filter(candidate -> candidate.duty() != Duty.ON_DUTY)
                .filter(candidate -> couldTakeACall(candidate, need))
                .map(Candidate::id)
                .collectList()
                .flatMapMany(this::notAway);
    }

    private Flux<InterpreterId> notAway(List<InterpreterId> able) {
        return availabilities
                .standings(able)
                .flatMapIterable(standings -> able.stream()
                        .filter(who -> isPresent(standings.get(who)))
                        .toList());
    }

    private static boolean isPresent(@Nullable Standing standing) {
        return standing != null && standing.source() != Source.ABSENCE;
    }

    private boolean couldTakeACall(Candidate candidate, Need need) {
        return NO_OBSTACLE.containsAll(policy.obstacles(need, candidate, clock.instant()));
    }
}
