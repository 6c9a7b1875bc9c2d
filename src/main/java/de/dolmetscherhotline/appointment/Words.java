package de.dolmetscherhotline.appointment;

import java.util.List;

/**
 * Something to text.
 *
 * @param key names the words ({@code text.Wording})
 * @param arguments that are filled in, in the language of whoever reads them
 */
public record Words(String key, List<Object> arguments) {

    public Words {
        arguments = List.copyOf(arguments);
    }

    static Words of(String key, Object... arguments) {
        return new Words(key, List.of(arguments));
    }

    /** Without the arguments: an address is for whoever accepted. */
    @Override
    public String toString() {
        return "Words[" + key + "]";
    }
}
