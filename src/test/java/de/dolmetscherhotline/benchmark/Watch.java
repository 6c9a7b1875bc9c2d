package de.dolmetscherhotline.benchmark;

import de.dolmetscherhotline.simulator.Phone;
import de.dolmetscherhotline.simulator.TelephoneNetwork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at all telephones now and then: who is alone in a room for long, and who talks with more than one. Third parties do not
 * count; but they hear two at most, and are alone where there are only others like them, or when they are held for long.
 */
final class Watch {

    /** Joining, a lease that must run out first, a look into the room, and a callback that is ten seconds late. */
    private static final Duration ALONE_AT_MOST = Duration.ofSeconds(45);

    private final TelephoneNetwork network;
    private final Volunteers volunteers;
    private final Practices practices;
    private final ThirdParties thirdParties;
    private final Map<String, Instant> aloneSince = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    Watch(TelephoneNetwork network, Volunteers volunteers, Practices practices, ThirdParties thirdParties) {
        this.network = network;
        this.volunteers = volunteers;
        this.practices = practices;
        this.thirdParties = thirdParties;
    }

    void look() {
        var now = Instant.now();
        volunteers.act(now);
        practices.act(now);
        network.phones().forEach(phone -> look(phone, now));
    }

    private void look(Phone phone, Instant now) {
        var state = phone.state();
        var others = phone.talkingWith().stream()
                .filter(number -> !thirdParties.isOne(number))
                .toList();
        var call = phone.callSid().orElse("");
        boolean inRoom = state == Phone.State.WAITING || state == Phone.State.IN_CONFERENCE;
        if (others.size() > (thirdParties.isOne(phone.number()) ? 2 : 1)) {
            report("talks with " + others.size() + " others", phone, call);
        }
        if (!inRoom || !others.isEmpty()) {
            aloneSince.remove(phone.number());
        } else if (aloneSince
                .computeIfAbsent(phone.number(), number -> now)
                .plus(ALONE_AT_MOST)
                .isBefore(now)) {
            report("alone in a room for more than " + ALONE_AT_MOST, phone, call);
        }
    }

    private synchronized void report(String what, Phone phone, String call) {
        var violation = phone.number() + " " + what + ", leg " + call;
        if (!violations.contains(violation)) {
            violations.add(violation);
        }
    }

    synchronized List<String> violations() {
        return List.copyOf(violations);
    }
}
