package de.dolmetscherhotline.dashboard.figures;

import de.dolmetscherhotline.dashboard.figures.ChartTable.Column;
import de.dolmetscherhotline.dashboard.figures.ChartTable.Kind;
import de.dolmetscherhotline.dashboard.figures.ChartTable.Line;
import de.dolmetscherhotline.dashboard.figures.ChartTable.Value;
import de.dolmetscherhotline.evaluation.Breakdown;
import de.dolmetscherhotline.evaluation.Comparisons.Compared;
import de.dolmetscherhotline.evaluation.Comparisons.Fate;
import de.dolmetscherhotline.evaluation.Evaluation.Row;
import de.dolmetscherhotline.evaluation.Figure;
import de.dolmetscherhotline.evaluation.Words;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Figures by language, municipality, hour … as tables of a page, in each beside the calls of the period before. */
@Component
class BreakdownTables {

    private static final int HOURS = 24;
    private static final int DAYS = 7;

    private final Words words;
    private final MessageSource messages;

    BreakdownTables(Words words, MessageSource messages) {
        this.words = words;
        this.messages = messages;
    }

    /** The calls of this period and of that before, drawn as a chart, and these figures. */
    ChartTable of(Breakdown by, List<Compared<Row>> rows, Kind kind, List<Figure> figures, Locale locale) {
        var numbers = NumberFormat.getNumberInstance(locale);
        var columns = Stream.concat(
                Stream.of(
                        column(Figure.CALLS, true, locale),
                        new Column(text("figures.calls-before", locale), null, true)),
                figures.stream().map(figure -> column(figure, false, locale)));
        return table(
                by,
                kind,
                columns.toList(),
                complete(by, rows),
                locale,
                row -> Stream.concat(
                                Stream.of(
                                        Value.of(row.now().counted().calls(), numbers),
                                        Value.of(row.before().counted().calls(), numbers)),
                                figures.stream()
                                        .map(figure -> Value.of(
                                                figure.of(
                                                        row.now().counted(),
                                                        row.now().waits()),
                                                numbers)))
                        .toList());
    }

    /** For each language the demand on the line: that for which somebody could be asked, and the other. */
    ChartTable coverage(List<Compared<Row>> rows, Locale locale) {
        var numbers = NumberFormat.getNumberInstance(locale);
        var columns = List.of(
                new Column(text("figures.covered", locale), text("figures.covered.definition", locale), true),
                column(Figure.UNCOVERED, true, locale));
        var demanded =
                rows.stream().filter(row -> row.now().counted().wanted() > 0).toList();
        var table = table(
                Breakdown.LANGUAGE,
                Kind.STACKED,
                columns,
                demanded,
                locale,
                row -> List.of(
                        Value.of(row.now().counted().covered(), numbers),
                        Value.of(row.now().counted().uncovered(), numbers)));
        return new ChartTable(
                "coverage", text("figures.coverage", locale), table.kind(), table.labels(), columns, table.lines());
    }

    private ChartTable table(
            Breakdown by,
            Kind kind,
            List<Column> columns,
            List<Compared<Row>> rows,
            Locale locale,
            Function<Compared<Row>, List<Value>> values) {
        var id = "by-" + by.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new ChartTable(
                id,
                text("figures." + id, locale),
                kind,
                text("figures." + id + ".label", locale),
                columns,
                rows.stream()
                        .map(row -> Line.of(words.value(by, row.now().value(), locale), values.apply(row)))
                        .toList());
    }

    /** Hours and weekdays in which nothing was belong there as well. */
    private static List<Compared<Row>> complete(Breakdown by, List<Compared<Row>> rows) {
        return switch (by) {
            case OUTCOME, LANGUAGE, ORGANISATION_KIND, MUNICIPALITY -> rows;
            case HOUR -> complete(IntStream.range(0, HOURS), rows);
            case WEEKDAY -> complete(IntStream.rangeClosed(1, DAYS), rows);
        };
    }

    private static List<Compared<Row>> complete(IntStream values, List<Compared<Row>> rows) {
        Map<String, Compared<Row>> known =
                rows.stream().collect(Collectors.toMap(row -> row.now().value(), Function.identity()));
        return values.mapToObj(Integer::toString)
                .map(value -> known.getOrDefault(value, new Compared<>(Row.nothing(value), Row.nothing(value))))
                .toList();
    }

    /** What became of requests to interpreters. */
    ChartTable offers(List<Fate> fates, Locale locale) {
        var numbers = NumberFormat.getNumberInstance(locale);
        return new ChartTable(
                "offers",
                text("figures.offers", locale),
                Kind.BARS,
                text("figures.offers.label", locale),
                List.of(
                        new Column(text("figures.offers.now", locale), text("figures.offers.definition", locale), true),
                        new Column(text("figures.before", locale), null, true)),
                fates.stream()
                        .map(fate -> Line.of(
                                words.fate(fate.fate(), locale),
                                List.of(Value.of(fate.offers(), numbers), Value.of(fate.before(), numbers))))
                        .toList());
    }

    private Column column(Figure figure, boolean drawn, Locale locale) {
        return new Column(words.name(figure, locale), words.definition(figure, locale), drawn);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
