package de.dolmetscherhotline.recruiting.roster;

import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.BROKEN;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.ENDS_BEFORE_IT_BEGAN;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.FORMULA;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.IN_THE_FUTURE;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.MISSING;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.NOT_DIALABLE;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.NOT_WITHOUT;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.NO_DAY;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.NO_NUMBER;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.TOO_LONG;
import static de.dolmetscherhotline.recruiting.roster.Complaint.Code.UNKNOWN_WORD;

import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.platform.DialableNumbers;
import de.dolmetscherhotline.pool.Role;
import de.dolmetscherhotline.recruiting.roster.Words.Answer;
import de.dolmetscherhotline.sheet.Cell;
import de.dolmetscherhotline.sheet.Days;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands one cell at a time, and puts what it says into the draft of its row. */
@Component
class CellReader {

    private static final int NAME = 200;
    private static final int NOTES = 4000;
    private static final int SHOWN = 40;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[;,|\\n]");

    private final SkillReader skills;
    private final DialableNumbers dialable;

    CellReader(SkillReader skills, DialableNumbers dialable) {
        this.skills = skills;
        this.dialable = dialable;
    }

    /** Reads a cell into the draft; what is wrong with it, if anything. */
    Optional<Complaint> read(Column column, Cell cell, Draft draft, LocalDate today) {
        return switch (cell) {
            case Cell.Formula formula -> complaint(FORMULA);
            case Cell.Broken broken -> complaint(BROKEN);
            case Cell.Text text -> read(column, text.text(), day(text.text()), draft, today);
            case Cell.Day day -> read(column, Days.written(day.day()), Optional.of(day.day()), draft, today);
            case Cell.Numeral number ->
                read(column, number.value().toPlainString(), Optional.ofNullable(number.day()), draft, today);
        };
    }

    private Optional<Complaint> read(
            Column column, String text, Optional<LocalDate> day, Draft draft, LocalDate today) {
        return switch (column) {
            case NAME -> text.isEmpty() ? complaint(MISSING) : shortText(text, NAME, given -> draft.name = text);
            // Read before there is a draft, since it says whose row this is.
            case PHONE -> Optional.empty();
            case TEXT_PHONE -> textNumber(text, draft);
            case GENDER -> optionalWord(Words.GENDERS, text, gender -> draft.gender = gender);
            case BORN -> past(text, day, today, born -> draft.born = born);
            case MUNICIPALITY -> shortText(text, NAME, municipality -> draft.municipality = municipality);
            case ROLES -> roles(text, draft);
            case LANGUAGES -> skills.readLanguages(text, draft);
            case DIALECTS -> skills.readDialects(text, draft);
            case SUBJECTS -> skills.readSubjects(text, draft);
            case SECRECY_ON -> issued(ObligationKind.SECRECY, text, day, today, draft);
            case SECRECY_UNTIL -> until(ObligationKind.SECRECY, Column.SECRECY_ON, text, day, draft);
            case RECORD_ON -> issued(ObligationKind.CRIMINAL_RECORD, text, day, today, draft);
            case RECORD_UNTIL -> until(ObligationKind.CRIMINAL_RECORD, Column.RECORD_ON, text, day, draft);
            case TRAINING_ON -> issued(ObligationKind.TRAINING, text, day, today, draft);
            case TRAINING_UNTIL -> until(ObligationKind.TRAINING, Column.TRAINING_ON, text, day, draft);
            case STATUS -> text.isEmpty() ? Optional.empty() : word(Words.STATES, text, state -> draft.status = state);
            case EMERGENCY -> yesOrNo(text, yes -> draft.emergency = yes);
            case CALLOUT -> yesOrNo(text, yes -> draft.callout = yes);
            case NOTES -> shortText(text, NOTES, notes -> draft.notes = notes);
        };
    }

    /** A number that may be dialled, or what is wrong with it. */
    sealed interface Telephone {

        record Good(PhoneNumber number) implements Telephone {}

        record Bad(Complaint complaint) implements Telephone {}
    }

    /** Reads a telephone number; of one that a spreadsheet took for a number, the zeros at the beginning are gone. */
    Telephone number(Cell cell) {
        return switch (cell) {
            case Cell.Formula formula -> new Telephone.Bad(Complaint.of(FORMULA));
            case Cell.Broken broken -> new Telephone.Bad(Complaint.of(BROKEN));
            case Cell.Day day -> new Telephone.Bad(Complaint.of(NO_NUMBER));
            case Cell.Numeral number -> number(number.value().toPlainString());
            case Cell.Text text -> number(text.text());
        };
    }

