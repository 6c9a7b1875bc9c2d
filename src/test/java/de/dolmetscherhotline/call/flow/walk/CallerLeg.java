package de.dolmetscherhotline.call.flow.walk;

import de.dolmetscherhotline.call.flow.CallEvent;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival;
import de.dolmetscherhotline.call.flow.CallEvent.CallerArrived;
import de.dolmetscherhotline.call.flow.CallEvent.CallerHungUp;
import de.dolmetscherhotline.call.flow.CallEvent.CallerLeftRoom;
import de.dolmetscherhotline.call.flow.CallEvent.CallerPressed;
import de.dolmetscherhotline.call.flow.CallEvent.JoinedRoom;
import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.call.flow.Party;
import de.dolmetscherhotline.call.flow.Scenes;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene;
import de.dolmetscherhotline.kernel.OfferId;
import org.jspecify.annotations.Nullable;

/** The caller's telephone, and the person at it. */
final class CallerLeg {

    private final World world;
    private final ModelCall call;
    private boolean up = true;
    private @Nullable OfferId room;
    /** Counts what the leg was told to do; what was begun before is void. */
    private int instruction;

    CallerLeg(World world, ModelCall call) {
        this.world = world;
        this.call = call;
    }

    boolean isUp() {
        return up;
    }

    void arrives() {
        if (world.chance(50)) {
            world.within(1, world.oneOf(20, 60, 200, 600), this::hangsUp);
        }
        asks(new CallerArrived(arrival()));
    }

    private Arrival arrival() {
        if (world.chance(3)) {
            return new Arrival.AtUnknownLine();
        }
        return world.chance(20)
                ? new Arrival.FromUnknownNumber()
                : new Arrival.FromOrganisation(ModelCall.ORGANISATION);
    }

    /** The leg asks what to do next and does as it is told, unless it is told otherwise in between. */
    private void asks(CallEvent event) {
        var asking = ++instruction;
        if (world.trouble()) {
            world.within(0, 3, this::hangsUp);
        }
        world.request(() -> {
            call.receive(event);
            obeys(asking);
        });
    }

    private void obeys(int asking) {
        if (asking != instruction || !up) {
            return;
        }
        switch (Scenes.forCaller(call.state())) {
            case CallerScene.EnterPin scene -> presses(asking, 1, 8, world.oneOf("1234", "1234", "0", ""));
            case CallerScene.ChooseLanguage scene ->
                presses(asking, 1, 6, world.oneOf("1", "1", "1", "1", "1", "4", "9", "*", ""));
            case CallerScene.Waiting scene -> presses(asking, 8, 12, world.chance(4) ? "*" : "");
            case CallerScene.InRoom scene -> world.within(1, 4, () -> joins(asking, scene.room()));
            case CallerScene.Rate scene -> presses(asking, 1, 6, world.oneOf("1", "5", "9", ""));
            case CallerScene.Goodbye scene -> {
                if (!world.trouble() || call.state() instanceof Ended) {
                    world.within(1, 4, () -> hangsUpUnlessTold(asking));
                }
            }
        }
    }

    private void presses(int asking, int fromSeconds, int toSeconds, String keys) {
        world.within(fromSeconds, toSeconds, () -> {
            if (asking == instruction && up) {
                asks(new CallerPressed(keys));
            }
        });
    }

    private void joins(int asking, OfferId entered) {
        if (asking != instruction || !up) {
            return;
        }
        room = entered;
        world.callback(() -> call.receive(new JoinedRoom(entered, Party.CALLER)));
        call.room(entered).enteredByCaller();
    }

    /** The room has closed around the leg. */
    void fallsOutOfRoom(OfferId closed) {
        if (closed.equals(room)) {
            room = null;
            asks(new CallerLeftRoom(closed));
        }
    }

    private void hangsUpUnlessTold(int asking) {
        if (asking == instruction) {
            hangsUp();
        }
    }

    void hangsUp() {
        if (up) {
            up = false;
            leavesRoom();
            world.callback(() -> call.receive(new CallerHungUp()));
        }
    }

    /** Our order to ask again what to do. True if the leg is over. */
    boolean moved() {
        if (up) {
            leavesRoom();
            var asking = ++instruction;
            world.request(() -> obeys(asking));
        }
        return !up;
    }

    private void leavesRoom() {
        var left = room;
        room = null;
        if (left != null) {
            call.room(left).leftByCaller();
        }
    }
}
