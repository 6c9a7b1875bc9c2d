package de.dolmetscherhotline.evaluation;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.w3c.dom.Element;

/**
 * Makes PDF files of templates, tagged so that they can be read aloud (PDF/UA). Where a template has an element {@code object},
 * the chart with the number in its attribute {@code data-chart} is drawn; its attribute {@code alt} says what it shows. Blocks.
 */
@Component
class PdfFile {

    /** Control characters, which somebody may have typed somewhere: with them no file could be made. */
    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{d7ff}\\x{e000}-\\x{fffd}\\x{10000}-\\x{10ffff}]");

    private final ISpringTemplateEngine templates;
    private final PdfLetters letters;

    PdfFile(ISpringTemplateEngine templates, PdfLetters letters) {
        this.templates = templates;
        this.letters = letters;
        // Otherwise it tells of every style sheet that it has read.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /**
     * A file.
     *
     * @param model what the template shows
     * @param charts that are drawn in it
     */
    byte[] of(String template, Map<String, Object> model, List<BarChart> charts, Locale locale) {
        var page = NOT_IN_XML
                .matcher(templates.process(template, new Context(locale, model)))
                .replaceAll("");
        var file = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .withProducer("Dolmetscher-Hotline")
                    .useFont(PdfLetters::file, "report")
                    .useObjectDrawerFactory(new Drawers(charts, letters))
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

    private record Drawers(List<BarChart> charts, PdfLetters letters) implements FSObjectDrawerFactory {

        @Override
        public boolean isReplacedObject(Element element) {
            return element.getTagName().equals("object");
        }

        @Override
        public FSObjectDrawer createDrawer(Element element) {
            var chart = charts.get(Integer.parseInt(element.getAttribute("data-chart")));
            return (here, x, y, width, height, device, context, dotsPerPixel) -> {
                double wide = width / dotsPerPixel;
                double high = height / dotsPerPixel;
                device.drawWithGraphics(
                        (float) x,
                        (float) y,
                        (float) wide,
                        (float) high,
                        graphics -> chart.draw(graphics, letters, wide, high));
                return Map.of();
            };
        }
    }
}
