package de.dolmetscherhotline.dashboard.figures;

import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.dashboard.figures.ChartTable.Kind;
import de.dolmetscherhotline.evaluation.Breakdown;
import de.dolmetscherhotline.evaluation.Comparisons;
import de.dolmetscherhotline.evaluation.Figure;
import de.dolmetscherhotline.evaluation.Period;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who calls, from where, and when. */
@DashboardPage(Role.VIEWER)
@RecordsItself("figures, nobody in particular")
class DemandPage {

    static final String PATH = OverviewPage.PATH + "/demand";

    private static final List<Breakdown> SHOWN =
            List.of(Breakdown.ORGANISATION_KIND, Breakdown.MUNICIPALITY, Breakdown.HOUR, Breakdown.WEEKDAY);

    private static final List<Figure> OF_CALLERS = List.of(
            Figure.SESSIONS,
            Figure.MINUTES,
            Figure.ABANDONED,
            Figure.UNCOVERED,
            Figure.MEDIAN_SECONDS,
            Figure.SECONDS_80,
            Figure.SECONDS_95,
            Figure.WITHIN_30,
            Figure.WITHIN_60,
            Figure.WITHIN_120,
            Figure.STARS);

    private static final List<Figure> OF_TIMES =
            List.of(Figure.SESSIONS, Figure.ABANDONED, Figure.WANTED, Figure.UNCOVERED, Figure.WITHIN_60);

    private final Comparisons comparisons;
    private final BreakdownTables tables;
    private final PeriodPages pages;

    DemandPage(Comparisons comparisons, BreakdownTables tables, PeriodPages pages) {
        this.comparisons = comparisons;
        this.tables = tables;
        this.pages = pages;
    }

    @GetMapping(PATH)
    Mono<Rendering> page(@AuthenticationPrincipal Staff who, @ModelAttribute ChosenPeriod.Typed typed, Locale locale) {
        return pages.page(
                "demand",
                pages.chosen(who, typed, OverviewPage.USUAL),
                locale,
                period -> Flux.fromIterable(SHOWN)
                        .concatMap(by -> table(who, period, by, locale))
                        .collectList()
                        .map(found -> Map.of("tables", found)));
    }

    private Mono<ChartTable> table(Staff who, Period period, Breakdown by, Locale locale) {
        return comparisons.by(who.district(), period, by).map(rows -> switch (by) {
            case HOUR, WEEKDAY -> tables.of(by, rows, Kind.COLUMNS, OF_TIMES, locale);
            case OUTCOME, LANGUAGE, ORGANISATION_KIND, MUNICIPALITY ->
                tables.of(by, rows, Kind.BARS, OF_CALLERS, locale);
        });
    }
}
