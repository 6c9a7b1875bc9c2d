package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.evaluation.CommitteeReport.Counted;
import de.dolmetscherhotline.evaluation.CommitteeReport.Table;
import de.dolmetscherhotline.sheet.Cell;
import de.dolmetscherhotline.sheet.SheetFile.Tab;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A report to the committee as tables of a file. */
@Component
class ReportTables {

    private final Words words;

    ReportTables(Words words) {
        this.words = words;
    }

    List<Tab> of(CommitteeReport report, Locale locale) {
        return Stream.concat(
                        Stream.of(figures(report, locale)),
                        report.tables().stream().map(ReportTables::tab))
                .toList();
    }

    private Tab figures(CommitteeReport report, Locale locale) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(List.of(
                Cell.text(words.text("evaluation.column.figure", locale)),
                Cell.text(words.period(report.period(), locale)),
                Cell.text(words.period(report.before(), locale)),
                Cell.text(words.text("evaluation.column.definition", locale))));
        report.figures()
                .forEach(figure -> rows.add(List.of(
                        Cell.text(figure.name()),
                        cell(figure.value()),
                        cell(figure.before()),
                        Cell.text(figure.definition()))));
        Stream.of(report.introduction(), report.paragraphs(), report.conclusion())
                .flatMap(List::stream)
                .forEach(paragraph -> rows.add(List.of(Cell.text(paragraph))));
        return new Tab(words.text("evaluation.tab.figures", locale), rows);
    }

    private static Tab tab(Table table) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(table.columns().stream().map(Cell::text).toList());
        table.lines()
                .forEach(line -> rows.add(Stream.concat(
                                Stream.of(Cell.text(line.label())),
                                line.counts().stream().map(ReportTables::cell))
                        .toList()));
        rows.add(List.of(Cell.text(table.note())));
        return new Tab(table.name(), rows);
    }

    private static Cell cell(Counted counted) {
        return cell(counted.value() == null ? null : BigDecimal.valueOf(counted.value()));
    }

    private static Cell cell(@Nullable BigDecimal value) {
        return value == null ? Cell.text(CommitteeReport.HIDDEN) : new Cell.Numeral(value, null);
    }
}
