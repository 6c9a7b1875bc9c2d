package de.dolmetscherhotline.care;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.line.OpeningHours;
import de.dolmetscherhotline.pool.Coverage;
import de.dolmetscherhotline.pool.Coverage.OfLanguage;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Where the weekly plans of a pool leave the menu of a line uncovered. Public holidays, absences and words do not count: this
 * is about whom to win for which hour, not about tonight.
 */
@Component
class Gaps {

    private static final int HOURS = 24;

    private final Coverage coverage;
    private final Clock clock;

    Gaps(Coverage coverage, Clock clock) {
        this.coverage = coverage;
        this.clock = clock;
    }

    /** The gaps of each language in the menu of the line, in its order and that of the week. */
    Mono<List<Gap>> of(Line line) {
        return covered(line.districtId())
                .map(covered -> line.languages().stream()
                        .flatMap(language -> of(language, covered, line.openingHours()))
                        .toList());
    }

    /** Whether anybody of the district has planned a whole hour; if not, they do without plans. */
    Mono<Boolean> plansAreMade(DistrictId district) {
        return covered(district)
                .map(covered -> covered.stream()
                        .flatMap(
                                language -> language.planned().values().stream().flatMap(List::stream))
                        .anyMatch(people -> people > 0));
    }

    private Mono<List<OfLanguage>> covered(DistrictId district) {
        return coverage.of(district, clock.instant()).collectList();
    }

    private static Stream<Gap> of(Language language, List<OfLanguage> covered, @Nullable OpeningHours open) {
        var known = covered.stream()
                .filter(candidate -> candidate.language().equals(language))
                .findFirst();
        return Stream.of(DayOfWeek.values())
                .flatMap(day -> on(day, language, hour -> isOpen(open, day, hour) && people(known, day, hour) == 0));
    }

    private static int people(Optional<OfLanguage> known, DayOfWeek day, int hour) {
        return known.map(language -> language.planned().getOrDefault(day, List.of()))
                .filter(hours -> hour < hours.size())
                .map(hours -> hours.get(hour))
                .orElse(0);
    }

    /** An hour counts as open if the line is open at its beginning or at its half. */
    private static boolean isOpen(@Nullable OpeningHours open, DayOfWeek day, int hour) {
        return open == null
                || open.on(day).stream()
                        .anyMatch(
                                span -> span.includes(LocalTime.of(hour, 0)) || span.includes(LocalTime.of(hour, 30)));
    }

    private static Stream<Gap> on(DayOfWeek day, Language language, IntPredicate missing) {
        var gaps = new ArrayList<Gap>();
        int hour = 0;
        while (hour < HOURS) {
            int from = hour;
            while (hour < HOURS && missing.test(hour)) {
                hour++;
            }
            if (hour > from) {
                gaps.add(new Gap(language, day, from, hour));
            }
            hour++;
        }
        return gaps.stream();
    }
}
