package de.dolmetscherhotline.recruiting.roster;

import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.pool.Direction;
import de.dolmetscherhotline.pool.InterpreterProfile;
import de.dolmetscherhotline.pool.LanguageSkill;
import de.dolmetscherhotline.pool.Obligation;
import de.dolmetscherhotline.pool.SubjectSkill;
import de.dolmetscherhotline.recruiting.roster.Words.Answer;
import de.dolmetscherhotline.sheet.Cell;
import de.dolmetscherhotline.sheet.Days;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what is recorded about somebody in such words that {@link CellReader} understands them. */
@Component
class CellWriter {

    private final LanguageNames names;

    CellWriter(LanguageNames names) {
        this.names = names;
    }

    /** The cell of this column. */
    Cell written(Column column, InterpreterProfile profile) {
        return switch (column) {
            case NAME -> Cell.text(profile.name());
            case PHONE -> Cell.text(profile.phoneNumber().e164());
            case TEXT_PHONE -> number(profile.textNumber());
            case GENDER -> word(Words.GENDERS, profile.gender());
            case BORN -> day(profile.dateOfBirth());
            case MUNICIPALITY -> text(profile.municipality());
            case ROLES -> Cell.text(roles(profile));
            case LANGUAGES -> Cell.text(languages(profile));
            case DIALECTS -> Cell.text(dialects(profile));
            case SUBJECTS -> Cell.text(subjects(profile));
            case SECRECY_ON -> day(issuedOn(profile, ObligationKind.SECRECY));
            case SECRECY_UNTIL -> day(validUntil(profile, ObligationKind.SECRECY));
            case RECORD_ON -> day(issuedOn(profile, ObligationKind.CRIMINAL_RECORD));
            case RECORD_UNTIL -> day(validUntil(profile, ObligationKind.CRIMINAL_RECORD));
            case TRAINING_ON -> day(issuedOn(profile, ObligationKind.TRAINING));
            case TRAINING_UNTIL -> day(validUntil(profile, ObligationKind.TRAINING));
            case STATUS -> Cell.text(Words.STATES.written(profile.status()));
            case EMERGENCY -> Cell.text(Words.ANSWERS.written(Answer.of(profile.emergencyOptIn())));
            case CALLOUT -> Cell.text(Words.ANSWERS.written(Answer.of(profile.calloutOptIn())));
            case NOTES -> text(profile.notes());
        };
    }

    /** What the cell of this column shows. */
    String shown(Column column, InterpreterProfile profile) {
        return switch (written(column, profile)) {
            case Cell.Text text -> text.text();
            case Cell.Day day -> Days.written(day.day());
            case Cell.Numeral number -> number.value().toPlainString();
            case Cell.Formula formula -> "";
            case Cell.Broken broken -> "";
        };
    }

    private static Cell text(@Nullable String text) {
        return text == null ? Cell.empty() : Cell.text(text);
    }

    private static Cell number(@Nullable PhoneNumber number) {
        return number == null ? Cell.empty() : Cell.text(number.e164());
    }

    private static Cell day(@Nullable LocalDate day) {
        return day == null ? Cell.empty() : new Cell.Day(day);
    }

    private static <E extends Enum<E>> Cell word(Words<E> words, @Nullable E constant) {
        return constant == null ? Cell.empty() : Cell.text(words.written(constant));
    }

    private static String roles(InterpreterProfile profile) {
        return Listing.joined(
                profile.roles().stream().sorted().map(Words.ROLES::written).toList());
    }

    private String languages(InterpreterProfile profile) {
        return Listing.joined(sorted(profile).stream().map(this::language).toList());
    }

    private String language(LanguageSkill skill) {
        var nameAndLevel = names.written(skill.language()) + ": " + Words.LEVELS.written(skill.level());
        return skill.direction() == Direction.BOTH
                ? nameAndLevel
                : nameAndLevel + " / " + Words.DIRECTIONS.written(skill.direction());
    }

    private String dialects(InterpreterProfile profile) {
        return Listing.joined(sorted(profile).stream()
                .flatMap(skill -> dialects(skill).stream())
                .toList());
    }

    private List<String> dialects(LanguageSkill skill) {
        var dialects = clean(skill.dialects());
        return dialects.isEmpty()
                ? List.of()
                : List.of(names.written(skill.language()) + ": " + Listing.escaped(dialects));
    }

    private static List<LanguageSkill> sorted(InterpreterProfile profile) {
        return profile.languages().stream()
                .sorted(Comparator.comparing(skill -> skill.language().tag()))
                .toList();
    }

    private static String subjects(InterpreterProfile profile) {
        return Listing.joined(profile.subjects().stream()
                .sorted(Comparator.comparing(SubjectSkill::subject))
                .map(CellWriter::subject)
                .toList());
    }

    private static String subject(SubjectSkill skill) {
        var qualification = clean(skill.qualification());
        var since = skill.since();
        return Words.SUBJECTS.written(skill.subject())
                + (qualification.isEmpty() ? "" : ": " + Listing.escaped(qualification))
                + (since == null ? "" : " [seit " + Days.written(since) + "]");
    }

    private static String clean(@Nullable String text) {
        return text == null ? "" : Cell.Text.clean(text);
    }

    private static @Nullable LocalDate issuedOn(InterpreterProfile profile, ObligationKind kind) {
        return profile.obligation(kind).map(Obligation::issuedOn).orElse(null);
    }

    private static @Nullable LocalDate validUntil(InterpreterProfile profile, ObligationKind kind) {
        return profile.obligation(kind).map(Obligation::validUntil).orElse(null);
    }
}
