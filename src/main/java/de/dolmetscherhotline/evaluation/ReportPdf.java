package de.dolmetscherhotline.evaluation;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringTemplateEngine;

/** A report to the committee as a PDF file, tagged so that it can be read aloud (PDF/UA). Blocks. */
@Component
class ReportPdf {

    /** Comes with PDFBox; a tagged file has its letters with it. */
    private static final String LETTERS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final ISpringTemplateEngine templates;

    ReportPdf(ISpringTemplateEngine templates) {
        this.templates = templates;
        // Otherwise it tells of every style sheet that it has read.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    byte[] of(CommitteeReport report, Locale locale) {
        var page =
                templates.process("evaluation/report", new Context(locale, Map.of("report", Shown.of(report, locale))));
        var file = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .withProducer("Dolmetscher-Hotline")
                    .useFont(ReportPdf::letters, "report")
                    .useExternalResourceAccessControl(
                            (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .withHtmlContent(page, null)
                    .toStream(file)
                    .run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private static InputStream letters() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(LETTERS), LETTERS);
    }

    /** What stands on the pages. */
    record Shown(String title, List<String> paragraphs, List<Figures> figures, List<Tables> tables) {

        static Shown of(CommitteeReport report, Locale locale) {
            var numbers = NumberFormat.getNumberInstance(locale);
            return new Shown(
                    report.title(),
                    report.paragraphs(),
                    report.figures().stream()
                            .map(figure -> new Figures(
                                    figure.name(),
                                    figure.definition(),
                                    number(figure.value(), numbers),
                                    number(figure.before(), numbers)))
                            .toList(),
                    report.tables().stream()
                            .map(table -> Tables.of(table, numbers))
                            .toList());
        }
    }

    record Figures(String name, String definition, String value, String before) {}

    record Tables(String name, String note, List<String> columns, List<Lines> lines) {

        private static Tables of(CommitteeReport.Table table, NumberFormat numbers) {
            return new Tables(
                    table.name(),
                    table.note(),
                    table.columns(),
                    table.lines().stream()
                            .map(line -> new Lines(
                                    line.label(),
                                    line.counts().stream()
                                            .map(counted -> number(counted.value(), numbers))
                                            .toList()))
                            .toList());
        }
    }

    record Lines(String label, List<String> counts) {}

    private static String number(@Nullable Number value, NumberFormat numbers) {
        return value == null ? ReportTables.HIDDEN : numbers.format(value);
    }
}
