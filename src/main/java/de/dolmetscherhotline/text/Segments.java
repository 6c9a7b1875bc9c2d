package de.dolmetscherhotline.text;

/**
 * In how many parts the network sends a text, each of which it charges for (3GPP TS 23.038 and 23.040).
 *
 * @param count at least 1
 * @param plain whether all its letters are in the alphabet of which a part holds 160; if not, it holds 70
 */
public record Segments(int count, boolean plain) {

    private static final String GSM_7 = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** These take the place of two. */
    private static final String GSM_7_EXTENSION = "\f^{}\\[~]|€";

    private static final int WHOLE_PLAIN = 160;
    private static final int PART_PLAIN = 153;
    private static final int WHOLE_OTHER = 70;
    private static final int PART_OTHER = 67;

    public static Segments of(String text) {
        boolean plain = text.chars().allMatch(letter -> units(letter) > 0);
        return plain
                ? new Segments(count(text, WHOLE_PLAIN, PART_PLAIN, true), true)
                : new Segments(count(text, WHOLE_OTHER, PART_OTHER, false), false);
    }

    /** How many places a letter takes in the plain alphabet; 0 if it is not in it. */
    private static int units(int letter) {
        if (GSM_7.indexOf(letter) >= 0) {
            return 1;
        }
        return GSM_7_EXTENSION.indexOf(letter) >= 0 ? 2 : 0;
    }

    /** No letter is torn apart between two parts. */
    private static int count(String text, int whole, int part, boolean plain) {
        int total = 0;
        int parts = 1;
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            int size = plain ? units(letter) : Character.charCount(letter);
            total += size;
            if (used + size > part) {
                parts++;
                used = 0;
            }
            used += size;
            i += Character.charCount(letter);
        }
        return total <= whole ? 1 : parts;
    }
}
