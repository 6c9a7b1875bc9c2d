package de.dolmetscherhotline.testsupport;

import java.util.concurrent.atomic.AtomicInteger;

/** Telephone numbers of people who do not exist; each is handed out once, in E.164. */
public final class Numbers {

    private static final AtomicInteger LANDLINES = new AtomicInteger();
    private static final AtomicInteger MOBILES = new AtomicInteger();

    private Numbers() {}

    /** From the ranges +49 30 23125000–999 and +49 221 4710000–999. */
    public static String landline() {
        int n = LANDLINES.getAndIncrement();
        return n < 1000 ? "+493023125%03d".formatted(n) : "+492214710%03d".formatted(n % 1000);
    }

    /** From the ranges +49 171 3920000–99 and +49 176 04069000–99; unique in a district, which suffices for a pool. */
    public static String mobile() {
        int n = MOBILES.getAndIncrement() % 200;
        return n < 100 ? "+4917139200%02d".formatted(n) : "+49176040690%02d".formatted(n - 100);
    }
}
