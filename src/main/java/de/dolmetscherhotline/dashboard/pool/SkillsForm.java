package de.dolmetscherhotline.dashboard.pool;

import static de.dolmetscherhotline.dashboard.pool.Typed.text;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.pool.Direction;
import de.dolmetscherhotline.pool.InterpreterProfile;
import de.dolmetscherhotline.pool.LanguageSkill;
import de.dolmetscherhotline.pool.SubjectSkill;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Languages in rows, of which empty ones do not matter, and subjects, each in its row.
 *
 * @param subject words of those that are ticked
 * @param qualification for each subject, in their order
 * @param since for each subject, in their order
 * @param more the button that asks for more rows
 */
public record SkillsForm(
        @Nullable List<String> language,
        @Nullable List<String> level,
        @Nullable List<String> direction,
        @Nullable List<String> dialects,
        @Nullable List<String> subject,
        @Nullable List<String> qualification,
        @Nullable List<String> since,
        @Nullable String more)
        implements SectionForm {

    private static final int MOST_LANGUAGES = 50;
    private static final int ROWS_AT_FIRST = 3;
    private static final int LONGEST = 300;

    /** A language as it was chosen. */
    public record Row(String language, String level, String direction, String dialects) {

        private static final Row EMPTY = new Row("", "", "", "");

        private boolean isEmpty() {
            return language.isEmpty() && level.isEmpty() && dialects.isEmpty();
        }

        private LanguageSkill skill() {
            return new LanguageSkill(
                    new Language(language),
                    Typed.constant(LanguageLevel.class, level).orElseThrow(),
                    Typed.constant(Direction.class, direction).orElse(Direction.BOTH),
                    Typed.given(dialects));
        }
    }

    /** A subject as it was filled in. */
    public record SubjectRow(String subject, boolean ticked, String qualification, String since) {

        private Stream<SubjectSkill> skill() {
            return ticked
                    ? Stream.of(new SubjectSkill(
                            Typed.constant(Subject.class, subject).orElseThrow(),
                            Typed.given(qualification),
                            Typed.day(since).orElse(null)))
                    : Stream.empty();
        }
    }

    static SkillsForm empty() {
        return new SkillsForm(null, null, null, null, null, null, null, null);
    }

    static SkillsForm of(InterpreterProfile profile) {
        var languages = profile.languages();
        return new SkillsForm(
                languages.stream().map(skill -> skill.language().tag()).toList(),
                languages.stream().map(skill -> Typed.word(skill.level())).toList(),
                languages.stream().map(skill -> Typed.word(skill.direction())).toList(),
                languages.stream().map(skill -> text(skill.dialects())).toList(),
                profile.subjects().stream()
                        .map(skill -> Typed.word(skill.subject()))
                        .toList(),
                ofSubjects(profile, skill -> text(skill.qualification())),
                ofSubjects(profile, skill -> skill.since() == null ? "" : String.valueOf(skill.since())),
                null);
    }

    private static List<String> ofSubjects(InterpreterProfile profile, Function<SubjectSkill, String> part) {
        return Stream.of(Subject.values())
                .map(subject -> profile.subjects().stream()
                        .filter(skill -> skill.subject() == subject)
                        .findFirst()
                        .map(part)
                        .orElse(""))
                .toList();
    }

    /** What was filled in, and then empty rows to fill in further. */
    public List<Row> rows() {
        var rows = new ArrayList<>(filled());
        int wanted =
                Math.min(MOST_LANGUAGES, Math.max(ROWS_AT_FIRST, rows.size() + (asksForMore() ? ROWS_AT_FIRST : 1)));
        while (rows.size() < wanted) {
            rows.add(Row.EMPTY);
        }
        return rows;
    }

    private List<Row> filled() {
        int sent = language == null ? 0 : Math.min(language.size(), MOST_LANGUAGES);
        return IntStream.range(0, sent)
                .mapToObj(i -> new Row(
                        Typed.at(language, i), Typed.at(level, i), Typed.at(direction, i), Typed.at(dialects, i)))
                .filter(row -> !row.isEmpty())
                .toList();
    }

    /** One row for each subject there is. */
    public List<SubjectRow> subjects() {
        var all = Typed.words(Subject.class);
        return IntStream.range(0, all.size())
                .mapToObj(i -> new SubjectRow(
                        all.get(i),
                        subject != null && subject.contains(all.get(i)),
                        Typed.at(qualification, i),
                        Typed.at(since, i)))
                .toList();
    }

    @Override
    public Map<String, String> problems(Rules rules) {
        var problems = new LinkedHashMap<String, String>();
        var rows = filled();
        if (rows.isEmpty()) {
            problems.put("languages", "pool.problem.languages");
        }
        for (int i = 0; i < rows.size(); i++) {
            checkLanguage(problems, i, rows, rules);
        }
        subjects().stream().filter(SubjectRow::ticked).forEach(row -> checkSubject(problems, row, rules));
        return problems;
    }

    private static void checkLanguage(Map<String, String> problems, int i, List<Row> rows, Rules rules) {
        var row = rows.get(i);
        var field = "language-" + i;
        if (rules.languages().all().stream()
                .noneMatch(known -> known.language().tag().equals(row.language()))) {
            problems.put(field, "pool.problem.language");
        } else if (Typed.constant(LanguageLevel.class, row.level()).isEmpty()) {
            problems.put(field, "pool.problem.level");
        } else if (rows.subList(0, i).stream()
                .anyMatch(other -> other.language().equals(row.language()))) {
            problems.put(field, "pool.problem.language-twice");
        } else if (row.dialects().length() > LONGEST) {
            problems.put(field, "pool.problem.long");
        }
    }

    private static void checkSubject(Map<String, String> problems, SubjectRow row, Rules rules) {
        var day = Typed.day(row.since());
        var field = "subject-" + row.subject();
        if (row.qualification().length() > LONGEST) {
            problems.put(field, "pool.problem.long");
        } else if (!row.since().isEmpty() && day.isEmpty()) {
            problems.put(field, "dashboard.problem.day");
        } else if (day.filter(rules.today()::isBefore).isPresent()) {
            problems.put(field, "pool.problem.future");
        }
    }

    /** Only if nothing is wrong with them. */
    List<LanguageSkill> languageSkills() {
        return filled().stream().map(Row::skill).toList();
    }

    /** Only if nothing is wrong with them. */
    List<SubjectSkill> subjectSkills() {
        return subjects().stream().flatMap(SubjectRow::skill).toList();
    }

    @Override
    public InterpreterProfile applied(InterpreterProfile before) {
        return before.withSkills(languageSkills(), subjectSkills());
    }

    @Override
    public boolean asksForMore() {
        return more != null;
    }
}
