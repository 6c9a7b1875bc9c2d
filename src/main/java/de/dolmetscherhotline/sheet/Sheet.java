package de.dolmetscherhotline.sheet;

import java.util.List;

/** A table as it stands in a file, without its empty rows. */
public record Sheet(List<Row> rows) {

    /** The most rows that are read, without the one that names the columns. */
    public static final int MOST_ROWS = 5_000;

    /** The most columns that are read. */
    public static final int MOST_COLUMNS = 100;

    public Sheet {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param number as a spreadsheet program counts, from 1
     * @param cells from the left; missing ones are empty
     */
    public record Row(int number, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        /** The cell in this column, counted from 0. */
        public Cell cell(int column) {
            return column < cells.size() ? cells.get(column) : Cell.empty();
        }

        public boolean isEmpty() {
            return cells.stream().allMatch(Cell::isEmpty);
        }
    }
}
