package de.dolmetscherhotline.dashboard.figures;

import de.dolmetscherhotline.dashboard.figures.ChartTable.Column;
import de.dolmetscherhotline.dashboard.figures.ChartTable.Kind;
import de.dolmetscherhotline.dashboard.figures.ChartTable.Line;
import de.dolmetscherhotline.dashboard.figures.ChartTable.Value;
import de.dolmetscherhotline.evaluation.Comparisons.Compared;
import de.dolmetscherhotline.evaluation.Evaluation.Overview;
import de.dolmetscherhotline.evaluation.Figure;
import de.dolmetscherhotline.evaluation.Waits;
import de.dolmetscherhotline.evaluation.Words;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The key figures of a period, each beside its definition and that of the period before. */
@Component
class OverviewTiles {

    private static final List<Figure> WITHIN = List.of(Figure.WITHIN_30, Figure.WITHIN_60, Figure.WITHIN_120);

    private final Words words;
    private final MessageSource messages;

    OverviewTiles(Words words, MessageSource messages) {
        this.words = words;
        this.messages = messages;
    }

    /** Figures that belong together. */
    public record Group(String id, List<Tile> tiles) {}

    public record Tile(String word, String name, String definition, String value, String before) {}

    List<Group> groups(Compared<Overview> found, Locale locale) {
        return List.of(
                group(
                        "use",
                        found,
                        locale,
                        Figure.CALLS,
                        Figure.SESSIONS,
                        Figure.MINUTES,
                        Figure.ABANDONED,
                        Figure.EMERGENCIES,
                        Figure.ATTEMPTS),
                group("coverage", found, locale, Figure.WANTED, Figure.UNCOVERED),
                group(
                        "waiting",
                        found,
                        locale,
                        Figure.MEDIAN_SECONDS,
                        Figure.SECONDS_80,
                        Figure.SECONDS_95,
                        Figure.WITHIN_30,
                        Figure.WITHIN_60,
                        Figure.WITHIN_120),
                group("ratings", found, locale, Figure.STARS, Figure.RATINGS));
    }

    private Group group(String id, Compared<Overview> found, Locale locale, Figure... figures) {
        return new Group(
                id,
                Stream.of(figures).map(figure -> tile(figure, found, locale)).toList());
    }

    private Tile tile(Figure figure, Compared<Overview> found, Locale locale) {
        var numbers = NumberFormat.getNumberInstance(locale);
        return new Tile(
                figure.name().toLowerCase(Locale.ROOT),
                words.name(figure, locale),
                words.definition(figure, locale),
                Value.of(of(figure, found.now()), numbers).text(),
                Value.of(of(figure, found.before()), numbers).text());
    }

    private static @Nullable BigDecimal of(Figure figure, Overview overview) {
        return figure.of(overview.counted(), overview.waits());
    }

    /** Which part of the covered demand was connected how soon. */
    ChartTable within(Compared<Overview> found, Locale locale) {
        var numbers = NumberFormat.getNumberInstance(locale);
        return compared(
                "within",
                Kind.COLUMNS,
                WITHIN.stream()
                        .map(figure -> Line.of(
                                words.name(figure, locale),
                                List.of(
                                        Value.of(of(figure, found.now()), numbers),
                                        Value.of(of(figure, found.before()), numbers))))
                        .toList(),
                locale);
    }

    /** How many ratings had how many stars. */
    ChartTable stars(Compared<Overview> found, Locale locale) {
        var numbers = NumberFormat.getNumberInstance(locale);
        var now = found.now().counted().stars();
        var before = found.before().counted().stars();
        return compared(
                "stars",
                Kind.COLUMNS,
                IntStream.range(0, now.size())
                        .mapToObj(i -> Line.of(
                                messages.getMessage("figures.star", new Object[] {i + 1}, locale),
                                List.of(Value.of(now.get(i), numbers), Value.of(before.get(i), numbers))))
                        .toList(),
                locale);
    }

    private ChartTable compared(String id, Kind kind, List<Line> lines, Locale locale) {
        return new ChartTable(
                id,
                text("figures." + id, locale),
                kind,
                text("figures." + id + ".label", locale),
                List.of(
                        new Column(text("figures.now", locale), null, true),
                        new Column(text("figures.before", locale), null, true)),
                lines);
    }

    /** Times to the interpreter of those who held the line and of those who were rung back. */
    ChartTable waits(Compared<Overview> found, Locale locale) {
        return new ChartTable(
                "waits",
                text("figures.waits", locale),
                Kind.NONE,
                text("figures.waits.label", locale),
                List.of(
                        new Column(
                                text("figures.waits.sessions", locale),
                                text("figures.waits.definition", locale),
                                false),
                        new Column(text("figures.waits.median", locale), null, false),
                        new Column(text("figures.waits.most", locale), null, false),
                        new Column(text("figures.waits.nearly-all", locale), null, false)),
                List.of(
                        waits("line", found.now().waits(), locale),
                        waits("line-before", found.before().waits(), locale),
                        waits("rung-back", found.now().rungBack(), locale),
                        waits("rung-back-before", found.before().rungBack(), locale)));
    }

    private Line waits(String label, Waits waits, Locale locale) {
        var numbers = NumberFormat.getNumberInstance(locale);
        return Line.of(
                text("figures.waits." + label, locale),
                List.of(
                        Value.of(waits.sessions(), numbers),
                        seconds(waits.median(), numbers),
                        seconds(waits.most(), numbers),
                        seconds(waits.nearlyAll(), numbers)));
    }

    private static Value seconds(@Nullable Integer seconds, NumberFormat numbers) {
        return Value.of(seconds == null ? null : BigDecimal.valueOf(seconds), numbers);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
