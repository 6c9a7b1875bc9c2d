package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.matching.Candidate;
import de.dolmetscherhotline.matching.LeftOut;
import de.dolmetscherhotline.matching.MatchingPolicy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers "would she be asked now, and if not, why?" with the rules that calls use. */
@Component
public class Explanations {

    private final Candidates candidates;
    private final Hindrances hindrances;
    private final Languages languages;
    private final MatchingPolicy policy;
    private final Clock clock;

    Explanations(
            Candidates candidates, Hindrances hindrances, Languages languages, MatchingPolicy policy, Clock clock) {
        this.candidates = candidates;
        this.hindrances = hindrances;
        this.languages = languages;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * What keeps somebody from being asked at this moment, most fundamental first; an empty list if nothing does.
     *
     * @param organisation who calls; null if that is not known
     * @return empty if she has left the pool meanwhile
     */
    public Mono<List<Hindrance>> reasons(Interpreter interpreter, Need need, @Nullable OrganisationId organisation) {
        return candidates
                .one(interpreter.id(), languages.ladder(need.language()), organisation)
                .map(candidate -> reasons(interpreter, need, candidate));
    }

    private List<Hindrance> reasons(Interpreter interpreter, Need need, Candidate candidate) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, interpreter.timeZone());
        var ofObligations = hindrances.ofObligations(interpreter.profile(), today);
        return policy.obstacles(need, candidate, now).stream()
                .flatMap(rule -> inFull(rule, ofObligations))
                .toList();
    }

    /** One for each obligation, where the rule is about obligations. */
    private static Stream<Hindrance> inFull(LeftOut rule, List<Hindrance> ofObligations) {
        var named = ofObligations.stream()
                .filter(hindrance -> hindrance.code().equals(rule.code()))
                .toList();
        return named.isEmpty() ? Stream.of(Hindrance.of(rule)) : named.stream();
    }
}
