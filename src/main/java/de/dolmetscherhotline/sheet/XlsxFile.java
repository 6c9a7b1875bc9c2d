package de.dolmetscherhotline.sheet;

import de.dolmetscherhotline.sheet.Sheet.Row;
import de.dolmetscherhotline.sheet.SheetFile.Tab;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/**
 * Workbooks of Excel since 2007. Before one is read it is unpacked once, as the reader will see it, to know that it stays
 * within bounds and has no programs in it. The reader knows neither document types nor entities.
 */
final class XlsxFile {

    /** The most that all parts together may have when they are unpacked. */
    static final int MOST_BYTES = 32 << 20;

    private static final int MOST_PARTS = 500;
    private static final String PROGRAMS = "vbaproject.bin";
    private static final ReadingOptions OPTIONS = new ReadingOptions(false, true);

    /** Before this day, spreadsheets count days in different ways. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final int WIDTH = 22;

    private XlsxFile() {}

    static Sheet read(byte[] content) throws Unreadable {
        inspect(content);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(content), OPTIONS);
                var rows = workbook.getFirstSheet().openStream()) {
            return sheet(rows.iterator());
        } catch (IOException | RuntimeException broken) {
            // Whatever a reader of foreign files throws: there is nothing else to be done about it.
            throw new Unreadable(Flaw.DAMAGED);
        }
    }

    private static void inspect(byte[] content) throws Unreadable {
        try (var parts = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            long bytes = 0;
            int count = 0;
            for (var entries = parts.getEntries(); entries.hasMoreElements(); count++) {
                bytes += size(parts, entries.nextElement(), bytes);
                if (count >= MOST_PARTS) {
                    throw new Unreadable(Flaw.TOO_MUCH_INSIDE);
                }
            }
        } catch (IOException | RuntimeException broken) {
            throw new Unreadable(Flaw.DAMAGED);
        }
    }

    private static long size(ZipFile parts, ZipArchiveEntry part, long before) throws IOException, Unreadable {
        if (part.getName().toLowerCase(Locale.ROOT).endsWith(PROGRAMS)) {
            throw new Unreadable(Flaw.MACROS);
        }
        long size = 0;
        var buffer = new byte[8192];
        try (var unpacked = parts.getInputStream(part)) {
            for (int read = unpacked.read(buffer); read >= 0; read = unpacked.read(buffer)) {
                size += read;
                if (before + size > MOST_BYTES) {
                    throw new Unreadable(Flaw.TOO_MUCH_INSIDE);
                }
            }
        }
        return size;
    }

    private static Sheet sheet(Iterator<org.dhatim.fastexcel.reader.Row> read) throws Unreadable {
        var rows = new ArrayList<Row>();
        while (read.hasNext()) {
            var row = row(read.next());
            if (!row.isEmpty()) {
                rows.add(row);
            }
            if (rows.size() > Sheet.MOST_ROWS + 1) {
                throw new Unreadable(Flaw.TOO_MANY_ROWS);
            }
        }
        return new Sheet(rows);
    }

    private static Row row(org.dhatim.fastexcel.reader.Row read) throws Unreadable {
        var cells = IntStream.range(0, read.getCellCount())
                .mapToObj(column ->
                        read.getOptionalCell(column).map(XlsxFile::cell).orElse(Cell.empty()))
                .toList();
        var width = Math.min(cells.size(), Sheet.MOST_COLUMNS);
        if (!cells.subList(width, cells.size()).stream().allMatch(Cell::isEmpty)) {
            throw new Unreadable(Flaw.TOO_MANY_COLUMNS);
        }
        return new Row(read.getRowNum(), cells.subList(0, width));
    }

    private static Cell cell(org.dhatim.fastexcel.reader.Cell read) {
        return switch (read.getType()) {
            case NUMBER -> new Cell.Numeral(read.asNumber(), day(read).orElse(null));
            case STRING -> Cell.text(read.asString());
            case BOOLEAN -> Cell.text(read.asBoolean().toString());
            case FORMULA -> new Cell.Formula();
            case ERROR -> new Cell.Broken();
            case EMPTY -> Cell.empty();
        };
    }

    private static Optional<LocalDate> day(org.dhatim.fastexcel.reader.Cell number) {
        try {
            return Optional.of(number.asDate().toLocalDate()).filter(day -> !day.isBefore(FIRST_DAY));
        } catch (DateTimeException | ArithmeticException beyondTheCalendar) {
            return Optional.empty();
        }
    }

    static byte[] write(List<Tab> tabs) {
        var file = new ByteArrayOutputStream();
        try (var workbook = new Workbook(file, "Dolmetscher-Hotline", null)) {
            tabs.forEach(tab -> write(workbook.newWorksheet(tab.name()), tab.rows()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private static void write(Worksheet sheet, List<List<Cell>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            write(sheet, row, rows.get(row));
        }
        decorate(sheet, rows.getFirst().size());
    }

    private static void write(Worksheet sheet, int row, List<Cell> cells) {
        for (int column = 0; column < cells.size(); column++) {
            write(sheet, row, column, cells.get(column));
        }
    }

    private static void write(Worksheet sheet, int row, int column, Cell cell) {
        switch (cell) {
            case Cell.Text written -> writeText(sheet, row, column, written.text());
            case Cell.Numeral number -> sheet.value(row, column, number.value());
            case Cell.Day day -> writeDay(sheet, row, column, day.day());
            case Cell.Formula formula -> {}
            case Cell.Broken broken -> {}
        }
    }

    /** As text, whatever it looks like: nothing is a formula, and numbers keep their zeros when they are edited. */
    private static void writeText(Worksheet sheet, int row, int column, String text) {
        if (!text.isEmpty()) {
            sheet.value(row, column, text);
            sheet.style(row, column).format("@").set();
        }
    }

    private static void writeDay(Worksheet sheet, int row, int column, LocalDate day) {
        if (day.isBefore(FIRST_DAY)) {
            writeText(sheet, row, column, Days.written(day));
            return;
        }
        sheet.value(row, column, day);
        sheet.style(row, column).format("dd.mm.yyyy").set();
    }

    private static void decorate(Worksheet sheet, int columns) {
        for (int column = 0; column < columns; column++) {
            sheet.width(column, WIDTH);
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
    }
}
