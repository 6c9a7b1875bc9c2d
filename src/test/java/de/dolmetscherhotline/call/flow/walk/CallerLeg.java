package de.dolmetscherhotline.call.flow.walk;

import de.dolmetscherhotline.call.flow.CallEvent.Arrival;
import de.dolmetscherhotline.call.flow.CallEvent.CallerArrived;
import de.dolmetscherhotline.call.flow.CallEvent.CallerEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerHungUp;
import de.dolmetscherhotline.call.flow.CallEvent.CallerLeftRoom;
import de.dolmetscherhotline.call.flow.CallEvent.CallerPressed;
import de.dolmetscherhotline.call.flow.CallEvent.CallerSpoke;
import de.dolmetscherhotline.call.flow.CallEvent.JoinedRoom;
import de.dolmetscherhotline.call.flow.CallEvent.TransferAnswered;
import de.dolmetscherhotline.call.flow.CallEvent.TransferOver;
import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.call.flow.ClosedHours;
import de.dolmetscherhotline.call.flow.Party;
import de.dolmetscherhotline.call.flow.Scenes;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene;
import de.dolmetscherhotline.kernel.OfferId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The caller's telephone, and the person at it. Either they call us, or we ring them back. */
final class CallerLeg {

    private static final int MOST_CALLS_OF_ONE_PERSON = 3;

    private final World world;
    private final int earlierCalls;
    private ModelCall call;
    private boolean up = true;
    private @Nullable OfferId room;
    /** Counts what the leg was told to do; what was begun before is void. */
    private int instruction;

    CallerLeg(World world, ModelCall call, int earlierCalls) {
        this.world = world;
        this.call = call;
        this.earlierCalls = earlierCalls;
    }

    boolean isUp() {
        return up;
    }

    void arrives() {
        becomesImpatient();
        asks(new CallerArrived(arrival()));
    }

    /** Cut off, or tired of waiting: perhaps the interpreter still holds the line, otherwise it is a call of its own. */
    private void arrivesAgain(ModelCall before) {
        becomesImpatient();
        var asking = ++instruction;
        world.request(() -> {
            if (before.isHeld()) {
                call = before;
                before.returnedOn(this);
            } else {
                call.hears(this, new CallerArrived(new Arrival.FromOrganisation(call.organisation())));
            }
            obeys(asking);
        });
    }

    private void becomesImpatient() {
        if (world.chance(50)) {
            world.within(1, world.oneOf(20, 60, 200, 600), this::hangsUp);
        }
    }

    private Arrival arrival() {
        if (world.chance(3)) {
            return world.oneOf(new Arrival.AtUnknownLine(), new Arrival.Blocked(), new Arrival.OverLimit());
        }
        var open = world.chance(20)
                ? new Arrival.FromUnknownNumber(call.organisation().services())
                : new Arrival.FromOrganisation(call.organisation());
        return world.chance(5) ? new Arrival.WhenClosed(open, hours()) : open;
    }

    private ClosedHours hours() {
        return new ClosedHours(null, world.chance(80) ? EnumSet.allOf(ClosedHours.Choice.class) : Set.of());
    }

    /** Our ringing back: somebody, or a machine, picks up or not. */
    void isRungBack(int recall) {
        if (world.chance(75)) {
            world.within(1, 30, () -> pickedUp(recall));
        } else {
            world.within(1, 25, this::hangsUp);
        }
    }

    private void pickedUp(int recall) {
        var asking = ++instruction;
        world.request(() -> {
            if (call.isRungBackOn(this, recall)) {
                obeys(asking);
            } else {
                hangsUp();
            }
        });
    }

    /** The leg asks what to do next and does as it is told, unless it is told otherwise in between. */
    private void asks(CallerEvent event) {
        var asking = ++instruction;
        if (world.trouble()) {
            world.within(0, 3, this::hangsUp);
        }
        world.request(() -> {
            call.hears(this, event);
            obeys(asking);
        });
    }

