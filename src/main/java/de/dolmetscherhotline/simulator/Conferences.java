package de.dolmetscherhotline.simulator;

import de.dolmetscherhotline.simulator.Verb.Room;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All conferences of the account; a name means the one of that name which has not ended. */
final class Conferences {

    private static final int KEPT = 10_000;

    private final Switchboard board;
    private final Map<String, Conference> bySid = new LinkedHashMap<>();

    Conferences(Switchboard board) {
        this.board = board;
    }

    boolean join(Leg leg, Room room) {
        var open = bySid.values().stream()
                .filter(conference -> !conference.ended() && conference.name().equals(room.name()))
                .findFirst();
        return open.orElseGet(() -> create(room)).join(leg, room);
    }

    private Conference create(Room room) {
        if (bySid.size() >= KEPT) {
            bySid.values().removeIf(Conference::ended);
        }
        var conference = new Conference(board, room);
        bySid.put(conference.sid(), conference);
        return conference;
    }

    Optional<Conference> find(String sid) {
        return Optional.ofNullable(bySid.get(sid));
    }

    Collection<Conference> all() {
        return bySid.values();
    }
}
