package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.evaluation.BarChart.Bar;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A report to the committee as a PDF file, with a chart for each table. Blocks. */
@Component
class ReportPdf {

    private final PdfFile files;
    private final Words words;

    ReportPdf(PdfFile files, Words words) {
        this.files = files;
        this.words = words;
    }

    byte[] of(CommitteeReport report, Locale locale) {
        var numbers = NumberFormat.getNumberInstance(locale);
        var charts =
                report.tables().stream().map(table -> chart(table, numbers)).toList();
        return files.of("evaluation/report", Map.of("report", shown(report, charts, numbers, locale)), charts, locale);
    }

    /** What a chart shows: the last line is the sum of the others. */
    private static BarChart chart(CommitteeReport.Table table, NumberFormat numbers) {
        return new BarChart(table.lines().subList(0, table.lines().size() - 1).stream()
                .map(line -> bar(line, table.shown(), numbers))
                .toList());
    }

    private static Bar bar(CommitteeReport.Line line, int shown, NumberFormat numbers) {
        var count = line.counts().get(shown).value();
        return new Bar(line.label(), count, number(count, numbers));
    }

    private Shown shown(CommitteeReport report, List<BarChart> charts, NumberFormat numbers, Locale locale) {
        return new Shown(
                report.title(),
                report.introduction(),
                report.paragraphs(),
                report.figures().stream()
                        .map(figure -> new Figures(
                                figure.name(),
                                figure.definition(),
                                number(figure.value(), numbers),
                                number(figure.before(), numbers)))
                        .toList(),
                IntStream.range(0, charts.size())
                        .mapToObj(i -> tables(report.tables().get(i), charts.get(i), numbers, locale))
                        .toList(),
                report.conclusion());
    }

    private Tables tables(CommitteeReport.Table table, BarChart chart, NumberFormat numbers, Locale locale) {
        return new Tables(
                table.name(),
                table.note(),
                chart.height(),
                words.text("evaluation.report.chart", locale, table.name(), alternative(chart)),
                table.columns(),
                table.lines().stream()
                        .map(line -> new Lines(
                                line.label(),
                                line.counts().stream()
                                        .map(counted -> number(counted.value(), numbers))
                                        .toList()))
                        .toList());
    }

    private static String alternative(BarChart chart) {
        return chart.bars().stream()
                .map(bar -> bar.label() + ": " + bar.number())
                .collect(Collectors.joining("; "));
    }

    /** What stands on the pages. */
    record Shown(
            String title,
            List<String> introduction,
            List<String> paragraphs,
            List<Figures> figures,
            List<Tables> tables,
            List<String> conclusion) {}

    record Figures(String name, String definition, String value, String before) {}

    /**
     * A table with its chart.
     *
     * @param height of the chart
     * @param alternative what it shows, for those who do not see it
     */
    record Tables(String name, String note, int height, String alternative, List<String> columns, List<Lines> lines) {}

    record Lines(String label, List<String> counts) {}

    private static String number(@Nullable Number value, NumberFormat numbers) {
        return value == null ? CommitteeReport.HIDDEN : numbers.format(value);
    }
}
