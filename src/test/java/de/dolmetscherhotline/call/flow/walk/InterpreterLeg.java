package de.dolmetscherhotline.call.flow.walk;

import de.dolmetscherhotline.call.flow.CallEvent.InterpreterLeftRoom;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterPressed;
import de.dolmetscherhotline.call.flow.CallEvent.JoinedRoom;
import de.dolmetscherhotline.call.flow.CallEvent.LegAnswered;
import de.dolmetscherhotline.call.flow.CallEvent.LegEvent;
import de.dolmetscherhotline.call.flow.CallEvent.LegOver;
import de.dolmetscherhotline.call.flow.CallEvent.LegPlaced;
import de.dolmetscherhotline.call.flow.CallEvent.LegRang;
import de.dolmetscherhotline.call.flow.LegEnd;
import de.dolmetscherhotline.call.flow.Party;
import de.dolmetscherhotline.call.flow.Scenes;
import de.dolmetscherhotline.call.flow.Scenes.InterpreterScene;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.OfferId;

/** The telephone of an interpreter while we ring it, and the person at it. */
final class InterpreterLeg {

    private enum Phase {
        DIALLING,
        RINGING,
        PICKED_UP,
        IN_ROOM,
        GONE
    }

    private final World world;
    private final ModelCall call;
    private final OfferId offer;
    private final InterpreterId interpreter;
    private Phase phase = Phase.DIALLING;
    /** Counts what the leg was told to do; what was begun before is void. */
    private int instruction;

    private boolean hangUpOrdered;

    InterpreterLeg(World world, ModelCall call, OfferId offer, InterpreterId interpreter) {
        this.world = world;
        this.call = call;
        this.offer = offer;
        this.interpreter = interpreter;
        callback(new LegPlaced(offer));
        world.within(0, 3, this::rings);
    }

    InterpreterId interpreter() {
        return interpreter;
    }

    boolean isUp() {
        return phase != Phase.GONE;
    }

    boolean isInRoom() {
        return phase == Phase.IN_ROOM;
    }

    void hangUpWasOrdered() {
        hangUpOrdered = true;
    }

    private void rings() {
        if (phase != Phase.DIALLING) {
            return;
        }
        phase = Phase.RINGING;
        callback(new LegRang(offer));
        var others = world.othersOf(interpreter, this);
        if (others.stream().anyMatch(other -> !other.hangUpOrdered)) {
            call.broken(Rule.NOBODY_IS_RUNG_BY_TWO_CALLS, "offer " + offer);
        }
        if (!others.isEmpty() && world.chance(70)) {
            ends(LegEnd.BUSY);
        } else if (world.chance(80)) {
            world.within(1, 20, this::pickedUp);
        } else {
            var end = world.oneOf(LegEnd.BUSY, LegEnd.FAILED, LegEnd.NO_ANSWER);
            world.within(1, end == LegEnd.NO_ANSWER ? 25 : 2, () -> unansweredAs(end));
        }
    }

    private void unansweredAs(LegEnd end) {
        if (phase == Phase.RINGING) {
            ends(end);
        }
    }

    private void pickedUp() {
        if (phase == Phase.RINGING) {
            phase = Phase.PICKED_UP;
            callback(new LegAnswered(offer));
            asks(new LegAnswered(offer));
        }
    }

    /** The leg asks what to do next and does as it is told, unless it is told otherwise in between. */
    private void asks(LegEvent event) {
        var asking = ++instruction;
        if (world.trouble()) {
            world.within(0, 3, () -> ends(LegEnd.COMPLETED));
        }
        world.request(() -> {
            call.hears(this, event);
            obeys(asking);
        });
    }

    private void obeys(int asking) {
        if (asking != instruction || !isUp()) {
            return;
        }
        switch (Scenes.forInterpreter(call.state(), offer)) {
            case InterpreterScene.Whisper whisper -> world.within(1, 9, () -> decides(asking));
            case InterpreterScene.InRoom room -> world.within(1, 4, () -> joins(asking));
            case InterpreterScene.HoldTheLine hold -> holdsTheLine(asking);
            case InterpreterScene.CallerGone gone -> holdsTheLine(asking);
            case InterpreterScene.Goodbye goodbye -> {
                if (!world.trouble() || call.isOver(offer)) {
                    world.within(1, 4, () -> endsUnlessTold(asking));
                }
            }
        }
    }

    /** Music plays until we say otherwise. */
    private void holdsTheLine(int asking) {
        if (world.chance(25)) {
            world.within(1, 60, () -> endsUnlessTold(asking));
        }
    }

    private void decides(int asking) {
        if (asking != instruction || !isUp()) {
            return;
        }
        if (world.chance(10)) {
            ends(LegEnd.COMPLETED);
        } else {
            asks(new InterpreterPressed(offer, world.oneOf("1", "1", "1", "1", "2", "3", "9", "")));
        }
    }

    private void joins(int asking) {
        if (asking != instruction || !isUp()) {
            return;
        }
        phase = Phase.IN_ROOM;
        if (world.othersOf(interpreter, this).stream().anyMatch(other -> other.isInRoom() && !other.hangUpOrdered)) {
            call.broken(Rule.NOBODY_IS_IN_TWO_CONVERSATIONS, "offer " + offer);
        }
        world.callback(() -> call.receive(new JoinedRoom(offer, Party.INTERPRETER)));
        call.room(offer).enteredBy(this);
    }

    private void endsUnlessTold(int asking) {
        if (asking == instruction) {
            ends(LegEnd.COMPLETED);
        }
    }

    /** The room has closed around the leg. */
    void fallsOutOfRoom() {
        if (phase == Phase.IN_ROOM) {
            phase = Phase.PICKED_UP;
            asksAfterRoom();
        }
    }

    /** The network gives up a question when the leg is moved meanwhile. */
    private void asksAfterRoom() {
        var asking = ++instruction;
        if (world.trouble()) {
            world.within(0, 3, () -> ends(LegEnd.COMPLETED));
        }
        world.request(() -> {
            if (asking == instruction) {
                call.hears(this, new InterpreterLeftRoom(offer));
                obeys(asking);
            }
        });
    }

    void hangsUp() {
        ends(LegEnd.COMPLETED);
    }

    private void ends(LegEnd end) {
        if (isUp()) {
            leavesRoom(Phase.GONE);
            callback(new LegOver(offer, end));
        }
    }

    private void leavesRoom(Phase next) {
        var wasInRoom = phase == Phase.IN_ROOM;
        phase = next;
        if (wasInRoom) {
            call.room(offer).leftByInterpreter();
        }
    }

    /** Our order to stop a leg that was not picked up. True if the leg is over. */
    boolean cancelled() {
        if (phase == Phase.DIALLING || phase == Phase.RINGING) {
            ends(LegEnd.CANCELED);
        }
        return !isUp();
    }

    /** Our order to end. */
    void hungUp() {
        ends(LegEnd.COMPLETED);
    }

    /** Our order to ask again what to do. True if the network says that the leg is not up. */
    boolean moved() {
        if (phase != Phase.PICKED_UP && phase != Phase.IN_ROOM) {
            return true;
        }
        leavesRoom(Phase.PICKED_UP);
        var asking = ++instruction;
        world.request(() -> obeys(asking));
        return false;
    }

    private void callback(LegEvent event) {
        world.callback(() -> call.hears(this, event));
    }
}