    private Telephone number(String text) {
        if (text.isEmpty()) {
            return new Telephone.Bad(Complaint.of(MISSING));
        }
        return PhoneNumber.parse(text.startsWith("'") ? text.substring(1) : text)
                .<Telephone>map(number -> dialable.allows(number)
                        ? new Telephone.Good(number)
                        : new Telephone.Bad(Complaint.of(NOT_DIALABLE)))
                .orElseGet(() -> new Telephone.Bad(Complaint.of(NO_NUMBER)));
    }

    private Optional<Complaint> textNumber(String text, Draft draft) {
        if (text.isEmpty()) {
            draft.textNumber = null;
            return Optional.empty();
        }
        return switch (number(text)) {
            case Telephone.Bad bad -> Optional.of(bad.complaint());
            case Telephone.Good good -> {
                draft.textNumber = good.number().equals(draft.phone()) ? null : good.number();
                yield Optional.empty();
            }
        };
    }

    private static Optional<Complaint> shortText(String text, int most, Consumer<@Nullable String> into) {
        if (text.length() > most) {
            return Optional.of(Complaint.of(TOO_LONG, Integer.toString(most)));
        }
        into.accept(text.isEmpty() ? null : text);
        return Optional.empty();
    }

    private static <E extends Enum<E>> Optional<Complaint> optionalWord(
            Words<E> words, String text, Consumer<@Nullable E> into) {
        if (text.isEmpty() || Spelling.plain(text).equals("keineangabe")) {
            into.accept(null);
            return Optional.empty();
        }
        return word(words, text, into);
    }

    private static <E extends Enum<E>> Optional<Complaint> word(Words<E> words, String text, Consumer<E> into) {
        var meant = words.read(text);
        meant.ifPresent(into);
        return meant.isPresent() ? Optional.empty() : unknown(text, words);
    }

    static Optional<Complaint> unknown(String text, Words<?> words) {
        return Optional.of(Complaint.of(UNKNOWN_WORD, shown(text), words.all()));
    }

    /** As much of what stands in a cell as belongs into a sentence about it. */
    static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static Optional<Complaint> yesOrNo(String text, Consumer<Boolean> into) {
        if (text.isEmpty()) {
            into.accept(false);
            return Optional.empty();
        }
        return word(Words.ANSWERS, text, answer -> into.accept(answer == Answer.YES));
    }

    private static Optional<Complaint> roles(String text, Draft draft) {
        var roles = EnumSet.noneOf(Role.class);
        for (var word : words(text)) {
            var role = Words.ROLES.read(word);
            if (role.isEmpty()) {
                return unknown(word, Words.ROLES);
            }
            roles.add(role.get());
        }
        draft.roles = roles;
        return Optional.empty();
    }

    static List<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text)
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Optional<Complaint> past(
            String text, Optional<LocalDate> day, LocalDate today, Consumer<@Nullable LocalDate> into) {
        if (text.isEmpty()) {
            into.accept(null);
            return Optional.empty();
        }
        if (day.isEmpty()) {
            return complaint(NO_DAY);
        }
        into.accept(day.get());
        return day.get().isAfter(today) ? complaint(IN_THE_FUTURE) : Optional.empty();
    }

    private static Optional<Complaint> issued(
            ObligationKind kind, String text, Optional<LocalDate> day, LocalDate today, Draft draft) {
        return past(text, day, today, issued -> draft.issue(kind, issued));
    }

    private static Optional<Complaint> until(
            ObligationKind kind, Column beginning, String text, Optional<LocalDate> day, Draft draft) {
        var obligation = draft.obligation(kind);
        if (text.isEmpty()) {
            draft.holdUntil(kind, null);
            return Optional.empty();
        }
        if (day.isEmpty()) {
            return complaint(NO_DAY);
        }
        if (obligation == null) {
            return Optional.of(Complaint.of(NOT_WITHOUT, beginning.heading()));
        }
        draft.holdUntil(kind, day.get());
        return day.get().isBefore(obligation.issuedOn()) ? complaint(ENDS_BEFORE_IT_BEGAN) : Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        return Days.read(text);
    }

    private static Optional<Complaint> complaint(Complaint.Code code) {
        return Optional.of(Complaint.of(code));
    }
}
