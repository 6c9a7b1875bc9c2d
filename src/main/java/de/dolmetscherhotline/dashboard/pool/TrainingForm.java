package de.dolmetscherhotline.dashboard.pool;

import static de.dolmetscherhotline.dashboard.pool.Typed.text;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.platform.ExpectedVersion;
import de.dolmetscherhotline.training.Training;
import de.dolmetscherhotline.training.Training.Confers;
import de.dolmetscherhotline.training.Training.Meeting;
import de.dolmetscherhotline.training.Trainings.Counted;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A training as it was typed, with its dates in rows, of which empty ones do not matter.
 *
 * @param key by which a form that is sent twice plans one training; only of those not planned yet
 * @param version which is to be replaced; only of those planned already
 * @param places empty = as many as want
 * @param subject for which attendance qualifies; empty = none
 * @param proof there if attendance counts as proof of training
 * @param months how long that holds; empty = as long as the district lets any training hold
 * @param more the button that asks for more rows
 */
public record TrainingForm(
        @Nullable String key,
        @Nullable String version,
        @Nullable String title,
        @Nullable String description,
        @Nullable String places,
        @Nullable List<String> day,
        @Nullable List<String> starts,
        @Nullable List<String> ends,
        @Nullable List<String> place,
        @Nullable String subject,
        @Nullable String proof,
        @Nullable String months,
        @Nullable String more) {

    private static final String TICKED = "on";
    private static final int MOST_DATES = 50;
    private static final int ROWS_AT_FIRST = 2;
    private static final int LONGEST = 200;
    private static final int LONGEST_DESCRIPTION = 2000;
    private static final int MOST_PLACES = 10_000;
    private static final int MOST_MONTHS = 120;

    /** One date, as wall time. */
    public record Row(String day, String starts, String ends, String place) {

        private static final Row EMPTY = new Row("", "", "", "");

        private boolean isEmpty() {
            return day.isEmpty() && starts.isEmpty() && ends.isEmpty() && place.isEmpty();
        }

        private Optional<Instant> at(String time, ZoneId zone) {
            return Typed.moment(day + "T" + time)
                    .map(moment -> moment.atZone(zone).toInstant());
        }

        private Optional<Meeting> meeting(ZoneId zone) {
            return at(starts, zone).flatMap(from -> at(ends, zone).map(to -> new Meeting(from, to, place)));
        }
    }

    static TrainingForm empty() {
        var key = UUID.randomUUID().toString();
        return new TrainingForm(key, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    static TrainingForm of(Counted found, ZoneId zone) {
        var training = found.training();
        var dates = training.dates();
        var places = training.places();
        var confers = training.confers();
        var subject = confers == null ? null : confers.subject();
        var months = confers == null ? null : confers.validMonths();
        return new TrainingForm(
                null,
                Long.toString(found.version()),
                training.title(),
                training.description(),
                places == null ? "" : places.toString(),
                dates.stream()
                        .map(date -> date.startsAt().atZone(zone).toLocalDate().toString())
                        .toList(),
                dates.stream().map(date -> time(date.startsAt(), zone)).toList(),
                dates.stream().map(date -> time(date.endsAt(), zone)).toList(),
                dates.stream().map(Meeting::place).toList(),
                subject == null ? "" : Typed.word(subject),
                confers != null && confers.training() ? TICKED : "",
                months == null ? "" : months.toString(),
                null);
    }

    private static String time(Instant instant, ZoneId zone) {
        return LocalTime.ofInstant(instant, zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** What was filled in, and then empty rows to fill in further. */
    public List<Row> rows() {
        var rows = new ArrayList<>(filled());
        int wanted = Math.min(MOST_DATES, Math.max(ROWS_AT_FIRST, rows.size() + (asksForMore() ? ROWS_AT_FIRST : 1)));
        while (rows.size() < wanted) {
            rows.add(Row.EMPTY);
        }
        return rows;
    }

    private List<Row> filled() {
        int sent = day == null ? 0 : Math.min(day.size(), MOST_DATES);
        return IntStream.range(0, sent)
                .mapToObj(i -> new Row(Typed.at(day, i), Typed.at(starts, i), Typed.at(ends, i), Typed.at(place, i)))
                .filter(row -> !row.isEmpty())
                .toList();
    }

    /** The key, or a new one if somebody has changed it. */
    UUID keyOrNew() {
        try {
            return UUID.fromString(text(key));
        } catch (IllegalArgumentException changed) {
            return UUID.randomUUID();
        }
    }

    /** None that any training has, if somebody has changed it. */
    ExpectedVersion expected() {
        return ExpectedVersion.from('"' + text(version) + '"');
    }

    /** The same, to replace another version. */
    TrainingForm replacing(long current) {
        return new TrainingForm(
                null,
                Long.toString(current),
                title,
                description,
                places,
                day,
                starts,
                ends,
                place,
                subject,
                proof,
                months,
                null);
    }

    boolean asksForMore() {
        return more != null;
    }

    public boolean isProof() {
        return text(proof).equals(TICKED);
    }

    /** What is wrong, as keys of messages by field. */
    Map<String, String> problems(ZoneId zone) {
        var problems = new LinkedHashMap<String, String>();
        require(problems, "title", !text(title).isEmpty(), "pool.problem.title");
        require(problems, "title", text(title).length() <= LONGEST, "pool.problem.long");
        require(problems, "description", text(description).length() <= LONGEST_DESCRIPTION, "pool.problem.long");
        require(problems, "places", isEmptyOrUpTo(places, MOST_PLACES), "pool.problem.places");
        require(problems, "months", isEmptyOrUpTo(months, MOST_MONTHS), "pool.problem.months");
        require(problems, "months", text(months).isEmpty() || isProof(), "pool.problem.months-without-proof");
        var rows = filled();
        require(problems, "dates", !rows.isEmpty(), "pool.problem.dates");
        for (int i = 0; i < rows.size(); i++) {
            check(problems, "date-" + i, rows.get(i), zone);
        }
        if (problems.isEmpty()) {
            require(problems, "dates", followEachOther(meetings(zone)), "pool.problem.dates-overlap");
        }
        return problems;
    }

    private static void check(Map<String, String> problems, String field, Row row, ZoneId zone) {
        var meeting = row.meeting(zone);
        require(problems, field, meeting.isPresent(), "pool.problem.date");
        require(
                problems,
                field,
                meeting.filter(one -> !one.endsAt().isAfter(one.startsAt())).isEmpty(),
                "pool.problem.date-ends");
        require(problems, field, !row.place().isEmpty(), "pool.problem.place");
        require(problems, field, row.place().length() <= LONGEST, "pool.problem.long");
    }

    private static void require(Map<String, String> problems, String field, boolean condition, String key) {
        if (!condition) {
            problems.putIfAbsent(field, key);
        }
    }

    private static boolean isEmptyOrUpTo(@Nullable String typed, int most) {
        var text = text(typed);
        return text.isEmpty() || (text.matches("[1-9][0-9]{0,4}") && Integer.parseInt(text) <= most);
    }

    private static boolean followEachOther(List<Meeting> meetings) {
        return IntStream.range(1, meetings.size())
                .noneMatch(i ->
                        meetings.get(i).startsAt().isBefore(meetings.get(i - 1).endsAt()));
    }

    private List<Meeting> meetings(ZoneId zone) {
        return filled().stream()
                .flatMap(row -> row.meeting(zone).stream())
                .sorted(Comparator.comparing(Meeting::startsAt))
                .toList();
    }

    /** Only if nothing is wrong. */
    Training training(UUID id, DistrictId district, ZoneId zone) {
        var field = Typed.constant(Subject.class, text(subject)).orElse(null);
        return new Training(
                id,
                district,
                text(title),
                Typed.given(description),
                number(places),
                meetings(zone),
                field == null && !isProof() ? null : new Confers(field, isProof(), number(months)));
    }

    private static @Nullable Integer number(@Nullable String typed) {
        var text = text(typed);
        return text.isEmpty() ? null : Integer.valueOf(text);
    }
}
