package de.dolmetscherhotline.sheet;

import java.util.Arrays;
import java.util.List;

/** Reads and writes tables; blocks, and keeps the whole file in memory. */
public final class SheetFile {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private SheetFile() {}

    /** What became of reading a file. */
    public sealed interface Reading {

        record Read(Sheet sheet) implements Reading {}

        record Refused(Flaw flaw) implements Reading {}
    }

    /** The kinds of files. */
    public enum Format {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /** Recognises the kind of file by what is in it. Of a workbook the first sheet is read. */
    public static Reading read(byte[] content) {
        try {
            return new Reading.Read(sheet(content));
        } catch (Unreadable unreadable) {
            return new Reading.Refused(unreadable.flaw());
        }
    }

    private static Sheet sheet(byte[] content) throws Unreadable {
        if (content.length == 0) {
            throw new Unreadable(Flaw.EMPTY);
        }
        if (beginsWith(content, OLE)) {
            throw new Unreadable(Flaw.OLD_FORMAT);
        }
        var sheet = beginsWith(content, ZIP) ? XlsxFile.read(content) : CsvFile.read(content);
        if (sheet.rows().isEmpty()) {
            throw new Unreadable(Flaw.EMPTY);
        }
        return sheet;
    }

    private static boolean beginsWith(byte[] content, byte[] mark) {
        return content.length >= mark.length && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }

    /** A file with these rows, of which the first names the columns. */
    public static byte[] write(Format format, List<List<Cell>> rows) {
        return write(format, new Tab("Dolmetscherpool", rows));
    }

    /**
     * A file with several tables: in a workbook one sheet each; as text one below the other, each under its name if there
     * are several.
     */
    public static byte[] write(Format format, Tab... tabs) {
        return switch (format) {
            case CSV -> CsvFile.write(List.of(tabs));
            case XLSX -> XlsxFile.write(List.of(tabs));
        };
    }

    /**
     * A table to be written.
     *
     * @param name at most 31 letters, and none of those that spreadsheet programs refuse: {@code []:*?/\\}
     * @param rows of which the first names the columns
     */
    public record Tab(String name, List<List<Cell>> rows) {

        public Tab {
            rows = List.copyOf(rows);
        }
    }
}
