package de.dolmetscherhotline.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What stands in one cell of a table. */
public sealed interface Cell {

    /** Text without blanks around it and without control characters; empty for an empty cell. */
    record Text(String text) implements Cell {

        public Text {
            text = Text.clean(text);
        }

        /** The same text as it is compared and stored: what looks alike is alike. */
        public static String clean(String text) {
            return text.replace("\r\n", "\n")
                    .replace('\r', '\n')
                    .replaceAll("[\\h&&[^\\t]]", " ")
                    .replaceAll("[\\p{Cc}\\ufeff\\ufffe\\uffff&&[^\\t\\n]]", "")
                    .strip();
        }
    }

    /**
     * A number, which in a spreadsheet may also be a day.
     *
     * @param day the day that it is; null if it cannot be one
     */
    record Numeral(BigDecimal value, @Nullable LocalDate day) implements Cell {}

    /** A day, to be written. */
    record Day(LocalDate day) implements Cell {}

    /** A formula: what it shows depends on who opens the file. */
    record Formula() implements Cell {}

    /** Shows an error, such as {@code #REF!}, or has characters that could not be read. */
    record Broken() implements Cell {}

    /** A cell in which nothing stands. */
    static Cell empty() {
        return new Text("");
    }

    /** A cell with this text. */
    static Cell text(String text) {
        return new Text(text);
    }

    default boolean isEmpty() {
        return this instanceof Text written && written.text().isEmpty();
    }
}
