package de.dolmetscherhotline.dashboard.pool;

import static de.dolmetscherhotline.dashboard.pool.Typed.text;

import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.pool.InterpreterProfile;
import de.dolmetscherhotline.pool.Obligation;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has declared, shown or attended: one row for each kind, in their order. Without the day of issue nothing is on
 * record.
 */
public record ProofsForm(
        @Nullable List<String> issued,
        @Nullable List<String> until,
        @Nullable List<String> note) implements SectionForm {

    private static final int LONGEST = 500;

    /** One kind as it was filled in. */
    public record Row(String kind, String issued, String until, String note) {

        private Stream<Obligation> obligation() {
            return Typed.day(issued).stream()
                    .map(day -> new Obligation(
                            Typed.constant(ObligationKind.class, kind).orElseThrow(),
                            day,
                            Typed.day(until).orElse(null),
                            Typed.given(note)));
        }

        private boolean isEmpty() {
            return issued.isEmpty() && until.isEmpty() && note.isEmpty();
        }
    }

    static ProofsForm of(InterpreterProfile profile) {
        return new ProofsForm(
                each(profile, obligation -> obligation.issuedOn().toString()),
                each(profile, obligation -> day(obligation.validUntil())),
                each(profile, obligation -> text(obligation.note())));
    }

    private static List<String> each(InterpreterProfile profile, Function<Obligation, String> part) {
        return Stream.of(ObligationKind.values())
                .map(kind -> profile.obligation(kind).map(part).orElse(""))
                .toList();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** One row for each kind there is. */
    public List<Row> rows() {
        var kinds = Typed.words(ObligationKind.class);
        return IntStream.range(0, kinds.size())
                .mapToObj(i -> new Row(kinds.get(i), Typed.at(issued, i), Typed.at(until, i), Typed.at(note, i)))
                .toList();
    }

    @Override
    public Map<String, String> problems(Rules rules) {
        var problems = new LinkedHashMap<String, String>();
        rows().stream().filter(row -> !row.isEmpty()).forEach(row -> check(problems, row, rules.today()));
        return problems;
    }

    private static void check(Map<String, String> problems, Row row, LocalDate today) {
        var issued = Typed.day(row.issued());
        var until = Typed.day(row.until());
        if (issued.isEmpty()) {
            problems.put(row.kind(), "pool.problem.issued");
        } else if (issued.get().isAfter(today)) {
            problems.put(row.kind(), "pool.problem.future");
        } else if (!row.until().isEmpty() && until.isEmpty()) {
            problems.put(row.kind(), "dashboard.problem.day");
        } else if (until.filter(issued.get()::isAfter).isPresent()) {
            problems.put(row.kind(), "pool.problem.ends-before");
        } else if (row.note().length() > LONGEST) {
            problems.put(row.kind(), "pool.problem.long");
        }
    }

    @Override
    public InterpreterProfile applied(InterpreterProfile before) {
        return before.withObligations(rows().stream().flatMap(Row::obligation).toList());
    }

    @Override
    public boolean asksForMore() {
        return false;
    }
}
