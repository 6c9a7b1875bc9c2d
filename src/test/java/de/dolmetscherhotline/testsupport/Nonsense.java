package de.dolmetscherhotline.testsupport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Input that nobody should send; the same for the same seed, which {@code -Dfuzz.seed=…} chooses. */
public final class Nonsense {

    /** Part of everything that is meant to be understood by somebody it should not reach. */
    public static final String MARK = "Xq7";

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\u0001\u001b[31m" + MARK,
            MARK + "\r\n2026-11-22 ERROR forged line",
            MARK + "'; drop table call; --",
            MARK + "\" or 1=1 --",
            "<Response><Dial>" + MARK + "</Dial></Response>",
            "]]><!-- " + MARK,
            "&" + MARK + ";",
            "${jndi:ldap://127.0.0.1/" + MARK + "}",
            "%s%n%x" + MARK,
            "../../../etc/passwd",
            "{{7*7}}" + MARK,
            "👋👨‍👩‍👧",
            "\u202e" + MARK,
            "\ufeff",
            "ጤና ይስጥልኝ",
            "-1",
            "0",
            "2147483648",
            "99999999999999999999999999",
            "1e999",
            "NaN",
            "null",
            "true",
            "anonymous",
            "+49",
            "+4930231250000000000000",
            "0".repeat(100));

    private static final List<String> SEGMENTS = List.of(
            "x",
            "-1",
            "99999999999",
            "%00",
            "%2e%2e",
            "..",
            "%2f",
            "%ff%fe",
            "%zz",
            "%",
            "a%20b",
            "a;b=c",
            "*",
            "%F0%9F%92%A5",
            "'%22%3E%3C",
            "null",
            "00000000-0000-0000-0000-00000000000g",
            "1-1-1-1-1",
            "x".repeat(2000));

    private static final List<String> INSTANTS = List.of(
            "+999999999-12-31T23:59:59.999999999Z",
            "-999999999-01-01T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "-4713-01-01T00:00:00Z",
            "+294277-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "1900-01-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "2026-11-23T09:00:00");

    private static final List<String> DATES = List.of(
            "+999999999-12-31",
            "-999999999-01-01",
            "0000-01-01",
            "-4713-01-01",
            "9999-12-31",
            "1582-10-10",
            "2026-02-30",
            "23.11.2026");

    private static final Logger log = LoggerFactory.getLogger(Nonsense.class);

    private final Random random;
    private final String told;

    private Nonsense(long seed, String what) {
        this.random = new Random(seed ^ what.hashCode());
        this.told = "nonsense for " + what + ": -Dfuzz.seed=" + seed;
    }

    /** Nonsense of its own for each purpose; the seed is printed. */
    public static Nonsense about(String what) {
        var nonsense = new Nonsense(Long.getLong("fuzz.seed", 20261122L), what);
        log.info("{}", nonsense);
        return nonsense;
    }

    public boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    public UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** Mostly malicious, sometimes random, seldom 64 kB long. */
    public String text() {
        if (happens(0.02)) {
            return "ä".repeat(32_768);
        }
        return happens(0.7) ? oneOf(TEXTS) : randomText();
    }

    private String randomText() {
        var text = new StringBuilder();
        for (int length = below(40); length > 0; length--) {
            int point = happens(0.8) ? below(0x250) : below(0x20000);
            text.appendCodePoint(Character.isSurrogate((char) point) && point < 0x10000 ? '?' : point);
        }
        return text.toString();
    }

    /** Part of a path, as it goes over the wire. */
    public String segment() {
        return happens(0.2) ? uuid().toString() : oneOf(SEGMENTS);
    }

    public String instant() {
        return oneOf(INSTANTS);
    }

    public String date() {
        return oneOf(DATES);
    }

    /** Any JSON value. */
    public @Nullable Object json() {
        return json(3);
    }

    private @Nullable Object json(int depth) {
        return switch (below(depth == 0 ? 7 : 9)) {
            case 0 -> null;
            case 1 -> happens(0.5);
            case 2 -> random.nextInt();
            case 3 -> random.nextLong();
            case 4 -> random.nextDouble() * 1e300;
            case 5 -> uuid().toString();
            case 6 -> text();
            case 7 -> list(depth - 1);
            default -> object(depth - 1);
        };
    }

    private List<@Nullable Object> list(int depth) {
        var list = new ArrayList<@Nullable Object>();
        for (int size = below(4); size > 0; size--) {
            list.add(json(depth));
        }
        return list;
    }

    private Map<String, @Nullable Object> object(int depth) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (int size = below(4); size > 0; size--) {
            object.put(text(), json(depth));
        }
        return object;
    }

    @Override
    public String toString() {
        return told;
    }
}
