package de.dolmetscherhotline.sms;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Numbers in words, as telephones write down what is said: German up to 99, English up to twelve. */
final class NumberWords {

    private static final String[] SMALL = {
        "null",
        "eins",
        "zwei",
        "drei",
        "vier",
        "funf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwolf",
        "dreizehn",
        "vierzehn",
        "funfzehn",
        "sechzehn",
        "siebzehn",
        "achtzehn",
        "neunzehn"
    };
    private static final String[] TENS = {
        "zwanzig", "dreissig", "vierzig", "funfzig", "sechzig", "siebzig", "achtzig", "neunzig"
    };
    private static final String[] ENGLISH = {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
    };

    private static final Map<String, Integer> NUMBERS = numbers();

    private NumberWords() {}

    /** The number that this word, in its plain spelling, stands for. */
    static Optional<Integer> number(String word) {
        return Optional.ofNullable(NUMBERS.get(Spelling.folded(word)));
    }

    private static Map<String, Integer> numbers() {
        var numbers = new HashMap<String, Integer>();
        for (int n = 0; n < SMALL.length; n++) {
            numbers.put(SMALL[n], n);
        }
        for (int n = 0; n < ENGLISH.length; n++) {
            numbers.put(ENGLISH[n], n + 1);
        }
        for (int ten = 0; ten < TENS.length; ten++) {
            addTens(numbers, TENS[ten], 20 + 10 * ten);
        }
        numbers.putAll(Map.of("zwo", 2, "eine", 1, "einen", 1, "einer", 1));
        return Map.copyOf(numbers);
    }

    private static void addTens(Map<String, Integer> numbers, String word, int value) {
        numbers.put(word, value);
        numbers.put("einund" + word, value + 1);
        for (int unit = 2; unit < 10; unit++) {
            numbers.put(SMALL[unit] + "und" + word, value + unit);
        }
    }
}
