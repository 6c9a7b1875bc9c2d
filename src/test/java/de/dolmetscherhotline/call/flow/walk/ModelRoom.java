package de.dolmetscherhotline.call.flow.walk;

import de.dolmetscherhotline.kernel.OfferId;
import org.jspecify.annotations.Nullable;

/** A room of the network: closes as soon as somebody leaves it. */
final class ModelRoom {

    private final World world;
    private final OfferId id;
    private final CallerLeg caller;
    private boolean callerIn;
    private @Nullable InterpreterLeg interpreter;

    ModelRoom(World world, OfferId id, CallerLeg caller) {
        this.world = world;
        this.id = id;
        this.caller = caller;
    }

    boolean callerIsIn() {
        return callerIn;
    }

    boolean interpreterIsIn() {
        return interpreter != null;
    }

    /** Both are here and hear each other. */
    boolean isLive() {
        return callerIn && interpreter != null;
    }

    void enteredByCaller() {
        callerIn = true;
        converse();
    }

    void enteredBy(InterpreterLeg leg) {
        interpreter = leg;
        converse();
    }

    private void converse() {
        var partner = interpreter;
        if (callerIn && partner != null) {
            world.findings().conversed();
            world.within(0, world.oneOf(5, 30, 300), world.chance(50) ? caller::hangsUp : partner::hangsUp);
        }
    }

    void leftByCaller() {
        callerIn = false;
        var left = interpreter;
        interpreter = null;
        if (left != null) {
            left.fallsOutOfRoom();
        }
    }

    void leftByInterpreter() {
        interpreter = null;
        if (callerIn) {
            callerIn = false;
            caller.fallsOutOfRoom(id);
        }
    }
}
