package de.dolmetscherhotline.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
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

    /**
     * German numbers that cost more than usual or reach no person, whatever the library makes of them: emergency and
     * harmonised services (11x), enquiries (118), mass calling and shared cost (13x, 18x), former premium (19x), paging
     * (16[489]), network tests (31), personal (700) and premium numbers (900).
     */
    private static final Pattern GERMAN_SPECIAL = Pattern.compile("\\+49(?:0|1[0-489]|16[489]|31|[79]00).*");

    /** What is left of the German plan are area codes and mobile networks, also those that the library does not know yet. */
    private static final Pattern GERMAN_ORDINARY = Pattern.compile("\\+49(?:1[567]|[2-9])[0-9]{5,}");

    /** Mobile networks, also those ranges that the library does not know yet. */
    private static final Pattern GERMAN_MOBILE = Pattern.compile("\\+491[567][0-9]{5,}");

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

    /** ISO 3166 code of the country; {@code 001} for satellites and other numbers of no country, {@code ZZ} if unknown. */
    public String country() {
        var region = LIBRARY.getRegionCodeForNumber(parsed());
        return region == null ? "ZZ" : region;
    }

    /**
     * Whether a call costs what a call to a home or a mobile phone costs, or nothing: no premium, shared-cost, personal or
     * service number, no short code.
     */
    public boolean isOrdinary() {
        if (GERMAN_SPECIAL.matcher(e164).matches()) {
            return false;
        }
        return switch (LIBRARY.getNumberType(parsed())) {
            case FIXED_LINE, MOBILE, FIXED_LINE_OR_MOBILE, VOIP, TOLL_FREE -> true;
            case PREMIUM_RATE, SHARED_COST, PERSONAL_NUMBER, PAGER, UAN, VOICEMAIL -> false;
            case UNKNOWN -> GERMAN_ORDINARY.matcher(e164).matches();
        };
    }

    /** Whether texts reach it, as far as its range says: a mobile number, or one of a range of which that is not known. */
    public boolean mayTakeTexts() {
        return switch (LIBRARY.getNumberType(parsed())) {
            case MOBILE, FIXED_LINE_OR_MOBILE -> true;
            case FIXED_LINE, VOIP, TOLL_FREE, PREMIUM_RATE, SHARED_COST, PERSONAL_NUMBER, PAGER, UAN, VOICEMAIL ->
                false;
            case UNKNOWN -> GERMAN_MOBILE.matcher(e164).matches();
        };
    }

    /** As it is written for people in Germany to dial it: {@code 030 23125100}, and with the country's code from abroad. */
    public String written() {
        var form = country().equals(HOME_REGION) ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL;
        return LIBRARY.format(parsed(), form);
    }

    private Phonenumber.PhoneNumber parsed() {
        try {
            return LIBRARY.parse(e164, HOME_REGION);
        } catch (NumberParseException ofNoCountry) {
            return new Phonenumber.PhoneNumber();
        }
    }

    @Override
    public String toString() {
        return "+…" + e164.substring(e164.length() - 2);
    }
}
