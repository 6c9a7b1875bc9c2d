package de.dolmetscherhotline.benchmark;

import de.dolmetscherhotline.simulator.Heard;
import de.dolmetscherhotline.simulator.Phone;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** One call by somebody with habits. Blocks its thread until the telephone is silent. */
final class RandomCaller implements Runnable {

    /** A busy network may take a moment until the telephone leaves its rest. */
    private static final Duration BEFORE_IT_DIALS = Duration.ofSeconds(2);

    private static final int LOOKS_EVERY_MILLIS = 250;
    private static final String ARABIC = "40";
    private static final String EMERGENCY = "9";
    private static final String COORDINATOR = "0";

    private final Phone phone;
    private final String line;
    private final String pin;
    private final Random random;
    private final long began = System.nanoTime();
    private final Duration hangsUpAfter;
    private final Duration talksFor;
    private int heardSoFar;
    private Duration talkingSince = Duration.ZERO;

    RandomCaller(Phone phone, String line, String pin, Duration longest, Random random) {
        this.phone = phone;
        this.line = line;
        this.pin = pin;
        this.random = random;
        this.hangsUpAfter = random.nextInt(100) < 15 ? millis(random.nextInt(30_000)) : longest;
        this.talksFor = millis(2_000 + random.nextInt(8_000));
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    @Override
    public void run() {
        phone.dialAs(random.nextInt(100) < 10 ? "anonymous" : phone.number(), line);
        while (looksAgain()) {
            react();
            if (passed().compareTo(hangsUpAfter) > 0 || talkedEnough()) {
                phone.hangUp();
            }
        }
    }

    private boolean looksAgain() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOKS_EVERY_MILLIS + random.nextInt(LOOKS_EVERY_MILLIS));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            phone.hangUp();
            return false;
        }
        return phone.state() != Phone.State.IDLE || passed().compareTo(BEFORE_IT_DIALS) < 0;
    }

    private Duration passed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private boolean talkedEnough() {
        if (phone.talkingWith().isEmpty()) {
            talkingSince = passed();
        }
        return passed().minus(talkingSince).compareTo(talksFor) > 0 && phone.state() == Phone.State.IN_CONFERENCE;
    }

    private void react() {
        var heard = phone.heard();
        for (var item : heard.subList(Math.min(heardSoFar, heard.size()), heard.size())) {
            if (item.kind() == Heard.Kind.SAY) {
                answer(item.text());
            }
        }
        heardSoFar = heard.size();
    }

    private void answer(String text) {
        if (text.contains("PIN Ihrer Einrichtung")) {
            press(random.nextInt(100) < 80 ? pin + "#" : "999999#");
        } else if (text.contains("Wir suchen")) {
            pressWhileWaiting(random.nextInt(100));
        } else if (text.contains("oder legen Sie einfach auf") || text.contains("Oder legen Sie einfach auf")) {
            press(Integer.toString(random.nextInt(10)));
        } else if (text.contains("drücken Sie die 1")) {
            press(choice());
        }
    }

    /** Another language, the callback, the coordinator, an emergency, or a key that means nothing. */
    private void pressWhileWaiting(int dice) {
        if (dice < 3) {
            phone.press("*");
        } else if (dice < 7) {
            phone.press("1");
        } else if (dice < 10) {
            phone.press("0");
        } else if (dice < 12) {
            phone.press("5");
        } else if (dice < 14) {
            phone.press(EMERGENCY);
        }
    }

    /** Mostly Arabic, by menu key or by code; sometimes nonsense, sometimes nothing. */
    private String choice() {
        int dice = random.nextInt(100);
        if (dice < 55) {
            return "1";
        } else if (dice < 77) {
            return ARABIC;
        } else if (dice < 83) {
            return EMERGENCY + "1";
        } else if (dice < 85) {
            return COORDINATOR;
        } else if (dice < 90) {
            return "2";
        }
        return dice < 95 ? "7#" : "";
    }

    private void press(String keys) {
        if (!keys.isEmpty() && random.nextInt(100) < 95) {
            phone.press(keys);
        }
    }
}
