package de.dolmetscherhotline.simulator;

import java.util.Map;

/** The vendor's guesses about where a number is; for German numbers it knows little more than the country. */
final class Geography {

    private Geography() {}

    static void add(Map<String, String> params, String whose, String number) {
        params.put(whose + "City", "");
        params.put(whose + "State", "");
        params.put(whose + "Zip", "");
        params.put(whose + "Country", number.startsWith("+49") ? "DE" : "");
    }
}
