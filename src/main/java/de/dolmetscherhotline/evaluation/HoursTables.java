package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.evaluation.Hours.Statement;
import de.dolmetscherhotline.evaluation.Hours.Sum;
import de.dolmetscherhotline.sheet.Cell;
import de.dolmetscherhotline.sheet.SheetFile.Tab;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The hours of volunteers as tables of a file: the sums of each, and the days. */
@Component
class HoursTables {

    private final Words words;

    HoursTables(Words words) {
        this.words = words;
    }

    List<Tab> of(List<Statement> all, Locale locale) {
        return List.of(sums(all, locale), days(all, locale));
    }

    private Tab sums(List<Statement> all, Locale locale) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(columns(Stream.of("name"), locale));
        all.forEach(statement -> rows.add(row(Stream.of(Cell.text(statement.name())), statement.sum())));
        return new Tab(words.text("evaluation.tab.sums", locale), rows);
    }

    private Tab days(List<Statement> all, Locale locale) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(columns(Stream.of("name", "day"), locale));
        for (var statement : all) {
            for (var day : statement.days()) {
                rows.add(row(Stream.of(Cell.text(statement.name()), new Cell.Day(day.day())), day.sum()));
            }
        }
        return new Tab(words.text("evaluation.tab.days", locale), rows);
    }

    private List<Cell> columns(Stream<String> first, Locale locale) {
        return Stream.concat(first, Stream.of("sessions", "minutes", "appointments", "on-site-minutes", "all-minutes"))
                .map(column -> Cell.text(words.text("evaluation.column." + column, locale)))
                .toList();
    }

    private static List<Cell> row(Stream<Cell> first, Sum sum) {
        var numbers =
                IntStream.of(sum.sessions(), sum.minutes(), sum.appointments(), sum.onSiteMinutes(), sum.allMinutes());
        return Stream.concat(first, numbers.mapToObj(number -> new Cell.Numeral(BigDecimal.valueOf(number), null)))
                .toList();
    }
}
