package de.dolmetscherhotline.recruiting.roster;

import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.LANGUAGE_TWICE;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.LEVEL_MISSING;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.MISSING;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.NOT_IN_LANGUAGES;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.NO_DAY;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.SUBJECT_TWICE;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.TOO_LONG;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.TOO_MANY;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.UNKNOWN_LANGUAGE;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LanguageLevel;
import de.dolmetscherhotline.kernel.Subject;
import de.dolmetscherhotline.pool.Direction;
import de.dolmetscherhotline.pool.LanguageSkill;
import de.dolmetscherhotline.pool.SubjectSkill;
import de.dolmetscherhotline.sheet.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what somebody can do.
 *
 * <ul>
 *   <li>languages: {@code Arabisch: Muttersprache; Englisch: B2 / nur ins Deutsche}; also {@code Englisch (B2)} and
 *       {@code Englisch B2}
 *   <li>dialects: {@code Arabisch: syrisch, ägyptisch}
 *   <li>subjects: {@code Medizin: Zertifikat der Volkshochschule [seit 01.03.2024]; Schule}
 * </ul>
 */
@Component
class SkillReader {

    private static final int MOST_LANGUAGES = 50;
    private static final int MOST_LETTERS = 300;

    /** A name, then a level after a colon, in parentheses, or as the last word. */
    private static final List<Pattern> NAME_AND_LEVEL = List.of(
            Pattern.compile("(.*?)\\s*[:=]\\s*([^:=]*)"),
            Pattern.compile("(.*?)\\s*\\(([^()]*)\\)"),
            Pattern.compile("(.*)[\\s-]+(\\S+)"));

    private static final Pattern SINCE = Pattern.compile("(.*?)\\s*(?<!\\\\)\\[seit ([^\\]]*)]", Pattern.DOTALL);
    private static final Pattern TOPIC_AND_TEXT = Pattern.compile("([^:]*):(.*)", Pattern.DOTALL);

    private final LanguageNames names;

    SkillReader(LanguageNames names) {
        this.names = names;
    }

    Optional<Complaint> readLanguages(String text, Draft draft) {
        var items = CellReader.words(text);
        if (items.isEmpty()) {
            return Optional.of(Complaint.of(MISSING));
        }
        if (items.size() > MOST_LANGUAGES) {
            return Optional.of(Complaint.of(TOO_MANY, Integer.toString(MOST_LANGUAGES)));
        }
        var skills = new LinkedHashMap<Language, LanguageSkill>();
        for (var item : items) {
            switch (language(item)) {
                case Parsed.Bad<LanguageSkill> bad -> {
                    return Optional.of(bad.complaint());
                }
                case Parsed.Good<LanguageSkill> good -> {
                    if (skills.put(good.value().language(), good.value()) != null) {
                        return Optional.of(Complaint.of(LANGUAGE_TWICE, CellReader.shown(item)));
                    }
                }
            }
        }
        draft.languages = skills.values().stream()
                .map(skill -> withDialects(skill, dialects(draft.languages, skill.language())))
                .toList();
        return Optional.empty();
    }

    private static LanguageSkill withDialects(LanguageSkill skill, @Nullable String dialects) {
        return new LanguageSkill(skill.language(), skill.level(), skill.direction(), dialects);
    }

    private static @Nullable String dialects(List<LanguageSkill> known, Language language) {
        return known.stream()
                .filter(skill -> skill.language().equals(language))
                .findFirst()
                .map(LanguageSkill::dialects)
                .orElse(null);
    }

    private sealed interface Parsed<T> {

        record Good<T>(T value) implements Parsed<T> {}

        record Bad<T>(Complaint complaint) implements Parsed<T> {}
    }

    private Parsed<LanguageSkill> language(String item) {
        int slash = item.indexOf('/');
        var direction = slash < 0 ? Optional.of(Direction.BOTH) : Words.DIRECTIONS.read(item.substring(slash + 1));
        var nameAndLevel = slash < 0 ? item : item.substring(0, slash).strip();
        if (direction.isEmpty()) {
            return new Parsed.Bad<>(CellReader.unknown(item.substring(slash + 1), Words.DIRECTIONS)
                    .orElseThrow());
        }
        for (var pattern : NAME_AND_LEVEL) {
            var parts = pattern.matcher(nameAndLevel);
            if (parts.matches() && Words.LEVELS.read(parts.group(2)).isPresent()) {
                return skill(parts.group(1), Words.LEVELS.read(parts.group(2)).get(), direction.get());
            }
        }
        return withoutLevel(nameAndLevel);
    }

