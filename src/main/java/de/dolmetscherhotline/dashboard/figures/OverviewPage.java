package de.dolmetscherhotline.dashboard.figures;

import de.dolmetscherhotline.audit.RecordsItself;
import de.dolmetscherhotline.dashboard.figures.ChartTable.Kind;
import de.dolmetscherhotline.evaluation.Breakdown;
import de.dolmetscherhotline.evaluation.Comparisons;
import de.dolmetscherhotline.evaluation.Comparisons.Compared;
import de.dolmetscherhotline.evaluation.Evaluation.Overview;
import de.dolmetscherhotline.evaluation.Evaluation.Row;
import de.dolmetscherhotline.evaluation.EvaluationFiles;
import de.dolmetscherhotline.sheet.SheetFile.Format;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The key figures of a period, and how calls ended. */
@DashboardPage(Role.VIEWER)
class OverviewPage {

    static final String PATH = "/dashboard/evaluation";

    /** What a period is where none is chosen. */
    static final Preset USUAL = Preset.THIS_MONTH;

    private final Comparisons comparisons;
    private final EvaluationFiles files;
    private final OverviewTiles tiles;
    private final BreakdownTables tables;
    private final PeriodPages pages;

    OverviewPage(
            Comparisons comparisons,
            EvaluationFiles files,
            OverviewTiles tiles,
            BreakdownTables tables,
            PeriodPages pages) {
        this.comparisons = comparisons;
        this.files = files;
        this.tiles = tiles;
        this.tables = tables;
        this.pages = pages;
    }

    @GetMapping(PATH)
    @RecordsItself("figures, nobody in particular")
    Mono<Rendering> page(@AuthenticationPrincipal Staff who, @ModelAttribute ChosenPeriod.Typed typed, Locale locale) {
        return pages.page(
                "overview",
                pages.chosen(who, typed, USUAL),
                locale,
                period -> Mono.zip(
                        comparisons.overview(who.district(), period),
                        comparisons.by(who.district(), period, Breakdown.OUTCOME),
                        (overview, outcomes) -> content(overview, outcomes, locale)));
    }

    private Map<String, Object> content(Compared<Overview> overview, List<Compared<Row>> outcomes, Locale locale) {
        return Map.of(
                "groups",
                tiles.groups(overview, locale),
                "within",
                tiles.within(overview, locale),
                "waits",
                tiles.waits(overview, locale),
                "stars",
                tiles.stars(overview, locale),
                "outcomes",
                tables.of(Breakdown.OUTCOME, outcomes, Kind.BARS, List.of(), locale));
    }

    /** All figures of the period as a file. */
    @GetMapping(PATH + "/export")
    Mono<ResponseEntity<byte[]>> export(
            @AuthenticationPrincipal Staff who,
            @ModelAttribute ChosenPeriod.Typed typed,
            @RequestParam Format format,
            Locale locale) {
        return pages.file(
                pages.chosen(who, typed, USUAL), period -> files.figures(who.district(), period, format, locale));
    }
}
