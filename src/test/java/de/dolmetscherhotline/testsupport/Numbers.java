package de.dolmetscherhotline.testsupport;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Telephone numbers of people who do not exist, in E.164. */
public final class Numbers {

    private static final List<String> LANDLINE_RANGES =
            List.of("+493023125", "+494066969", "+496990009", "+498999998", "+492214710");
    private static final List<String> MOBILE_RANGES = List.of("+4917139200", "+49176040690");
    private static final AtomicInteger LANDLINES = new AtomicInteger();
    private static final AtomicInteger MOBILES = new AtomicInteger();

    private Numbers() {}

    /** From the five ranges of a thousand numbers that are reserved for the purpose; each is handed out once. */
    public static String landline() {
        int n = LANDLINES.getAndIncrement();
        return "%s%03d".formatted(LANDLINE_RANGES.get(n / 1000), n % 1000);
    }

    /**
     * From the two ranges of a hundred numbers that are reserved for the purpose, again and again: a district that takes
     * few while others take theirs has each once.
     */
    public static String mobile() {
        return mobile(MOBILES.getAndIncrement() % 200);
    }

    /** All 200 of the reserved ranges, for a district that nobody else puts people into. */
    public static Iterator<String> mobiles() {
        return IntStream.range(0, 200).mapToObj(Numbers::mobile).iterator();
    }

    private static String mobile(int n) {
        return "%s%02d".formatted(MOBILE_RANGES.get(n / 100), n % 100);
    }
}
