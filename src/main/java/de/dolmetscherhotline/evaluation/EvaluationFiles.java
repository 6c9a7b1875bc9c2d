package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.sheet.SheetFile.Format;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Figures, reports and hours as files to be saved. Each is empty if there is no such district. */
@Component
public class EvaluationFiles {

    private final FigureTables figures;
    private final CommitteeReports reports;
    private final ReportTables reportTables;
    private final ReportPdf reportPdf;
    private final Hours hours;
    private final HoursTables hoursTables;
    private final HoursPdf hoursPdf;
    private final Downloads downloads;

    EvaluationFiles(
            FigureTables figures,
            CommitteeReports reports,
            ReportTables reportTables,
            ReportPdf reportPdf,
            Hours hours,
            HoursTables hoursTables,
            HoursPdf hoursPdf,
            Downloads downloads) {
        this.figures = figures;
        this.reports = reports;
        this.reportTables = reportTables;
        this.reportPdf = reportPdf;
        this.hours = hours;
        this.hoursTables = hoursTables;
        this.hoursPdf = hoursPdf;
        this.downloads = downloads;
    }

    /** All figures of a period, small counts too: for the coordinator. */
    public Mono<ResponseEntity<byte[]>> figures(DistrictId district, Period period, Format format, Locale locale) {
        return figures.of(district, period, locale)
                .flatMap(tabs -> downloads.of(name("auswertung", period), format, tabs));
    }

    /** The figures and tables of the report to the committee. */
    public Mono<ResponseEntity<byte[]>> report(DistrictId district, Period period, Format format, Locale locale) {
        return reports.of(district, period, locale)
                .flatMap(report -> downloads.of(name("bericht", period), format, reportTables.of(report, locale)));
    }

    /** The whole report, to be printed. */
    public Mono<ResponseEntity<byte[]>> printedReport(DistrictId district, Period period, Locale locale) {
        return reports.of(district, period, locale)
                .flatMap(report -> printed(name("bericht", period), () -> reportPdf.of(report, locale)));
    }

    /**
     * Hours of volunteers by person and by day.
     *
     * @param who only this one; null = all
     */
    public Mono<ResponseEntity<byte[]>> hours(
            DistrictId district, @Nullable InterpreterId who, Period period, Format format, Locale locale) {
        return hours.statements(district, who, period)
                .flatMap(all -> downloads.of(name("stunden", period), format, hoursTables.of(all, locale)));
    }

    /** The same to be printed and signed, a sheet for each. */
    public Mono<ResponseEntity<byte[]>> printedHours(
            DistrictId district, @Nullable InterpreterId who, Period period, Locale locale) {
        return hours.statements(district, who, period)
                .flatMap(all -> printed(name("stunden", period), () -> hoursPdf.of(all, period, locale)));
    }

    private Mono<ResponseEntity<byte[]>> printed(String name, Callable<byte[]> content) {
        return downloads.of(name + ".pdf", MediaType.APPLICATION_PDF, content);
    }

    private static String name(String what, Period period) {
        return what + "-" + period.from() + "-" + period.to();
    }
}
