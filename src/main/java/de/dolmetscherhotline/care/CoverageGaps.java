package de.dolmetscherhotline.care;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.language.Languages;
import de.dolmetscherhotline.language.SpokenLanguage;
import de.dolmetscherhotline.line.District;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.text.Texts;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Tells coordinators every Monday for how many hours of the week nobody has planned to be there, by language. Districts whose
 * volunteers make no plans are left alone.
 */
@Component
class CoverageGaps implements Round {

    private static final Duration WORTH_SENDING = Duration.ofHours(4);
    private static final int MOST_NAMED = 4;

    private final Coordinators coordinators;
    private final Gaps gaps;
    private final Languages languages;
    private final Reminders reminders;
    private final Texts texts;
    private final TransactionalOperator transaction;
    private final CareSettings settings;

    CoverageGaps(
            Coordinators coordinators,
            Gaps gaps,
            Languages languages,
            Reminders reminders,
            Texts texts,
            TransactionalOperator transaction,
            CareSettings settings) {
        this.coordinators = coordinators;
        this.gaps = gaps;
        this.languages = languages;
        this.reminders = reminders;
        this.texts = texts;
        this.transaction = transaction;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return "care-gaps";
    }

    @Override
    public Mono<Void> visit(District district, ZonedDateTime there) {
        if (there.getDayOfWeek() != DayOfWeek.MONDAY || !settings.isDaytime(there.toLocalTime())) {
            return Mono.empty();
        }
        return gaps.plansAreMade(district.id())
                .filter(Boolean::booleanValue)
                .flatMapMany(made -> coordinators.of(district.id()))
                .concatMap(line -> tell(line, there.toLocalDate()))
                .then();
    }

    private Mono<Void> tell(Line line, LocalDate monday) {
        return gaps.of(line)
                .filter(found -> !found.isEmpty())
                .flatMap(found -> reminders
                        .note(line.id(), "gaps/" + monday)
                        .filter(Boolean::booleanValue)
                        .flatMap(first -> texts.toCoordinator(line.id(), WORTH_SENDING, "alert.gaps", written(found)))
                        .as(transaction::transactional));
    }

    /** Those with most hours first; a text has no room for all. */
    private String written(List<Gap> found) {
        Map<Language, Integer> hours =
                found.stream().collect(Collectors.groupingBy(Gap::language, Collectors.summingInt(Gap::hours)));
        var named = hours.entrySet().stream()
                .sorted(Map.Entry.<Language, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().tag()))
                .limit(MOST_NAMED)
                .map(entry -> name(entry.getKey()) + " " + entry.getValue() + " h")
                .collect(Collectors.joining(", "));
        return hours.size() > MOST_NAMED ? named + " ..." : named;
    }

    private String name(Language language) {
        return languages.byTag(language).map(SpokenLanguage::name).orElse(language.tag());
    }
}
