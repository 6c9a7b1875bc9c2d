package de.dolmetscherhotline.sheet;

import de.dolmetscherhotline.sheet.Sheet.Row;
import de.dolmetscherhotline.sheet.SheetFile.Tab;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tables as text. Read as the spreadsheet programs of a German office write them: with semicolons, commas or tabs, in UTF-8,
 * UTF-16 or Windows-1252. Written with semicolons and a byte order mark, which Excel needs to get umlauts right.
 *
 * <p>A spreadsheet program takes text that begins with certain characters for a formula, and runs it. What we write is
 * therefore marked with an apostrophe, which reading removes again.
 */
final class CsvFile {

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char UNDEFINED = '\ufffd';

    /** The first line may name the separator; only spreadsheet programs know this. */
    private static final Pattern NAMED_SEPARATOR = Pattern.compile("sep=([;,\t])\r?\n");

    private static final String SEPARATORS = ";,\t";

    /** With which programs begin formulas, also in their wide forms, and the mark itself. */
    private static final String DANGEROUS = "=+-@\t\n'＝＋－＠";

    private static final char MARK = '\'';

    private CsvFile() {}

    static Sheet read(byte[] content) throws Unreadable {
        var text = decoded(content);
        if (text.indexOf('\0') >= 0) {
            throw new Unreadable(Flaw.NO_TABLE);
        }
        var named = NAMED_SEPARATOR.matcher(text);
        return named.lookingAt()
                ? rows(text.substring(named.end()), named.group(1).charAt(0), 1)
                : rows(text, separator(text), 0);
    }

    private static String decoded(byte[] content) {
        if (isWide(content)) {
            return withoutMark(new String(content, StandardCharsets.UTF_16));
        }
        try {
            return withoutMark(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException other) {
            return new String(content, WINDOWS);
        }
    }

    private static boolean isWide(byte[] content) {
        int mark = content.length < 2 ? 0 : (content[0] & 0xff) << 8 | (content[1] & 0xff);
        return mark == 0xfffe || mark == 0xfeff;
    }

    private static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** Whichever stands most often between the names of the columns. */
    private static char separator(String text) {
        var counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted && letter == '\n' && begun) {
                break;
            } else if (!quoted && SEPARATORS.indexOf(letter) >= 0) {
                counts[SEPARATORS.indexOf(letter)]++;
            }
            begun |= !Character.isWhitespace(letter);
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS.charAt(best);
    }

    private static Sheet rows(String text, char separator, int before) throws Unreadable {
        var rows = new ArrayList<Row>();
        int number = before;
        try (var records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (var fields : records) {
                add(rows, ++number, fields.getFields());
            }
        } catch (CsvParseException | UncheckedIOException broken) {
            throw new Unreadable(Flaw.DAMAGED);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Sheet(rows);
    }

    private static void add(List<Row> rows, int number, List<String> fields) throws Unreadable {
        if (fields.size() > Sheet.MOST_COLUMNS) {
            throw new Unreadable(Flaw.TOO_MANY_COLUMNS);
        }
        var row = new Row(number, fields.stream().map(CsvFile::cell).toList());
        if (!row.isEmpty()) {
            rows.add(row);
        }
        if (rows.size() > Sheet.MOST_ROWS + 1) {
            throw new Unreadable(Flaw.TOO_MANY_ROWS);
        }
    }

    private static Cell cell(String field) {
        return field.indexOf(UNDEFINED) >= 0 ? new Cell.Broken() : Cell.text(withoutApostrophe(field));
    }

    private static String withoutApostrophe(String field) {
        return field.length() > 1 && field.charAt(0) == MARK && DANGEROUS.indexOf(field.charAt(1)) >= 0
                ? field.substring(1)
                : field;
    }

    static byte[] write(List<Tab> tabs) {
        var text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            for (int i = 0; i < tabs.size(); i++) {
                if (tabs.size() > 1) {
                    title(csv, i, tabs.get(i).name());
                }
                tabs.get(i)
                        .rows()
                        .forEach(row -> csv.writeRecord(row.stream()
                                .map(CsvFile::written)
                                .map(CsvFile::harmless)
                                .toList()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void title(CsvWriter csv, int position, String name) {
        if (position > 0) {
            csv.writeRecord("");
        }
        csv.writeRecord(harmless(name));
    }

    private static String written(Cell cell) {
        return switch (cell) {
            case Cell.Text written -> written.text();
            case Cell.Numeral number -> plain(number.value());
            case Cell.Day day -> Days.written(day.day());
            case Cell.Formula formula -> "";
            case Cell.Broken broken -> "";
        };
    }

    /** With a comma, as wherever semicolons separate. */
    private static String plain(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    private static String harmless(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? MARK + text : text;
    }
}
