package de.dolmetscherhotline.idempotency;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name that a client gives to a request so that it can send it again. Written in quotes, as
 * draft-ietf-httpapi-idempotency-key-header has it (a string of RFC 9651), or, as many clients do, without: the quotes do not
 * belong to it.
 */
record IdempotencyKey(String text) {

    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    /** Of what is looked at: every character behind a backslash, and quotes. */
    private static final int LONGEST_WRITTEN = 2 * LONGEST + 2;

    /** Anything printable, quotes and backslashes behind a backslash. */
    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])+)\"");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~:/=@-]+");

    /** Empty if the header came more than once, or is not such a name. */
    static Optional<IdempotencyKey> of(List<String> header) {
        return header.size() == 1 && header.getFirst().length() <= LONGEST_WRITTEN
                ? of(header.getFirst().strip())
                : Optional.empty();
    }

    private static Optional<IdempotencyKey> of(String value) {
        var quoted = QUOTED.matcher(value);
        if (quoted.matches()) {
            return shortEnough(ESCAPE.matcher(quoted.group(1)).replaceAll("$1"));
        }
        return BARE.matcher(value).matches() ? shortEnough(value) : Optional.empty();
    }

    private static Optional<IdempotencyKey> shortEnough(String text) {
        return text.length() <= LONGEST ? Optional.of(new IdempotencyKey(text)) : Optional.empty();
    }
}
