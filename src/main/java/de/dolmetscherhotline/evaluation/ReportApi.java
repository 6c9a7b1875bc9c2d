package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.evaluation.CommitteeReport.Counted;
import de.dolmetscherhotline.evaluation.CommitteeReport.KeyFigure;
import de.dolmetscherhotline.evaluation.CommitteeReport.Line;
import de.dolmetscherhotline.evaluation.CommitteeReport.Table;
import de.dolmetscherhotline.evaluation.EvaluationApi.FigureView;
import de.dolmetscherhotline.evaluation.EvaluationApi.PeriodView;
import de.dolmetscherhotline.sheet.SheetFile.Format;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
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
    private final ReportTables tables;
    private final ReportPdf pdf;
    private final Downloads downloads;

    ReportApi(CommitteeReports reports, ReportTables tables, ReportPdf pdf, Downloads downloads) {
        this.reports = reports;
        this.tables = tables;
        this.pdf = pdf;
        this.downloads = downloads;
    }

    @GetMapping
    @Operation(summary = "Read the report to the committee", description = WHAT)
    Mono<ReportView> report(
            @Valid @ParameterObject PeriodQuery query, @Parameter(hidden = true) ServerWebExchange exchange) {
        return reports.of(query.district(), query.period(), Downloads.locale(exchange))
                .map(ReportView::of)
                .switchIfEmpty(Mono.error(Downloads::noSuchDistrict));
    }

    @GetMapping("/export")
    @Operation(summary = "Export the tables of the report", description = WHAT)
    @ApiResponse(
            responseCode = "200",
            description = "The file; a workbook has one sheet for each table.",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = "string", format = "binary"))
            })
    Mono<ResponseEntity<byte[]>> export(
            @Valid @ParameterObject PeriodQuery query,
            @Parameter(schema = @Schema(allowableValues = {"csv", "xlsx"})) @RequestParam(defaultValue = "csv")
                    Format format,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        var locale = Downloads.locale(exchange);
        var period = query.period();
        return reports.of(query.district(), period, locale)
                .switchIfEmpty(Mono.error(Downloads::noSuchDistrict))
                .flatMap(report -> downloads.of(
                        "bericht-" + period.from() + "-" + period.to(), format, tables.of(report, locale)));
    }

    @GetMapping("/pdf")
    @Operation(summary = "Print the report", description = "On A4, tagged so that it can be read aloud. " + WHAT)
    @ApiResponse(
            responseCode = "200",
            description = "The file.",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    Mono<ResponseEntity<byte[]>> pdf(
            @Valid @ParameterObject PeriodQuery query, @Parameter(hidden = true) ServerWebExchange exchange) {
        var locale = Downloads.locale(exchange);
        var period = query.period();
        return reports.of(query.district(), period, locale)
                .switchIfEmpty(Mono.error(Downloads::noSuchDistrict))
                .flatMap(report -> downloads.of(
                        "bericht-" + period.from() + "-" + period.to() + ".pdf",
                        MediaType.APPLICATION_PDF,
                        () -> pdf.of(report, locale)));
    }

    @Schema(name = "CommitteeReport")
    record ReportView(
            String title,
            PeriodView period,
            PeriodView before,
            List<String> paragraphs,

            @Schema(description = "null also where a figure is not to be published")
            List<FigureView> figures,

            List<TableView> tables) {

        static ReportView of(CommitteeReport report) {
            return new ReportView(
                    report.title(),
                    PeriodView.of(report.period()),
                    PeriodView.of(report.before()),
                    report.paragraphs(),
                    report.figures().stream().map(ReportView::figure).toList(),
                    report.tables().stream().map(TableView::of).toList());
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
