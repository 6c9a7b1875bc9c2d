package de.dolmetscherhotline.testsupport;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Telephone numbers of people who do not exist; each is handed out once, in E.164. */
public final class Numbers {

    private static final List<String> LANDLINE_RANGES =
            List.of("+493023125", "+494066969", "+496990009", "+498999998", "+492214710");
    private static final AtomicInteger LANDLINES = new AtomicInteger();
    private static final AtomicInteger MOBILES = new AtomicInteger();

    private Numbers() {}

    /** From the five ranges of a thousand numbers that are reserved for the purpose. */
    public static String landline() {
        int n = LANDLINES.getAndIncrement();
        return "%s%03d".formatted(LANDLINE_RANGES.get(n / 1000), n % 1000);
    }

    /** From the ranges +49 171 3920000–99 and +49 176 04069000–99; unique in a district, which suffices for a pool. */
    public static String mobile() {
        int n = MOBILES.getAndIncrement() % 200;
        return n < 100 ? "+4917139200%02d".formatted(n) : "+49176040690%02d".formatted(n - 100);
    }
}
