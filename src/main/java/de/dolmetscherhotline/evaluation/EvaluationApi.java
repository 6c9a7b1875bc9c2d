package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.evaluation.Comparisons.Compared;
import de.dolmetscherhotline.evaluation.Evaluation.Heat;
import de.dolmetscherhotline.evaluation.Evaluation.Overview;
import de.dolmetscherhotline.evaluation.Evaluation.Row;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.platform.SqlValues;
import de.dolmetscherhotline.sheet.SheetFile.Format;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/evaluation")
@Tag(
        name = "Evaluation",
        description =
                "key figures of a period beside those of the period before it: as many days, or as many months where the period is"
                        + " whole months")
class EvaluationApi {

    private static final String LANGUAGE = "Names and definitions are in German or English, as Accept-Language says.";

    private final Evaluation evaluation;
    private final Comparisons comparisons;
    private final EvaluationFiles files;
    private final Words words;

    EvaluationApi(Evaluation evaluation, Comparisons comparisons, EvaluationFiles files, Words words) {
        this.evaluation = evaluation;
        this.comparisons = comparisons;
        this.files = files;
        this.words = words;
    }

    @GetMapping
    @Operation(summary = "See the key figures of a period", description = LANGUAGE)
    Mono<OverviewView> overview(
            @Valid @ParameterObject PeriodQuery query, @Parameter(hidden = true) ServerWebExchange exchange) {
        var period = query.period();
        return comparisons
                .overview(query.district(), period)
                .map(found -> overview(period, found.now(), found.before(), Downloads.locale(exchange)))
                .switchIfEmpty(Mono.error(Downloads::noSuchDistrict));
    }

    private OverviewView overview(Period period, Overview now, Overview before, Locale locale) {
        return new OverviewView(
                PeriodView.of(period),
                PeriodView.of(period.before()),
                Stream.of(Figure.values())
                        .map(figure -> new FigureView(
                                figure,
                                words.name(figure, locale),
                                words.definition(figure, locale),
                                figure.of(now.counted(), now.waits()),
                                figure.of(before.counted(), before.waits())))
                        .toList(),
                now.counted().stars(),
                before.counted().stars(),
                WaitsView.of(now.rungBack()),
                WaitsView.of(before.rungBack()));
    }

    @GetMapping("/breakdown")
    @Operation(
            summary = "See the key figures of each language, municipality, hour …",
            description =
                    "Values of which there was something to count in either period. Hours and weekdays (1 = Monday) are wall time"
                            + " of the district. How long was waited is known by language, municipality and kind of"
                            + " organisation. " + LANGUAGE)
    Mono<BreakdownView> breakdown(
            @Valid @ParameterObject PeriodQuery query,
            @RequestParam Breakdown by,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        return comparisons
                .by(query.district(), query.period(), by)
                .map(found -> breakdown(by, found, Downloads.locale(exchange)))
                .switchIfEmpty(Mono.error(Downloads::noSuchDistrict));
    }

    private BreakdownView breakdown(Breakdown by, List<Compared<Row>> found, Locale locale) {
        return new BreakdownView(
                Stream.of(Figure.values())
                        .map(figure -> new DefinitionView(
                                figure, words.name(figure, locale), words.definition(figure, locale)))
                        .toList(),
                found.stream().map(row -> row(by, row, locale)).toList());
    }

    private RowView row(Breakdown by, Compared<Row> row, Locale locale) {
        var value = row.now().value();
        return new RowView(value, words.value(by, value, locale), figures(row.now()), figures(row.before()));
    }

    private static Map<String, BigDecimal> figures(Row row) {
        var figures = new LinkedHashMap<String, BigDecimal>();
        for (var figure : Figure.values()) {
            var value = figure.of(row.counted(), row.waits());
            if (value != null) {
                figures.put(SqlValues.word(figure), value);
            }
        }
        return figures;
    }

    @GetMapping("/heat-map")
    @Operation(
            summary = "See demand against readiness, by language and hour of the week",
            description = "Calls of the period against the weekly plans of today.")
    Mono<List<HeatView>> heatMap(
            @Valid @ParameterObject PeriodQuery query, @Parameter(hidden = true) ServerWebExchange exchange) {
        return evaluation
                .heatMap(query.district(), query.period())
                .map(all -> all.stream()
                        .map(heat -> heat(heat, Downloads.locale(exchange)))
                        .toList())
                .switchIfEmpty(Mono.error(Downloads::noSuchDistrict));
    }

    private HeatView heat(Heat heat, Locale locale) {
        var week = new LinkedHashMap<String, List<HourView>>();
        heat.week()
                .forEach((day, hours) -> week.put(
                        SqlValues.word(day),
                        hours.stream()
                                .map(hour -> new HourView(hour.calls(), hour.uncovered(), hour.planned()))
                                .toList()));
        return new HeatView(heat.language(), words.language(heat.language().tag(), locale), week);
    }

