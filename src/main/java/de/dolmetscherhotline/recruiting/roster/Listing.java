package de.dolmetscherhotline.recruiting.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Several things in one cell, parted by semicolons or line breaks. A backslash keeps the meaning from what follows it. */
final class Listing {

    private static final char ESCAPE = '\\';

    private Listing() {}

    /** What stands between separators, without blanks; {@link #plain} makes the text of an item out of it. */
    static List<String> items(String cell) {
        var items = new ArrayList<String>();
        var item = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char letter = cell.charAt(i);
            if (letter == ESCAPE && i + 1 < cell.length()) {
                item.append(letter).append(cell.charAt(++i));
            } else if (letter == ';' || letter == '\n') {
                items.add(item.toString().strip());
                item.setLength(0);
            } else {
                item.append(letter);
            }
        }
        items.add(item.toString().strip());
        return items.stream().filter(part -> !part.isEmpty()).toList();
    }

    /** All items in one cell. */
    static String joined(List<String> items) {
        return items.stream().collect(Collectors.joining("; "));
    }

    /** Free text as part of an item. */
    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace("\n", "\\n")
                .replace("[", "\\[");
    }

    /** Free text of an item. */
    static String plain(String escaped) {
        var text = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char letter = escaped.charAt(i);
            if (letter == ESCAPE && i + 1 < escaped.length()) {
                char meant = escaped.charAt(++i);
                text.append(meant == 'n' ? '\n' : meant);
            } else {
                text.append(letter);
            }
        }
        return text.toString().strip();
    }
}
