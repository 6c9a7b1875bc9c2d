package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.evaluation.Evaluation.Heat;
import de.dolmetscherhotline.evaluation.Evaluation.Hour;
import de.dolmetscherhotline.evaluation.Evaluation.Overview;
import de.dolmetscherhotline.evaluation.Evaluation.Row;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.sheet.Cell;
import de.dolmetscherhotline.sheet.SheetFile.Tab;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All figures of a period as tables of a file. For the coordinator: small counts are in them. */
@Component
class FigureTables {

    private final Evaluation evaluation;
    private final Words words;

    FigureTables(Evaluation evaluation, Words words) {
        this.evaluation = evaluation;
        this.words = words;
    }

    /** Empty if there is no such district. */
    Mono<List<Tab>> of(DistrictId district, Period period, Locale locale) {
        return overview(district, period, locale)
                .flatMap(overview -> Flux.concat(
                                Mono.just(overview),
                                Flux.fromArray(Breakdown.values())
                                        .concatMap(breakdown -> breakdown(district, period, breakdown, locale)),
                                hours(district, period, locale),
                                offers(district, period, locale))
                        .collectList());
    }

    private Mono<Tab> overview(DistrictId district, Period period, Locale locale) {
        return evaluation
                .overview(district, period)
                .zipWhen(now -> evaluation.overview(district, period.before()))
                .map(found -> tab("figures", overview(period, found.getT1(), found.getT2(), locale), locale));
    }

    private List<List<Cell>> overview(Period period, Overview now, Overview before, Locale locale) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(List.of(
                column("figure", locale),
                Cell.text(words.period(period, locale)),
                Cell.text(words.period(period.before(), locale)),
                column("definition", locale)));
        for (var figure : Figure.values()) {
            rows.add(List.of(
                    Cell.text(words.name(figure, locale)),
                    number(figure.of(now.counted(), now.waits())),
                    number(figure.of(before.counted(), before.waits())),
                    Cell.text(words.definition(figure, locale))));
        }
        return rows;
    }

    private Mono<Tab> breakdown(DistrictId district, Period period, Breakdown breakdown, Locale locale) {
        return evaluation
                .by(district, period, breakdown)
                .map(found -> new Tab(words.word("breakdown", breakdown, locale), breakdown(breakdown, found, locale)));
    }

    private List<List<Cell>> breakdown(Breakdown breakdown, List<Row> found, Locale locale) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(Stream.concat(
                        Stream.of(words.word("breakdown", breakdown, locale)),
                        Stream.of(Figure.values()).map(figure -> words.name(figure, locale)))
                .map(Cell::text)
                .toList());
        for (var row : found) {
            rows.add(Stream.concat(
                            Stream.of(Cell.text(words.value(breakdown, row.value(), locale))),
                            Stream.of(Figure.values()).map(figure -> number(figure.of(row.counted(), row.waits()))))
                    .toList());
        }
        return rows;
    }

    private Mono<Tab> hours(DistrictId district, Period period, Locale locale) {
        return evaluation.heatMap(district, period).map(heat -> tab("hours", hours(heat, locale), locale));
    }

    private List<List<Cell>> hours(List<Heat> heat, Locale locale) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(Stream.of("language", "weekday", "hour", "calls", "uncovered", "planned")
                .map(column -> column(column, locale))
                .toList());
        for (var language : heat) {
            var name = words.language(language.language().tag(), locale);
            language.week().forEach((day, hours) -> addHours(rows, name, day, hours, locale));
        }
        return rows;
    }

    /** Hours in which nobody called and nobody plans to be there say nothing. */
    private void addHours(List<List<Cell>> rows, String language, DayOfWeek day, List<Hour> hours, Locale locale) {
        for (int i = 0; i < hours.size(); i++) {
            var hour = hours.get(i);
            if (hour.calls() > 0 || hour.planned() > 0) {
                rows.add(List.of(
                        Cell.text(language),
                        Cell.text(words.value(Breakdown.WEEKDAY, Integer.toString(day.getValue()), locale)),
                        number(BigDecimal.valueOf(i)),
                        number(BigDecimal.valueOf(hour.calls())),
                        number(BigDecimal.valueOf(hour.uncovered())),
                        number(BigDecimal.valueOf(hour.planned()))));
            }
        }
    }

    private Mono<Tab> offers(DistrictId district, Period period, Locale locale) {
        return evaluation.offers(district, period).map(offers -> tab("offers", offers(offers, locale), locale));
    }

    private List<List<Cell>> offers(Map<String, Long> offers, Locale locale) {
        return Stream.concat(
                        Stream.of(List.of(column("fate", locale), column("offers", locale))),
                        offers.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(entry -> List.of(
                                        Cell.text(words.fate(entry.getKey(), locale)),
                                        number(BigDecimal.valueOf(entry.getValue())))))
                .toList();
    }

    private Tab tab(String name, List<List<Cell>> rows, Locale locale) {
        return new Tab(words.text("evaluation.tab." + name, locale), rows);
    }

    private Cell column(String name, Locale locale) {
        return Cell.text(words.text("evaluation.column." + name, locale));
    }

    private static Cell number(@Nullable BigDecimal value) {
        return value == null ? Cell.empty() : new Cell.Numeral(value, null);
    }
}
