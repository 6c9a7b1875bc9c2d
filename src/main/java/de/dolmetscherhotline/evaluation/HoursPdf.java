package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.evaluation.Hours.Statement;
import de.dolmetscherhotline.evaluation.Hours.Sum;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Statements of hours as a PDF file, a sheet for each person, to be signed. Blocks. */
@Component
class HoursPdf {

    private final PdfFile files;
    private final Words words;

    HoursPdf(PdfFile files, Words words) {
        this.files = files;
        this.words = words;
    }

    byte[] of(List<Statement> statements, Period period, Locale locale) {
        var sheets =
                statements.stream().map(statement -> sheet(statement, locale)).toList();
        return files.of(
                "evaluation/hours",
                Map.of("sheets", sheets, "period", words.period(period, locale)),
                List.of(),
                locale);
    }

    private static Sheet sheet(Statement statement, Locale locale) {
        var days = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        return new Sheet(
                statement.name(),
                statement.days().stream()
                        .map(day -> new Line(days.format(day.day()), numbers(day.sum(), locale)))
                        .toList(),
                numbers(statement.sum(), locale));
    }

    private static List<String> numbers(Sum sum, Locale locale) {
        var numbers = NumberFormat.getIntegerInstance(locale);
        return IntStream.of(sum.sessions(), sum.minutes(), sum.appointments(), sum.onSiteMinutes(), sum.allMinutes())
                .mapToObj(numbers::format)
                .toList();
    }

    /** What stands on the sheet of one person. */
    record Sheet(String name, List<Line> days, List<String> sum) {}

    record Line(String day, List<String> numbers) {}
}
