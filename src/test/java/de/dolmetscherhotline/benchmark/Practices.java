package de.dolmetscherhotline.benchmark;

import de.dolmetscherhotline.simulator.Behaviour;
import de.dolmetscherhotline.simulator.Phone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The telephones of practices when they are rung back: most pick up and talk a while, some do not. */
final class Practices {

    private static final Duration LONGEST_TALK = Duration.ofSeconds(12);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(75);

    private final List<Phone> phones = new ArrayList<>();
    private final Map<String, Instant> talkingSince = new HashMap<>();
    private final Map<String, Instant> busySince = new HashMap<>();
    private final long seed;

    Practices(long seed) {
        this.seed = seed;
    }

    void add(Phone phone) {
        var own = new Random(seed + phone.number().hashCode());
        phone.behavesEachTime(() -> next(own));
        phones.add(phone);
    }

    private static Behaviour next(Random random) {
        int dice = random.nextInt(100);
        var soon = Duration.ofMillis(1_000 + random.nextInt(6_000));
        if (dice < 65) {
            return Behaviour.accepts(soon);
        } else if (dice < 75) {
            return Behaviour.neverAnswers();
        } else if (dice < 85) {
            return Behaviour.busy();
        }
        return dice < 93 ? Behaviour.picksUpSilently(soon) : new Behaviour.Voicemail(soon, Duration.ofSeconds(8));
    }

    /** Nobody talks for ever. To be called every now and then. */
    void act(Instant now) {
        for (var phone : phones) {
            var state = phone.state();
            var talksTooLong = lasts(talkingSince, phone, state == Phone.State.IN_CONFERENCE, LONGEST_TALK, now);
            var callsTooLong = lasts(busySince, phone, state != Phone.State.IDLE, LONGEST_CALL, now);
            if (talksTooLong || callsTooLong) {
                phone.hangUp();
            }
        }
    }

    private static boolean lasts(Map<String, Instant> since, Phone phone, boolean now, Duration longest, Instant time) {
        if (!now) {
            since.remove(phone.number());
            return false;
        }
        return since.computeIfAbsent(phone.number(), number -> time)
                .plus(longest)
                .isBefore(time);
    }
}
