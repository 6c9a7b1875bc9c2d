package de.dolmetscherhotline.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number in E.164. Its {@link #toString()} shows only the last two digits, so that a number which slips into
 * a log line or an error message stays private; use {@link #e164()} where the number itself is meant.
 */
public record PhoneNumber(String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{4,14}");
    /** Written with digits only: the library would also read letters as the keys that bear them. */
    private static final Pattern AS_WRITTEN = Pattern.compile("[+0-9 ()./-]{3,32}");

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final String HOME_REGION = "DE";

    /** @throws IllegalArgumentException if the text is not E.164 */
    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("not an E.164 number");
        }
    }

    /**
     * Reads a number as the telephone network or a person writes it: {@code +49 …}, {@code 0049…}, or with a German
     * area code. Empty for everything else, such as {@code anonymous}.
     */
    public static Optional<PhoneNumber> parse(String text) {
        if (E164.matcher(text).matches()) {
            return Optional.of(new PhoneNumber(text));
        }
        if (!AS_WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var parsed = LIBRARY.parse(text, HOME_REGION);
            return LIBRARY.isPossibleNumber(parsed)
                    ? Optional.of(new PhoneNumber(LIBRARY.format(parsed, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "+…" + e164.substring(e164.length() - 2);
    }
}
