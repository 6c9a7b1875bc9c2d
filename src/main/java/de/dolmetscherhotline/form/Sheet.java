package de.dolmetscherhotline.form;

import de.dolmetscherhotline.form.FormText.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form as a page shows it, German beside another language or alone.
 *
 * @param german title and mark in German
 * @param other title and mark in the other language; null if German stands alone
 * @param rows everything below the title
 */
record Sheet(Side german, @Nullable Side other, List<Row> rows) {

    Sheet {
        rows = List.copyOf(rows);
    }

    /**
     * One of the columns.
     *
     * @param tag BCP 47
     * @param direction {@code ltr} or {@code rtl}
     * @param name of the language, in that language
     */
    record Side(String tag, String direction, String name, String title, String mark) {

        private static Side of(FormText text, String tag, String name) {
            return new Side(tag, text.direction(), name, text.title(), text.mark());
        }
    }

    /** A paragraph; in the other language null if German stands alone. */
    record Row(Kind kind, String german, @Nullable String other) {

        /** For the style sheet. */
        public String style() {
            return kind.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Only in German. */
    static Sheet of(FormText german) {
        return new Sheet(germanSide(german), null, rows(german, Optional.empty()));
    }

    /** @param name of the other language, in that language */
    static Sheet of(FormText german, FormText other, String tag, String name) {
        return new Sheet(germanSide(german), Side.of(other, tag, name), rows(german, Optional.of(other)));
    }

    private static Side germanSide(FormText german) {
        return Side.of(german, FormTexts.GERMAN.tag(), "Deutsch");
    }

    private static List<Row> rows(FormText german, Optional<FormText> other) {
        return german.body().stream()
                .map(paragraph -> new Row(
                        paragraph.kind(),
                        paragraph.text(),
                        other.map(text -> text.text(paragraph.name())).orElse(null)))
                .toList();
    }
}
