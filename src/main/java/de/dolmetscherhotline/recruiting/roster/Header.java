package de.dolmetscherhotline.recruiting.roster;

import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.COLUMN_MISSING;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.COLUMN_TWICE;

import de.dolmetscherhotline.sheet.Cell;
import de.dolmetscherhotline.sheet.Sheet.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The first row of a list: which column stands where.
 *
 * @param places the columns that were recognised, counted from 0
 * @param headings what the file calls them
 * @param given where the given name stands alone; -1 = nowhere
 * @param family where the family name stands alone; -1 = nowhere
 * @param ignored the names of those that were not recognised
 */
record Header(
        Map<Column, Integer> places,
        Map<Column, String> headings,
        int given,
        int family,
        List<String> ignored,
        List<RowError> errors) {

    private static final Set<String> GIVEN = Set.of("vorname", "givenname", "firstname");
    private static final Set<String> FAMILY = Set.of("nachname", "familienname", "familyname", "lastname", "surname");

    static Header of(Row row) {
        var places = new EnumMap<Column, Integer>(Column.class);
        var headings = new EnumMap<Column, String>(Column.class);
        var ignored = new ArrayList<String>();
        var errors = new ArrayList<RowError>();
        int given = -1;
        int family = -1;
        for (int place = 0; place < row.cells().size(); place++) {
            var heading = row.cell(place) instanceof Cell.Text text ? text.text() : "";
            var column = Column.named(heading);
            if (column.isPresent()) {
                headings.put(column.get(), heading);
                if (places.put(column.get(), place) != null) {
                    errors.add(new RowError(row.number(), heading, Complaint.of(COLUMN_TWICE)));
                }
            } else if (GIVEN.contains(Spelling.plain(heading))) {
                given = place;
            } else if (FAMILY.contains(Spelling.plain(heading))) {
                family = place;
            } else if (!heading.isEmpty()) {
                ignored.add(CellReader.shown(heading));
            }
        }
        if (!places.containsKey(Column.PHONE)) {
            errors.add(new RowError(row.number(), Column.PHONE.heading(), Complaint.of(COLUMN_MISSING)));
        }
        return new Header(places, headings, given, family, ignored, errors);
    }

    /** Whether rows say anything about this. */
    boolean has(Column column) {
        return places.containsKey(column) || (column == Column.NAME && given >= 0 && family >= 0);
    }

    /** The cell of this column; empty where there is none. */
    Cell cell(Column column, Row row) {
        var place = places.get(column);
        if (place != null) {
            return row.cell(place);
        }
        return column == Column.NAME && has(column) ? fullName(row) : Cell.empty();
    }

    private Cell fullName(Row row) {
        return row.cell(given) instanceof Cell.Text first && row.cell(family) instanceof Cell.Text last
                ? new Cell.Text(first.text() + " " + last.text())
                : new Cell.Broken();
    }

    /** What the file calls the column, or what we would. */
    String heading(Column column) {
        return headings.getOrDefault(column, column.heading());
    }
}
