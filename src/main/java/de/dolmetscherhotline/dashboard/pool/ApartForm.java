package de.dolmetscherhotline.dashboard.pool;

import static de.dolmetscherhotline.dashboard.pool.Typed.text;

import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.pool.DoNotPair;
import de.dolmetscherhotline.pool.InterpreterProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Organisations with which somebody is not to be connected, in rows, of which empty ones do not matter.
 *
 * @param organisation ids
 * @param because why, for the coordinators
 * @param more the button that asks for more rows
 */
public record ApartForm(
        @Nullable List<String> organisation,
        @Nullable List<String> because,
        @Nullable String more) implements SectionForm {

    private static final int MOST = 200;
    private static final int MORE_ROWS = 3;
    private static final int LONGEST = 500;

    /** An organisation as it was chosen. */
    public record Row(String organisation, String because) {

        private static final Row EMPTY = new Row("", "");

        private boolean isEmpty() {
            return organisation.isEmpty() && because.isEmpty();
        }

        private DoNotPair pair() {
            return new DoNotPair(new OrganisationId(UUID.fromString(organisation)), because);
        }
    }

    static ApartForm of(InterpreterProfile profile) {
        return new ApartForm(
                profile.doNotPair().stream()
                        .map(pair -> pair.organisation().toString())
                        .toList(),
                profile.doNotPair().stream().map(pair -> text(pair.reason())).toList(),
                null);
    }

    /** What was filled in, and then empty rows to fill in further. */
    public List<Row> rows() {
        var rows = new ArrayList<>(filled());
        int wanted = Math.min(MOST, rows.size() + MORE_ROWS);
        while (rows.size() < wanted) {
            rows.add(Row.EMPTY);
        }
        return rows;
    }

    private List<Row> filled() {
        int sent = organisation == null ? 0 : Math.min(organisation.size(), MOST);
        return IntStream.range(0, sent)
                .mapToObj(i -> new Row(Typed.at(organisation, i), Typed.at(because, i)))
                .filter(row -> !row.isEmpty())
                .toList();
    }

    @Override
    public Map<String, String> problems(Rules rules) {
        var problems = new LinkedHashMap<String, String>();
        var rows = filled();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (!rules.organisations().contains(row.organisation())) {
                problems.put("apart-" + i, "pool.problem.organisation");
            } else if (row.because().isEmpty()) {
                problems.put("apart-" + i, "pool.problem.because");
            } else if (row.because().length() > LONGEST) {
                problems.put("apart-" + i, "pool.problem.long");
            } else if (rows.subList(0, i).stream()
                    .anyMatch(other -> other.organisation().equals(row.organisation()))) {
                problems.put("apart-" + i, "pool.problem.organisation-twice");
            }
        }
        return problems;
    }

    @Override
    public InterpreterProfile applied(InterpreterProfile before) {
        return before.withDoNotPair(filled().stream().map(Row::pair).toList());
    }

    @Override
    public boolean asksForMore() {
        return more != null;
    }
}
