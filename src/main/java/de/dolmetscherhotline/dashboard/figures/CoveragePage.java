package de.dolmetscherhotline.dashboard.figures;

import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.dashboard.figures.ChartTable.Kind;
import de.dolmetscherhotline.evaluation.Breakdown;
import de.dolmetscherhotline.evaluation.Comparisons;
import de.dolmetscherhotline.evaluation.Comparisons.Compared;
import de.dolmetscherhotline.evaluation.Evaluation;
import de.dolmetscherhotline.evaluation.Evaluation.Heat;
import de.dolmetscherhotline.evaluation.Evaluation.Row;
import de.dolmetscherhotline.evaluation.Figure;
import de.dolmetscherhotline.evaluation.Words;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What is asked for in which language, and whether somebody is there for it. */
@DashboardPage(Role.VIEWER)
@RecordsItself("figures, nobody in particular")
class CoveragePage {

    static final String PATH = OverviewPage.PATH + "/languages";

    private static final List<Figure> SHOWN = List.of(
            Figure.SESSIONS,
            Figure.MINUTES,
            Figure.ABANDONED,
            Figure.WANTED,
            Figure.UNCOVERED,
            Figure.MEDIAN_SECONDS,
            Figure.SECONDS_80,
            Figure.SECONDS_95,
            Figure.WITHIN_30,
            Figure.WITHIN_60,
            Figure.WITHIN_120,
            Figure.STARS);

    private final Comparisons comparisons;
    private final Evaluation evaluation;
    private final BreakdownTables tables;
    private final Words words;
    private final PeriodPages pages;

    CoveragePage(
            Comparisons comparisons, Evaluation evaluation, BreakdownTables tables, Words words, PeriodPages pages) {
        this.comparisons = comparisons;
        this.evaluation = evaluation;
        this.tables = tables;
        this.words = words;
        this.pages = pages;
    }

    /** @param days of the heat map */
    @GetMapping(PATH)
    Mono<Rendering> page(
            @AuthenticationPrincipal Staff who,
            @ModelAttribute ChosenPeriod.Typed typed,
            @RequestParam(required = false) @Nullable String days,
            Locale locale) {
        return pages.page(
                "languages",
                pages.chosen(who, typed, OverviewPage.USUAL),
                locale,
                period -> Mono.zip(
                        comparisons.by(who.district(), period, Breakdown.LANGUAGE),
                        evaluation.heatMap(who.district(), period),
                        (languages, heat) -> content(languages, heat, days, locale)));
    }

    private Map<String, Object> content(
            List<Compared<Row>> languages, List<Heat> heat, @Nullable String days, Locale locale) {
        return Map.of(
                "coverage",
                tables.coverage(languages, locale),
                "languages",
                tables.of(Breakdown.LANGUAGE, languages, Kind.BARS, SHOWN, locale),
                "heat",
                HeatMap.of(heat, days, one -> words.language(one.language().tag(), locale)),
                "choices",
                HeatMap.choices());
    }
}
