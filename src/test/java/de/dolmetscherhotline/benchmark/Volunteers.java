package de.dolmetscherhotline.benchmark;

import de.dolmetscherhotline.simulator.Behaviour;
import de.dolmetscherhotline.simulator.Phone;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Interpreters with habits: half of them accept, the others do all that people and machines do. */
final class Volunteers {

    private static final Instant NEVER = Instant.MAX;

    private final List<Phone> phones;
    private final Random random;
    private final Map<String, Instant> hangsUpAt = new HashMap<>();

    Volunteers(List<Phone> phones, long seed) {
        this.phones = phones;
        this.random = new Random(seed);
        for (var phone : phones) {
            var own = new Random(seed + phone.number().hashCode());
            phone.behavesEachTime(() -> next(own));
        }
    }

    private static Behaviour next(Random random) {
        int dice = random.nextInt(100);
        var soon = Duration.ofMillis(3_000 + random.nextInt(9_000));
        if (dice < 50) {
            return Behaviour.accepts(soon);
        } else if (dice < 62) {
            return Behaviour.declines(soon);
        } else if (dice < 67) {
            return Behaviour.picksUpAndPresses(soon, "3");
        } else if (dice < 71) {
            return Behaviour.picksUpAndPresses(soon, "78");
        } else if (dice < 79) {
            return Behaviour.neverAnswers();
        } else if (dice < 84) {
            return Behaviour.busy();
        } else if (dice < 88) {
            return Behaviour.unreachable();
        } else if (dice < 92) {
            return new Behaviour.Voicemail(Duration.ofSeconds(5), Duration.ofSeconds(20));
        } else if (dice < 96) {
            return new Behaviour.Voicemail(soon, Duration.ofMillis(500 + random.nextInt(4_000)));
        }
        return dice < 98 ? Behaviour.picksUpSilently(soon) : Behaviour.accepts(Duration.ofMillis(random.nextInt(300)));
    }

    /** Some hang up early in a conversation, or while they still wait for it. To be called every now and then. */
    void act(Instant now) {
        for (var phone : phones) {
            var state = phone.state();
            if (state != Phone.State.IN_CONFERENCE && state != Phone.State.WAITING) {
                hangsUpAt.remove(phone.number());
            } else if (!now.isBefore(hangsUpAt.computeIfAbsent(phone.number(), number -> patienceFrom(now)))) {
                phone.hangUp();
            }
        }
    }

    private Instant patienceFrom(Instant now) {
        return random.nextInt(100) < 20 ? now.plusMillis(random.nextInt(8_000)) : NEVER;
    }
}
