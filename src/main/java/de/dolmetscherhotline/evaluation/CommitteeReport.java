package de.dolmetscherhotline.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The report to the committee about a period. Whatever stands in it may be published: see {@link SmallCells}.
 *
 * @param title with the name of the district
 * @param introduction paragraphs that the district has written, to stand at the beginning
 * @param paragraphs what is reported, and how it is counted
 * @param figures of the period and of the one before
 * @param tables by municipality, age group, gender, language and kind of organisation
 * @param conclusion paragraphs that the district has written, to stand at the end
 */
public record CommitteeReport(
        String title,
        Period period,
        Period before,
        List<String> introduction,
        List<String> paragraphs,
        List<KeyFigure> figures,
        List<Table> tables,
        List<String> conclusion) {

    /** Stands where a count is not to be published, as in official statistics. */
    public static final String HIDDEN = "•";

    public CommitteeReport {
        introduction = List.copyOf(introduction);
        paragraphs = List.copyOf(paragraphs);
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
        conclusion = List.copyOf(conclusion);
    }

    /**
     * A key figure beside its definition; null where it is unknown or not to be published.
     *
     * @param value in the period
     * @param before in the one before
     */
    public record KeyFigure(
            Figure figure,
            String name,
            String definition,
            @Nullable BigDecimal value,
            @Nullable BigDecimal before) {}

    /**
     * A table.
     *
     * @param name short
     * @param note what is counted
     * @param columns names of all columns, of which the first is that of the labels
     * @param lines of which the last is the sum of the others
     * @param shown which count of each line a chart of the table shows
     */
    public record Table(String name, String note, List<String> columns, List<Line> lines, int shown) {

        public Table {
            columns = List.copyOf(columns);
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of a table.
     *
     * @param counts one for each column after the first; empty if not to be published
     */
    public record Line(String label, List<Counted> counts) {

        public Line {
            counts = List.copyOf(counts);
        }

        static Line of(String label, Stream<@Nullable Long> counts) {
            return new Line(label, counts.map(Counted::new).toList());
        }

        /** Whether it says nothing. */
        boolean isEmpty() {
            return counts.stream().allMatch(counted -> Long.valueOf(0).equals(counted.value()));
        }
    }

    /** A count; null if it is not to be published. */
    public record Counted(@Nullable Long value) {}
}
