package de.dolmetscherhotline.dashboard.figures;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table, from which the browser may draw a chart.
 *
 * @param id within the page
 * @param labels name of the column of the labels
 */
public record ChartTable(String id, String title, Kind kind, String labels, List<Column> columns, List<Line> lines) {

    public ChartTable {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** What is drawn: of those columns that are to be. */
    public enum Kind {
        NONE,
        /** From left to right, a line for each label. */
        BARS,
        /** The same, the columns one behind the other. */
        STACKED,
        /** From below. */
        COLUMNS
    }

    /**
     * A column.
     *
     * @param definition what is counted; null where that goes without saying
     * @param drawn whether it is in the chart
     */
    public record Column(String name, @Nullable String definition, boolean drawn) {}

    /**
     * A line.
     *
     * @param path where more stands about what the line is of; null if nowhere
     */
    public record Line(String label, @Nullable String path, List<Value> values) {

        public Line {
            values = List.copyOf(values);
        }

        static Line of(String label, List<Value> values) {
            return new Line(label, null, values);
        }
    }

    /**
     * A number.
     *
     * @param number as charts are drawn from it; null if there is none
     */
    public record Value(String text, @Nullable String number) {

        static final String NONE = "–";

        static Value of(@Nullable BigDecimal value, NumberFormat numbers) {
            return value == null ? new Value(NONE, null) : new Value(numbers.format(value), value.toPlainString());
        }

        static Value of(long value, NumberFormat numbers) {
            return new Value(numbers.format(value), Long.toString(value));
        }
    }

    /** Whether there is anything that has to be explained. */
    public boolean isDefined() {
        return columns.stream().anyMatch(column -> column.definition() != null);
    }
}
