package de.dolmetscherhotline.dashboard.figures;

import de.dolmetscherhotline.dashboard.figures.ChartTable.Column;
import de.dolmetscherhotline.dashboard.figures.ChartTable.Kind;
import de.dolmetscherhotline.dashboard.figures.ChartTable.Line;
import de.dolmetscherhotline.dashboard.figures.ChartTable.Value;
import de.dolmetscherhotline.evaluation.CommitteeReport;
import de.dolmetscherhotline.evaluation.CommitteeReport.Table;
import de.dolmetscherhotline.evaluation.CommitteeReports;
import de.dolmetscherhotline.evaluation.EvaluationFiles;
import de.dolmetscherhotline.sheet.SheetFile.Format;
import de.dolmetscherhotline.staff.DashboardPage;
import de.dolmetscherhotline.staff.DashboardViews;
import de.dolmetscherhotline.staff.Role;
import de.dolmetscherhotline.staff.Staff;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The report to the committee about a period: what it will look like, and the files. */
@DashboardPage(Role.VIEWER)
class ReportPage {

    static final String PATH = "/dashboard/report";

    /** Whole quarters once, as ADR 28 advises. */
    static final Preset USUAL = Preset.LAST_QUARTER;

    /** Said where the texts have just been saved. */
    static final String SAVED = "texts";

    private final CommitteeReports reports;
    private final EvaluationFiles files;
    private final PeriodPages pages;

    ReportPage(CommitteeReports reports, EvaluationFiles files, PeriodPages pages) {
        this.reports = reports;
        this.files = files;
        this.pages = pages;
    }

    /**
     * The report as a page shows it.
     *
     * @param hidden how many counts are not published
     */
    public record Preview(
            String title,
            List<String> introduction,
            List<String> paragraphs,
            List<Told> figures,
            List<Tabled> tables,
            List<String> conclusion,
            long hidden) {

        private static Preview of(CommitteeReport report, NumberFormat numbers) {
            return new Preview(
                    report.title(),
                    report.introduction(),
                    report.paragraphs(),
                    report.figures().stream()
                            .map(figure -> new Told(
                                    figure.name(),
                                    figure.definition(),
                                    count(figure.value(), numbers).text(),
                                    count(figure.before(), numbers).text()))
                            .toList(),
                    IntStream.range(0, report.tables().size())
                            .mapToObj(i -> Tabled.of(i, report.tables().get(i), numbers))
                            .toList(),
                    report.conclusion(),
                    report.tables().stream()
                            .flatMap(table -> table.lines().stream())
                            .flatMap(line -> line.counts().stream())
                            .filter(counted -> counted.value() == null)
                            .count());
        }
    }

    public record Told(String name, String definition, String value, String before) {}

    /** A table with what is counted in it, and its last line, which is the sum of the others. */
    public record Tabled(ChartTable table, String note, Line sum) {

        private static Tabled of(int position, Table table, NumberFormat numbers) {
            var lines = table.lines().stream().map(line -> line(line, numbers)).toList();
            return new Tabled(
                    new ChartTable(
                            "table-" + position,
                            table.name(),
                            Kind.BARS,
                            table.columns().getFirst(),
                            IntStream.range(1, table.columns().size())
                                    .mapToObj(i -> new Column(table.columns().get(i), null, i == table.shown() + 1))
                                    .toList(),
                            lines.subList(0, lines.size() - 1)),
                    table.note(),
                    lines.getLast());
        }

        private static Line line(CommitteeReport.Line line, NumberFormat numbers) {
            return Line.of(
                    line.label(),
                    line.counts().stream()
                            .map(counted -> count(
                                    counted.value() == null ? null : BigDecimal.valueOf(counted.value()), numbers))
                            .toList());
        }
    }

    private static Value count(@Nullable BigDecimal value, NumberFormat numbers) {
        return value == null ? new Value(CommitteeReport.HIDDEN, null) : Value.of(value, numbers);
    }

    @GetMapping(PATH)
    Mono<Rendering> preview(
            @AuthenticationPrincipal Staff who,
            @ModelAttribute ChosenPeriod.Typed typed,
            @RequestParam(name = DashboardViews.DONE, defaultValue = "") String done,
            Locale locale) {
        var numbers = NumberFormat.getNumberInstance(locale);
        return pages.page(
                "report",
                pages.chosen(who, typed, USUAL),
                locale,
                period -> reports.of(who.district(), period, locale)
                        .map(report -> Map.of(
                                "report",
                                Preview.of(report, numbers),
                                "saved",
                                done.equals(SAVED),
                                "writes",
                                who.isAtLeast(Role.COORDINATOR))));
    }

    @GetMapping(PATH + "/export")
    Mono<ResponseEntity<byte[]>> export(
            @AuthenticationPrincipal Staff who,
            @ModelAttribute ChosenPeriod.Typed typed,
            @RequestParam FileKind format,
            Locale locale) {
        return pages.file(pages.chosen(who, typed, USUAL), period -> switch (format) {
            case CSV -> files.report(who.district(), period, Format.CSV, locale);
            case XLSX -> files.report(who.district(), period, Format.XLSX, locale);
            case PDF -> files.printedReport(who.district(), period, locale);
        });
    }
}
