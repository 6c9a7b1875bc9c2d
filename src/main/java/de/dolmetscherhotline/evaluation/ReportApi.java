package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.evaluation.CommitteeReport.Counted;
import de.dolmetscherhotline.evaluation.CommitteeReport.KeyFigure;
import de.dolmetscherhotline.evaluation.CommitteeReport.Line;
import de.dolmetscherhotline.evaluation.CommitteeReport.Table;
import de.dolmetscherhotline.evaluation.EvaluationApi.FigureView;
import de.dolmetscherhotline.evaluation.EvaluationApi.PeriodView;
import de.dolmetscherhotline.evaluation.ReportTexts.Texts;
import de.dolmetscherhotline.line.Districts;
import de.dolmetscherhotline.sheet.SheetFile.Format;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/evaluation/report")
@Tag(name = "Committee report", description = "what may be published about a period: small counts are left out")
class ReportApi {

    private static final String WHAT =
            "Figures and tables by municipality, age group and gender. Counts of 1 to 4 are left out, and so many others that"
                    + " none of them follows by subtraction. In German or English, as Accept-Language says.";

    private final CommitteeReports reports;
    private final Districts districts;
    private final ReportTexts texts;
    private final EvaluationFiles files;

    ReportApi(CommitteeReports reports, Districts districts, ReportTexts texts, EvaluationFiles files) {
        this.reports = reports;
        this.districts = districts;
        this.texts = texts;
        this.files = files;
    }

    @GetMapping
    @Operation(summary = "Read the report to the committee", description = WHAT)
    Mono<ReportView> report(
            @Valid @ParameterObject PeriodQuery query, @Parameter(hidden = true) ServerWebExchange exchange) {
        return reports.of(query.district(), query.period(), Downloads.locale(exchange))
                .map(ReportView::of)
                .switchIfEmpty(Mono.error(Downloads::noSuchDistrict));
    }

    @PutMapping("/texts")
    @Operation(
            summary = "Write what stands before and after the figures of a period",
            description =
                    "Empty lines separate paragraphs. Both texts are published: they must not tell what the report leaves out.")
    Mono<TextsView> write(@Valid @ParameterObject PeriodQuery query, @Valid @RequestBody TextsView typed) {
        return districts
                .byId(query.district())
                .switchIfEmpty(Mono.error(Downloads::noSuchDistrict))
                .flatMap(found -> texts.write(found.id(), query.period(), typed.texts(), null))
                .thenReturn(typed);
    }

    @Schema(name = "CommitteeReportTexts")
    record TextsView(
            @NotNull @Size(max = ReportTexts.LONGEST) String introduction,
            @NotNull @Size(max = ReportTexts.LONGEST) String conclusion) {

        private Texts texts() {
            return new Texts(introduction, conclusion);
        }
    }

    @GetMapping("/export")
    @Operation(summary = "Export the tables of the report", description = WHAT)
    @TableFile
    Mono<ResponseEntity<byte[]>> export(
            @Valid @ParameterObject PeriodQuery query,
            @TableFormat @RequestParam(defaultValue = "csv") Format format,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        return files.report(query.district(), query.period(), format, Downloads.locale(exchange))
                .switchIfEmpty(Mono.error(Downloads::noSuchDistrict));
    }

    @GetMapping("/pdf")
    @Operation(summary = "Print the report", description = "On A4, tagged so that it can be read aloud. " + WHAT)
    @PrintedFile
    Mono<ResponseEntity<byte[]>> pdf(
            @Valid @ParameterObject PeriodQuery query, @Parameter(hidden = true) ServerWebExchange exchange) {
        return files.printedReport(query.district(), query.period(), Downloads.locale(exchange))
                .switchIfEmpty(Mono.error(Downloads::noSuchDistrict));
    }

    @Schema(name = "CommitteeReport")
    record ReportView(
            String title,
            PeriodView period,
            PeriodView before,

            @Schema(description = "what the district has written, before the figures")
            List<String> introduction,

            List<String> paragraphs,

            @Schema(description = "null also where a figure is not to be published")
            List<FigureView> figures,

            List<TableView> tables,

            @Schema(description = "what the district has written, after the figures")
            List<String> conclusion) {

        static ReportView of(CommitteeReport report) {
            return new ReportView(
                    report.title(),
                    PeriodView.of(report.period()),
                    PeriodView.of(report.before()),
                    report.introduction(),
                    report.paragraphs(),
                    report.figures().stream().map(ReportView::figure).toList(),
                    report.tables().stream().map(TableView::of).toList(),
                    report.conclusion());
        }

        private static FigureView figure(KeyFigure figure) {
            return new FigureView(figure.figure(), figure.name(), figure.definition(), figure.value(), figure.before());
        }
    }

    @Schema(name = "CommitteeReportTable")
    record TableView(String name, String note, List<String> columns, List<LineView> lines) {

        private static TableView of(Table table) {
            return new TableView(
                    table.name(),
                    table.note(),
                    table.columns(),
                    table.lines().stream().map(LineView::of).toList());
        }
    }

    @Schema(name = "CommitteeReportLine")
    record LineView(
            String label,

            @Schema(description = "one for each column after the first; null where it is not to be published")
            List<@Nullable Long> counts) {

        private static LineView of(Line line) {
            return new LineView(
                    line.label(), line.counts().stream().map(Counted::value).toList());
        }
    }
}
