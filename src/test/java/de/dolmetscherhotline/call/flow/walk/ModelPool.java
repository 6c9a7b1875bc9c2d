package de.dolmetscherhotline.call.flow.walk;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.OfferId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** The interpreters of a world. Each is reserved for at most one offer. */
final class ModelPool {

    private final Random random;
    private final List<InterpreterId> all = new ArrayList<>();
    private final Map<InterpreterId, OfferId> reservations = new HashMap<>();

    ModelPool(Random random, int size) {
        this.random = random;
        for (var i = 0; i < size; i++) {
            all.add(new InterpreterId(new UUID(random.nextLong(), random.nextLong())));
        }
    }

    List<InterpreterId> free(Set<InterpreterId> except, int most) {
        var free = new ArrayList<>(all);
        free.removeIf(interpreter -> reservations.containsKey(interpreter) || except.contains(interpreter));
        Collections.shuffle(free, random);
        return free.subList(0, Math.min(most, free.size()));
    }

    InterpreterId anybody() {
        return all.get(random.nextInt(all.size()));
    }

    boolean isFree(InterpreterId interpreter) {
        return !reservations.containsKey(interpreter);
    }

    /** Whether somebody could be asked once a conversation elsewhere is over. */
    boolean somebodyIsBusy(Set<InterpreterId> except) {
        return reservations.keySet().stream().anyMatch(interpreter -> !except.contains(interpreter));
    }

    boolean everybodyWasAsked(Set<InterpreterId> except) {
        return except.containsAll(all);
    }

    void reserve(InterpreterId interpreter, OfferId offer) {
        reservations.put(interpreter, offer);
    }

    /** False if the interpreter was not reserved for that offer. */
    boolean release(InterpreterId interpreter, OfferId offer) {
        return reservations.remove(interpreter, offer);
    }

    Set<InterpreterId> reserved() {
        return reservations.keySet();
    }
}
