package de.dolmetscherhotline.benchmark;

import de.dolmetscherhotline.simulator.Exchange;
import de.dolmetscherhotline.simulator.Interference;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Whatever can go wrong on the way goes wrong now and then: every kind of contract §7 F9 at about one or two per cent. */
final class Mishaps implements Interference {

    private static final Set<Exchange.Kind> STATUS =
            Set.of(Exchange.Kind.CALL_STATUS, Exchange.Kind.CONFERENCE_STATUS, Exchange.Kind.MESSAGE_STATUS);
    private static final Map<String, String> UNKNOWN = Map.of("StirVerstat", "TN-Validation-Passed-A", "Zukunft", "ja");

    private final Random random;
    private final Map<RestFate, Integer> fates = new EnumMap<>(RestFate.class);
    private int mishaps;

    Mishaps(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public Delivery onWebhook(Exchange.Kind kind, URI url, Map<String, String> params) {
        var delivery = STATUS.contains(kind) ? status(random.nextInt(1_000)) : document(random.nextInt(1_000));
        mishaps += delivery.equals(Delivery.normal()) ? 0 : 1;
        return delivery;
    }

    private static Delivery status(int dice) {
        if (dice < 20) {
            return Delivery.twice();
        } else if (dice < 40) {
            return Delivery.twiceAtOnce();
        } else if (dice < 55) {
            return Delivery.delayed(Duration.ofSeconds(10));
        } else if (dice < 65) {
            return Delivery.delayed(Duration.ofSeconds(45));
        } else if (dice < 85) {
            return Delivery.swappedWithTheNext();
        } else if (dice < 95) {
            return Delivery.lost();
        }
        return signed(dice - 95);
    }

    private static Delivery document(int dice) {
        if (dice < 20) {
            return Delivery.twice();
        } else if (dice < 40) {
            return Delivery.twiceAtOnce();
        } else if (dice < 50) {
            return Delivery.delayed(Duration.ofSeconds(3));
        } else if (dice < 53) {
            return Delivery.delayed(Duration.ofSeconds(10));
        } else if (dice < 55) {
            return Delivery.lost();
        }
        return signed(dice - 55);
    }

    private static Delivery signed(int dice) {
        if (dice < 15) {
            return Delivery.forgery();
        }
        return dice < 30 ? Delivery.with(UNKNOWN) : Delivery.normal();
    }

    @Override
    public RestFate onRest(String method, String path, Map<String, String> params) {
        int dice = random.nextInt(1_000);
        var fate = method.equals("GET") ? refused(dice) : changed(dice);
        fates.merge(fate, 1, Integer::sum);
        return fate;
    }

    private static RestFate refused(int dice) {
        if (dice < 10) {
            return RestFate.TOO_MANY_REQUESTS;
        }
        return dice < 20 ? RestFate.FAILS_BEFORE_EFFECT : RestFate.PROCESS;
    }

    private static RestFate changed(int dice) {
        if (dice < 20) {
            return refused(dice);
        } else if (dice < 30) {
            return RestFate.FAILS_AFTER_EFFECT;
        } else if (dice < 50) {
            return RestFate.ANSWERED_LATE;
        } else if (dice < 55) {
            return RestFate.ANSWERED_TOO_LATE;
        }
        return dice < 60 ? RestFate.NEVER_ANSWERED : RestFate.PROCESS;
    }

    /** What happened so far, for the report. */
    @Override
    public String toString() {
        return mishaps + " webhooks, requests " + fates;
    }
}
