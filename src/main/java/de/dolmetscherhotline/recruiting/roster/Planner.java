package de.dolmetscherhotline.recruiting.roster;

import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.BIRTH_NEEDED;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.MINOR;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.MISSING;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.NO_ROWS;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.TEXT_NUMBER_OF_ANOTHER;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.TWICE_IN_FILE;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.pool.Interpreter;
import de.dolmetscherhotline.pool.InterpreterProfile;
import de.dolmetscherhotline.pool.Status;
import de.dolmetscherhotline.recruiting.roster.CellReader.Telephone;
import de.dolmetscherhotline.recruiting.roster.Plan.Change;
import de.dolmetscherhotline.recruiting.roster.Plan.Step;
import de.dolmetscherhotline.sheet.Cell;
import de.dolmetscherhotline.sheet.Sheet;
import de.dolmetscherhotline.sheet.Sheet.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares a list with the pool. Pure: what is in the pool is told to it. */
@Component
class Planner {

    private static final List<Column> NEEDED = List.of(Column.NAME, Column.LANGUAGES);

    private final CellReader reader;
    private final CellWriter writer;

    Planner(CellReader reader, CellWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    /** The numbers in the list, for calls and for texts, as far as they can be read. */
    Set<PhoneNumber> numbers(Sheet sheet) {
        var header = Header.of(sheet.rows().getFirst());
        var numbers = new HashSet<PhoneNumber>();
        for (var row : body(sheet)) {
            Stream.of(Column.PHONE, Column.TEXT_PHONE)
                    .map(column -> reader.number(header.cell(column, row)))
                    .forEach(number -> {
                        if (number instanceof Telephone.Good good) {
                            numbers.add(good.number());
                        }
                    });
        }
        return numbers;
    }

    private static List<Row> body(Sheet sheet) {
        return sheet.rows().subList(1, sheet.rows().size());
    }

    /**
     * What the list asks for.
     *
     * @param known whoever in the district has one of the {@link #numbers}
     * @param today the day in the district
     */
    Plan plan(Sheet sheet, DistrictId district, List<Interpreter> known, LocalDate today) {
        var header = Header.of(sheet.rows().getFirst());
        if (!header.errors().isEmpty()) {
            return new Plan(List.of(), header.ignored(), header.errors());
        }
        var reading = new Reading(header, district, known, today);
        body(sheet).forEach(reading::read);
        reading.checkThatNumbersNameOne();
        if (body(sheet).isEmpty()) {
            reading.errors.add(new RowError(null, null, Complaint.of(NO_ROWS)));
        }
        return new Plan(reading.steps, header.ignored(), reading.errors);
    }

    /** One pass over the rows of a list. */
    private final class Reading {

        private final Header header;
        private final DistrictId district;
        private final LocalDate today;
        private final Map<PhoneNumber, Interpreter> byPhone = new HashMap<>();
        private final Map<PhoneNumber, Integer> rowOf = new HashMap<>();
        private final List<Step> steps = new ArrayList<>();
        private final List<RowError> errors = new ArrayList<>();

        private Reading(Header header, DistrictId district, List<Interpreter> known, LocalDate today) {
            this.header = header;
            this.district = district;
            this.today = today;
            known.forEach(member -> byPhone.put(member.profile().phoneNumber(), member));
        }

        private void read(Row row) {
            switch (reader.number(header.cell(Column.PHONE, row))) {
                case Telephone.Bad bad -> error(row, Column.PHONE, bad.complaint());
                case Telephone.Good good -> read(row, good.number());
            }
        }

        private void read(Row row, PhoneNumber phone) {
            var before = rowOf.putIfAbsent(phone, row.number());
            if (before != null) {
                error(row, Column.PHONE, Complaint.of(TWICE_IN_FILE, before.toString()));
                return;
            }
            int errorsBefore = errors.size();
            var member = byPhone.get(phone);
            var draft = member == null ? Draft.of(district, phone) : Draft.of(member.profile());
            Stream.of(Column.values()).filter(header::has).forEach(column -> read(row, column, draft));
            check(row, draft, member);
            if (errors.size() == errorsBefore) {
                steps.add(step(row, draft.profile(), member));
            }
        }

        private void read(Row row, Column column, Draft draft) {
            reader.read(column, header.cell(column, row), draft, today)
                    .ifPresent(complaint -> error(row, column, complaint));
        }

        /** What no cell is wrong about alone. */
        private void check(Row row, Draft draft, @Nullable Interpreter member) {
            if (member == null) {
                NEEDED.stream()
                        .filter(column -> !header.has(column))
                        .forEach(column -> error(row, column, Complaint.of(MISSING)));
            }
            if (draft.status == Status.ACTIVE && draft.born == null) {
                complainUnlessDone(row, Column.BORN, Complaint.of(BIRTH_NEEDED));
            }
            if (draft.status == Status.ACTIVE
                    && draft.born != null
                    && !draft.profile().isAdultOn(today)) {
                complainUnlessDone(row, Column.BORN, Complaint.of(MINOR));
            }
        }

        /** Whoever calls or texts is one person: no number may be one's for calls and another's for texts. */
        private void checkThatNumbersNameOne() {
            var owners = new HashMap<PhoneNumber, PhoneNumber>();
            byPhone.values().stream()
                    .map(Interpreter::profile)
                    .filter(profile -> !rowOf.containsKey(profile.phoneNumber()))
                    .forEach(profile -> profile.numbers().forEach(number -> owners.put(number, profile.phoneNumber())));
            steps.forEach(step -> owners.putIfAbsent(
                    step.profile().phoneNumber(), step.profile().phoneNumber()));
            steps.forEach(step -> checkThatNumbersAreHers(step, owners));
        }

        private void checkThatNumbersAreHers(Step step, Map<PhoneNumber, PhoneNumber> owners) {
            var phone = step.profile().phoneNumber();
            for (var number : step.profile().numbers()) {
                if (!phone.equals(owners.computeIfAbsent(number, free -> phone))) {
                    var column = header.heading(number.equals(phone) ? Column.PHONE : Column.TEXT_PHONE);
                    errors.add(new RowError(step.row(), column, Complaint.of(TEXT_NUMBER_OF_ANOTHER)));
                }
            }
        }

        private void complainUnlessDone(Row row, Column column, Complaint complaint) {
            var heading = header.heading(column);
            if (errors.stream()
                    .noneMatch(error ->
                            Integer.valueOf(row.number()).equals(error.row()) && heading.equals(error.column()))) {
                error(row, column, complaint);
            }
        }

        private Step step(Row row, InterpreterProfile profile, @Nullable Interpreter member) {
            if (member == null) {
                return new Step.Create(row.number(), profile);
            }
            var changes = changes(member.profile(), profile);
            return changes.isEmpty()
                    ? new Step.Unchanged(row.number(), member.id(), member.profile())
                    : new Step.Update(row.number(), member.id(), member.version(), profile, changes);
        }

        private List<Change> changes(InterpreterProfile before, InterpreterProfile after) {
            return Stream.of(Column.values())
                    .map(column -> new Change(
                            header.heading(column), writer.shown(column, before), writer.shown(column, after)))
                    .filter(change -> !change.before().equals(change.after()))
                    .toList();
        }

        private void error(Row row, Column column, Complaint complaint) {
            errors.add(new RowError(row.number(), header.heading(column), complaint));
        }
    }

    /** The whole list: the names of the columns, then a row for each of these people. */
    List<List<Cell>> list(List<InterpreterProfile> people) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(Stream.of(Column.values())
                .map(column -> Cell.text(column.heading()))
                .toList());
        people.forEach(person -> rows.add(Stream.of(Column.values())
                .map(column -> writer.written(column, person))
                .toList()));
        return rows;
    }
}
