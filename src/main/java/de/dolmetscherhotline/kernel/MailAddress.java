package de.dolmetscherhotline.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mail address, in lower case: nobody remembers how she wrote it the first time. */
public record MailAddress(String address) {

    /** As a regular expression. */
    public static final String FORM = "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(?:\\.[a-z0-9-]+)+";

    private static final int LONGEST = 254;
    private static final Pattern PATTERN = Pattern.compile(FORM);

    public MailAddress {
        if (address.length() > LONGEST || !PATTERN.matcher(address).matches()) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    /** What somebody typed, if it can be a mail address. */
    public static Optional<MailAddress> parse(@Nullable String typed) {
        var address = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
        return address.length() <= LONGEST && PATTERN.matcher(address).matches()
                ? Optional.of(new MailAddress(address))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "MailAddress";
    }
}