    private void obeys(int asking) {
        if (asking != instruction || !up) {
            return;
        }
        switch (Scenes.forCaller(call.state())) {
            case CallerScene.LineClosed scene -> presses(asking, 1, 8, world.oneOf("9", "0", "2", "5", ""));
            case CallerScene.EnterPin scene ->
                presses(asking, 1, 8, world.oneOf("1234", "1234", "1234", "7", "0", "9", "", "55", "66"));
            case CallerScene.ChooseLanguage scene -> choosesLanguage(asking);
            case CallerScene.ConfirmLanguage scene -> presses(asking, 1, 6, world.oneOf("1", "1", "2", ""));
            case CallerScene.ChooseDetail scene ->
                presses(asking, 1, 6, world.oneOf("1", "2", "", "", "9", "0", "8", "*"));
            case CallerScene.Waiting scene ->
                presses(asking, 8, 12, world.chance(12) ? world.oneOf("*", "9", "0", "1", "1") : "");
            case CallerScene.NobodyFound scene ->
                presses(asking, 1, 9, world.oneOf("1", "1", "2", "0", "9", "*", "7", ""));
            case CallerScene.Transfer scene -> isConnectedElsewhere(asking);
            case CallerScene.RungBack scene -> presses(asking, 1, 9, world.oneOf("1", "1", "1", "2", ""));
            case CallerScene.InRoom scene -> world.within(1, 4, () -> joins(asking, scene.room()));
            case CallerScene.AfterTalk scene -> presses(asking, 1, 6, world.oneOf("1", "5", "9", ""));
            case CallerScene.Goodbye scene -> {
                if (!world.trouble() || call.state() instanceof Ended) {
                    world.within(1, 4, () -> hangsUpUnlessTold(asking));
                }
            }
        }
    }

    private void choosesLanguage(int asking) {
        if (world.chance(10)) {
            world.within(1, 6, () -> unlessTold(asking, () -> asks(new CallerSpoke(world.oneOf("arabic", "?")))));
        } else {
            presses(asking, 1, 6, world.oneOf("1", "1", "1", "1", "1", "1", "4", "9", "0", "8", "*", ""));
        }
    }

    private void presses(int asking, int fromSeconds, int toSeconds, String keys) {
        world.within(fromSeconds, toSeconds, () -> unlessTold(asking, () -> asks(new CallerPressed(keys))));
    }

    private void isConnectedElsewhere(int asking) {
        if (world.chance(60)) {
            world.within(1, 20, () -> unlessTold(asking, () -> talksElsewhere(asking)));
        } else {
            world.within(1, 25, () -> unlessTold(asking, () -> asks(new TransferOver(false))));
        }
    }

    private void talksElsewhere(int asking) {
        world.callback(() -> call.hears(this, new TransferAnswered()));
        world.within(
                3,
                120,
                () -> unlessTold(asking, () -> {
                    asks(new TransferOver(true));
                    if (world.chance(50)) {
                        hangsUp();
                    }
                }));
    }

    private void joins(int asking, OfferId entered) {
        if (asking != instruction || !up) {
            return;
        }
        room = entered;
        var joined = call;
        world.callback(() -> joined.receive(new JoinedRoom(entered, Party.CALLER)));
        call.room(entered).enteredBy(this);
    }

    /** The room has closed around the leg. */
    void fallsOutOfRoom(OfferId closed) {
        if (closed.equals(room)) {
            room = null;
            asks(new CallerLeftRoom(closed));
        }
    }

    private void unlessTold(int asking, Runnable deed) {
        if (asking == instruction && up) {
            deed.run();
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
            var wasInRoom = room != null;
            leavesRoom();
            world.callback(() -> call.hears(this, new CallerHungUp()));
            if (earlierCalls < MOST_CALLS_OF_ONE_PERSON && world.chance(wasInRoom ? 40 : 10)) {
                world.within(3, 90, this::callsAgain);
            }
        }
    }

    private void callsAgain() {
        new CallerLeg(world, ModelCall.from(world, call.organisation()), earlierCalls + 1).arrivesAgain(call);
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