    @GetMapping("/offers")
    @Operation(summary = "See what became of the requests to interpreters")
    Mono<List<FateView>> offers(
            @Valid @ParameterObject PeriodQuery query, @Parameter(hidden = true) ServerWebExchange exchange) {
        var locale = Downloads.locale(exchange);
        return comparisons
                .offers(query.district(), query.period())
                .map(found -> found.stream()
                        .map(fate -> new FateView(
                                fate.fate(), words.fate(fate.fate(), locale), fate.offers(), fate.before()))
                        .toList())
                .switchIfEmpty(Mono.error(Downloads::noSuchDistrict));
    }

    @GetMapping("/fairness")
    @Operation(summary = "See how the load spreads over the pool")
    Mono<FairnessView> fairness(@Valid @ParameterObject PeriodQuery query) {
        return evaluation
                .fairness(query.district(), query.period())
                .map(FairnessView::of)
                .switchIfEmpty(Mono.error(Downloads::noSuchDistrict));
    }

    @GetMapping("/export")
    @Operation(summary = "Export all figures of a period", description = LANGUAGE)
    @TableFile
    Mono<ResponseEntity<byte[]>> export(
            @Valid @ParameterObject PeriodQuery query,
            @TableFormat @RequestParam(defaultValue = "csv") Format format,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        return files.figures(query.district(), query.period(), format, Downloads.locale(exchange))
                .switchIfEmpty(Mono.error(Downloads::noSuchDistrict));
    }

    @Schema(name = "EvaluationPeriod")
    record PeriodView(
            LocalDate from,

            @Schema(description = "the last day, which is included")
            LocalDate to) {

        static PeriodView of(Period period) {
            return new PeriodView(period.from(), period.to());
        }
    }

    @Schema(name = "EvaluationOverview")
    record OverviewView(
            PeriodView period,
            PeriodView before,
            List<FigureView> figures,

            @Schema(description = "how many ratings with 1, 2, 3, 4 and 5 stars")
            List<Long> stars,

            List<Long> starsBefore,

            @Schema(description = "how long it took where somebody was rung back instead of holding the line")
            WaitsView rungBack,

            WaitsView rungBackBefore) {}

    @Schema(name = "EvaluationFigure")
    record FigureView(
            Figure figure,
            String name,
            String definition,

            @Schema(description = "null where there is nothing it could be worked out from") @Nullable
            BigDecimal value,

            @Nullable BigDecimal before) {}

    @Schema(name = "EvaluationWaits")
    record WaitsView(
            long sessions,
            @Nullable Integer medianSeconds,

            @Schema(description = "not exceeded by 80 %") @Nullable
            Integer seconds80,

            @Schema(description = "not exceeded by 95 %") @Nullable
            Integer seconds95) {

        static WaitsView of(Waits waits) {
            return new WaitsView(waits.sessions(), waits.median(), waits.most(), waits.nearlyAll());
        }
    }

    @Schema(name = "EvaluationDefinition")
    record DefinitionView(Figure figure, String name, String definition) {}

    @Schema(name = "EvaluationBreakdown")
    record BreakdownView(List<DefinitionView> definitions, List<RowView> rows) {}

    @Schema(name = "EvaluationRow")
    record RowView(
            @Schema(description = "a language's tag, an outcome …; an empty municipality is unknown")
            String value,

            String name,

            @Schema(description = "by the word of the figure; without those that there is nothing to work out from")
            Map<String, BigDecimal> figures,

            Map<String, BigDecimal> before) {}

    @Schema(name = "EvaluationHeat")
    record HeatView(
            @Schema(description = "BCP 47 tag") Language language,

            String name,

            @Schema(description = "for each weekday the hours from 0 to 23")
            Map<String, List<HourView>> week) {}

    @Schema(name = "EvaluationHour")
    record HourView(
            @Schema(description = "calls of this hour, of all weeks of the period")
            long calls,

            @Schema(description = "of these, for which nobody could be asked")
            long uncovered,

            @Schema(description = "members of the pool who have planned the whole hour")
            int planned) {}

    @Schema(name = "EvaluationFate")
    record FateView(String fate, String name, long offers, long before) {}

    @Schema(name = "EvaluationFairness")
    record FairnessView(
            @Schema(description = "active members of the pool, and everybody else who was asked")
            int members,

            int neverAsked,
            int withoutSession,

            @Schema(description = "which part of the sessions the busiest tenth of them had") @Nullable
            BigDecimal topTenthPercent,

            @Schema(description = "0: all had the same; towards 1: one had all") @Nullable
            BigDecimal gini,

            @Schema(description = "most sessions first") List<LoadView> loads) {

        static FairnessView of(Fairness fairness) {
            return new FairnessView(
                    fairness.members(),
                    fairness.neverAsked(),
                    fairness.withoutSession(),
                    fairness.topTenthPercent(),
                    fairness.gini(),
                    fairness.loads().stream().map(LoadView::of).toList());
        }
    }

    @Schema(name = "EvaluationLoad")
    record LoadView(
            @Schema(description = "names nobody any more if the person was erased")
            UUID interpreterId,

            long sessions,
            BigDecimal minutes,
            long asked,
            long accepted) {

        static LoadView of(Load load) {
            return new LoadView(
                    load.interpreter(),
                    load.sessions(),
                    Figure.minutes(load.talkMillis()),
                    load.asked(),
                    load.accepted());
        }
    }
}
