package de.dolmetscherhotline.sms;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes different spellings of the same word the same. */
final class Spelling {

    private static final Pattern MARKS_AND_INVISIBLE = Pattern.compile("[\\p{M}\\p{Cf}ـ]");
    private static final Pattern UMLAUT_IN_TWO_LETTERS = Pattern.compile("([aou])e");
    private static final int SHORTEST_FOLDED = 4;

    private Spelling() {}

    /** Lower case, without accents, digits of every script as 0 to 9. */
    static String plain(String text) {
        var decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Form.NFD);
        return MARKS_AND_INVISIBLE
                .matcher(decomposed)
                .replaceAll("")
                .codePoints()
                .mapToObj(Spelling::plain)
                .collect(Collectors.joining());
    }

    private static String plain(int letter) {
        return switch (letter) {
            case 'ß' -> "ss";
            case 'ı' -> "i";
            case 'ى' -> "ي";
            case 'ة' -> "ه";
            default ->
                Character.isDigit(letter) ? Integer.toString(Character.digit(letter, 10)) : Character.toString(letter);
        };
    }

    /** Umlauts written as two letters without the second one; short words are left alone, so that none becomes "an". */
    static String folded(String word) {
        return word.length() < SHORTEST_FOLDED
                ? word
                : UMLAUT_IN_TWO_LETTERS.matcher(word).replaceAll("$1");
    }

    /**
     * How many letters must be replaced, left out, added or swapped with their neighbour to make one word of the other; 3
     * if more than two.
     */
    static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 2) {
            return 3;
        }
        var rows = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                rows[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : cheapest(rows, one, other, i, j);
            }
        }
        return Math.min(3, rows[one.length()][other.length()]);
    }

    private static int cheapest(int[][] rows, String one, String other, int i, int j) {
        int replaced = rows[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        return swapped(one, other, i, j) ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
    }

    private static boolean swapped(String one, String other, int i, int j) {
        return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