    private Parsed<LanguageSkill> skill(String name, LanguageLevel level, Direction direction) {
        return names.read(name)
                .<Parsed<LanguageSkill>>map(
                        language -> new Parsed.Good<>(new LanguageSkill(language, level, direction, null)))
                .orElseGet(() -> new Parsed.Bad<>(Complaint.of(UNKNOWN_LANGUAGE, CellReader.shown(name))));
    }

    /** A level that does not exist is told from one that is missing. */
    private Parsed<LanguageSkill> withoutLevel(String item) {
        var parts = NAME_AND_LEVEL.getFirst().matcher(item);
        if (parts.matches() && !parts.group(2).isEmpty()) {
            return new Parsed.Bad<>(
                    CellReader.unknown(parts.group(2), Words.LEVELS).orElseThrow());
        }
        return new Parsed.Bad<>(
                names.read(item).isPresent()
                        ? Complaint.of(LEVEL_MISSING, CellReader.shown(item))
                        : Complaint.of(UNKNOWN_LANGUAGE, CellReader.shown(item)));
    }

    Optional<Complaint> readDialects(String text, Draft draft) {
        Map<Language, String> dialects = new LinkedHashMap<>();
        for (var item : Listing.items(text)) {
            var parts = TOPIC_AND_TEXT.matcher(item);
            var language = parts.matches() ? names.read(parts.group(1)) : Optional.<Language>empty();
            if (language.isEmpty()
                    || draft.languages.stream()
                            .noneMatch(skill -> skill.language().equals(language.get()))) {
                return Optional.of(Complaint.of(NOT_IN_LANGUAGES, CellReader.shown(item)));
            }
            dialects.put(language.get(), Listing.plain(parts.group(2)));
        }
        if (dialects.values().stream().anyMatch(words -> words.length() > MOST_LETTERS)) {
            return Optional.of(Complaint.of(TOO_LONG, Integer.toString(MOST_LETTERS)));
        }
        draft.languages = draft.languages.stream()
                .map(skill -> withDialects(skill, given(dialects.get(skill.language()))))
                .toList();
        return Optional.empty();
    }

    Optional<Complaint> readSubjects(String text, Draft draft) {
        var skills = new LinkedHashMap<Subject, SubjectSkill>();
        for (var item : subjectItems(text)) {
            switch (subject(item)) {
                case Parsed.Bad<SubjectSkill> bad -> {
                    return Optional.of(bad.complaint());
                }
                case Parsed.Good<SubjectSkill> good -> {
                    if (skills.put(good.value().subject(), good.value()) != null) {
                        return Optional.of(Complaint.of(SUBJECT_TWICE, CellReader.shown(item)));
                    }
                }
            }
        }
        draft.subjects = List.copyOf(skills.values());
        return Optional.empty();
    }

    /** A comma parts subjects only where no qualification follows. */
    private static List<String> subjectItems(String text) {
        var items = new ArrayList<String>();
        for (var item : Listing.items(text)) {
            items.addAll(item.indexOf(':') < 0 && item.indexOf('[') < 0 ? CellReader.words(item) : List.of(item));
        }
        return items;
    }

    private static Parsed<SubjectSkill> subject(String item) {
        var since = SINCE.matcher(item);
        Optional<LocalDate> day = since.matches() ? Days.read(since.group(2).strip()) : Optional.empty();
        if (since.matches() && day.isEmpty()) {
            return new Parsed.Bad<>(Complaint.of(NO_DAY));
        }
        var described = since.matches() ? since.group(1) : item;
        var parts = TOPIC_AND_TEXT.matcher(described);
        var name = parts.matches() ? parts.group(1) : described;
        var qualification = parts.matches() ? given(Listing.plain(parts.group(2))) : null;
        if (qualification != null && qualification.length() > MOST_LETTERS) {
            return new Parsed.Bad<>(Complaint.of(TOO_LONG, Integer.toString(MOST_LETTERS)));
        }
        return Words.SUBJECTS
                .read(name)
                .<Parsed<SubjectSkill>>map(
                        subject -> new Parsed.Good<>(new SubjectSkill(subject, qualification, day.orElse(null))))
                .orElseGet(() -> new Parsed.Bad<>(
                        CellReader.unknown(name, Words.SUBJECTS).orElseThrow()));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
