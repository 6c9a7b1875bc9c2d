package de.dolmetscherhotline.recruiting.roster;

import java.util.List;
import java.util.Locale;

/**
 * What is wrong with a cell or a row.
 *
 * @param arguments of the sentence: words from the cell, names of columns, numbers of rows
 */
public record Complaint(Code code, List<String> arguments) {

    /** Names the sentence in the messages: {@code roster.error.missing}. */
    public enum Code {
        MISSING,
        TOO_LONG,
        FORMULA,
        BROKEN,
        NO_NUMBER,
        NOT_DIALABLE,
        NO_DAY,
        IN_THE_FUTURE,
        UNKNOWN_WORD,
        UNKNOWN_LANGUAGE,
        LEVEL_MISSING,
        LANGUAGE_TWICE,
        SUBJECT_TWICE,
        TOO_MANY,
        NOT_IN_LANGUAGES,
        NOT_WITHOUT,
        ENDS_BEFORE_IT_BEGAN,
        BIRTH_NEEDED,
        MINOR,
        TWICE_IN_FILE,
        TEXT_NUMBER_OF_ANOTHER,
        COLUMN_MISSING,
        COLUMN_TWICE,
        NO_ROWS
    }

    public Complaint {
        arguments = List.copyOf(arguments);
    }

    static Complaint of(Code code, String... arguments) {
        return new Complaint(code, List.of(arguments));
    }

    /** The key of its sentence. */
    public String key() {
        return "roster.error." + code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
