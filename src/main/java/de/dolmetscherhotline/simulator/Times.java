package de.dolmetscherhotline.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as the vendor writes them: RFC 2822 in UTC. */
final class Times {

    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Times() {}

    static String rfc2822(Instant instant) {
        return RFC_2822.format(instant);
    }

    static @Nullable String rfc2822OrNull(@Nullable Instant instant) {
        return instant == null ? null : rfc2822(instant);
    }
}
