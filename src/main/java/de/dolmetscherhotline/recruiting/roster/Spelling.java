package de.dolmetscherhotline.recruiting.roster;

import java.text.Normalizer;
import java.util.Locale;

/** Makes words alike that mean the same: Führungszeugnis, FUEHRUNGSZEUGNIS and "führungs-zeugnis". */
final class Spelling {

    private Spelling() {}

    /** Lower case, without accents, umlauts as their vowel, and of everything else only letters and digits. */
    static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .replace("ß", "ss")
                .replace("ae", "a")
                .replace("oe", "o")
                .replace("ue", "u");
    }
}
