package de.dolmetscherhotline.call.flow.walk;

import de.dolmetscherhotline.kernel.OfferId;
import org.jspecify.annotations.Nullable;

/** A room of the network: closes as soon as somebody leaves it. */
final class ModelRoom {

    private final World world;
    private final OfferId id;
    private @Nullable CallerLeg caller;
    private @Nullable InterpreterLeg interpreter;

    ModelRoom(World world, OfferId id) {
        this.world = world;
        this.id = id;
    }

    boolean callerIsIn() {
        return caller != null;
    }

    boolean interpreterIsIn() {
        return interpreter != null;
    }

    /** Both are here and hear each other. */
    boolean isLive() {
        return caller != null && interpreter != null;
    }

    void enteredBy(CallerLeg leg) {
        caller = leg;
        converse();
    }

    void enteredBy(InterpreterLeg leg) {
        interpreter = leg;
        converse();
    }

    private void converse() {
        var one = caller;
        var other = interpreter;
        if (one != null && other != null) {
            world.findings().conversed();
            world.within(0, world.oneOf(5, 30, 300), world.chance(50) ? one::hangsUp : other::hangsUp);
        }
    }

    void leftByCaller() {
        caller = null;
        var left = interpreter;
        interpreter = null;
        if (left != null) {
            left.fallsOutOfRoom();
        }
    }

    void leftByInterpreter() {
        interpreter = null;
        var left = caller;
        caller = null;
        if (left != null) {
            left.fallsOutOfRoom(id);
        }
    }
}
