package de.dolmetscherhotline.call.flow.walk;

import de.dolmetscherhotline.call.flow.CallEvent;
import de.dolmetscherhotline.call.flow.CallEvent.Answer;
import de.dolmetscherhotline.call.flow.CallEvent.CallerEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerHungUp;
import de.dolmetscherhotline.call.flow.CallEvent.Coverage;
import de.dolmetscherhotline.call.flow.CallEvent.DialDropped;
import de.dolmetscherhotline.call.flow.CallEvent.DialUnclear;
import de.dolmetscherhotline.call.flow.CallEvent.InterpretersSought;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageRead;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageReading;
import de.dolmetscherhotline.call.flow.CallEvent.LegEvent;
import de.dolmetscherhotline.call.flow.CallEvent.LegOver;
import de.dolmetscherhotline.call.flow.CallEvent.LegPlaced;
import de.dolmetscherhotline.call.flow.CallEvent.NewOffer;
import de.dolmetscherhotline.call.flow.CallEvent.NumberRefused;
import de.dolmetscherhotline.call.flow.CallEvent.PinMatched;
import de.dolmetscherhotline.call.flow.CallEvent.PinWrong;
import de.dolmetscherhotline.call.flow.CallEvent.RoomSeen;
import de.dolmetscherhotline.call.flow.CallEvent.Timeout;
import de.dolmetscherhotline.call.flow.CallFlow;
import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.call.flow.Caller;
import de.dolmetscherhotline.call.flow.Command;
import de.dolmetscherhotline.call.flow.FlowRules;
import de.dolmetscherhotline.call.flow.LegEnd;
import de.dolmetscherhotline.call.flow.Offer;
import de.dolmetscherhotline.call.flow.Scenes;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.OrganisationKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One call: carries out what the flow commands, as the application around it does, on the model network. */
final class ModelCall {

    static final Caller ORGANISATION =
            new Caller(new OrganisationId(new UUID(0, 1)), OrganisationKind.PRACTICE, List.of(new Language("ar")));

    private static final CallFlow FLOW = new CallFlow(new FlowRules(3, 3, 3));

    private final World world;
    private final CallerLeg caller;
    private final History history = new History();
    private final Referee referee;
    private final Map<OfferId, OfferRow> rows = new LinkedHashMap<>();
    private final Map<OfferId, ModelRoom> rooms = new HashMap<>();
    private CallState state = new CallState.New();

    ModelCall(World world) {
        this.world = world;
        this.caller = new CallerLeg(world, this);
        this.referee = new Referee(world, this, history);
    }

    CallState state() {
        return state;
    }

    CallerLeg caller() {
        return caller;
    }

    ModelRoom room(OfferId id) {
        return rooms.computeIfAbsent(id, unknown -> new ModelRoom(world, id, caller));
    }

    OfferRow row(OfferId id) {
        var row = rows.get(id);
        if (row == null) {
            throw new IllegalStateException("no such offer: " + id);
        }
        return row;
    }

    Iterable<OfferRow> rows() {
        return rows.values();
    }

    boolean isOver(OfferId offer) {
        return state.offers()
                .find(offer)
                .filter(known -> known.stage() == Offer.Stage.OVER)
                .isPresent();
    }

    void broken(Rule rule, String what) {
        world.broken(rule, what, history);
    }

    /** News that a leg brings itself: from now on it is known by name. */
    void hears(InterpreterLeg leg, LegEvent event) {
        row(event.offer()).named(leg);
        receive(event);
    }

    /** One message, one transaction. */
    void receive(CallEvent event) {
        var before = state;
        feed(event);
        fetchCaller(before, event);
        referee.transactionIsOver(state);
    }

    private void feed(CallEvent event) {
        var before = state;
        var step = FLOW.on(before, event);
        state = step.next();
        history.add(event, step);
        world.findings().stepped(before, event);
        referee.judge(before, event, step);
        for (var command : step.commands()) {
            switch (command) {
                case Command.Question question -> feed(answer(question));
                case Command.Effect effect -> carryOut(effect);
            }
        }
    }

    private void fetchCaller(CallState before, CallEvent event) {
        var heardSoon = event instanceof CallerEvent
                || state instanceof Ended
                || Scenes.forCaller(before).equals(Scenes.forCaller(state));
        if (!heardSoon) {
            carryOut(new Command.MoveCaller());
        }
    }

    private Answer answer(Command.Question question) {
        return switch (question) {
            case Command.CheckPin check -> check.pin().equals("1234") ? new PinMatched(ORGANISATION) : new PinWrong();
            case Command.ReadLanguage read -> new LanguageRead(reading(read.keys()));
            case Command.SeekInterpreters seek -> sought(seek);
        };
    }

    private static LanguageReading reading(String keys) {
        return switch (keys) {
            case "1", "41" -> new LanguageReading.Chosen(new Language("ar"));
            case "4" -> new LanguageReading.Incomplete(keys);
            default -> new LanguageReading.Unknown();
        };
    }

    private InterpretersSought sought(Command.SeekInterpreters seek) {
        var most = state.offers().open().count() < 4 ? world.upTo(3) : 0;
        var made = world.pool().free(seek.except(), most).stream()
                .map(interpreter -> new NewOffer(new OfferId(world.uuid()), interpreter))
                .toList();
        for (var offer : made) {
            world.pool().reserve(offer.interpreter(), offer.id());
            rows.put(offer.id(), new OfferRow(offer.interpreter()));
            referee.asks(offer);
        }
        return new InterpretersSought(made, coverage(seek));
    }

    private Coverage coverage(Command.SeekInterpreters seek) {
        if (world.chance(3)) {
            return world.oneOf(Coverage.values());
        }
        return world.pool().everybodyWasAsked(seek.except()) ? Coverage.EXHAUSTED : Coverage.HOPEFUL;
    }

    private void carryOut(Command.Effect effect) {
        switch (effect) {
            case Command.Dial dial -> world.request(() -> dial(dial.offer()));
            case Command.CancelLeg cancel -> world.request(() -> cancel(cancel.offer()));
            case Command.MoveLeg move -> world.request(() -> move(move.offer()));
            case Command.HangUpLeg hangUp -> {
                row(hangUp.offer()).hangUpWasOrdered();
                world.request(() -> hangUp(hangUp.offer()));
            }
            case Command.MoveCaller move -> world.request(this::moveCaller);
            case Command.HangUpCaller hangUp -> world.request(caller::hangsUp);
            case Command.CheckRoom check -> world.request(() -> look(check));
            case Command.Arm arm -> arm(arm.timeout());
            case Command.LetGo letGo -> row(letGo.offer()).letGo();
            case Command.NoteCaller note -> {}
            case Command.NoteLanguage note -> {}
            case Command.NoteFirstRing note -> {}
            case Command.NoteAccepted note -> {}
            case Command.NoteConnected note -> {}
            case Command.NoteRating note -> {}
            case Command.Finish finish -> {}
        }
    }

    private void arm(Timeout timeout) {
        referee.armed(timeout);
        world.timer(Deadlines.seconds(timeout), () -> {
            referee.fired(timeout);
            receive(timeout);
        });
    }

    private void tell(CallEvent event) {
        world.request(() -> receive(event));
    }

    private void dial(OfferId offer) {
        var row = row(offer);
        var wanted = state.offers().find(offer).filter(Offer::isOpen).isPresent();
        if (!wanted) {
            drop(offer);
        } else if (world.trouble()) {
            world.timer(3, () -> dial(offer));
        } else if (row.beginDial()) {
            dialNow(offer, row);
        }
    }

    private void dialNow(OfferId offer, OfferRow row) {
        if (!world.trouble()) {
            var leg = ring(offer, row);
            world.message(() -> hears(leg, new LegPlaced(offer)));
            return;
        }
        var mishap = world.upTo(3);
        switch (mishap) {
            case 0 -> tell(new NumberRefused(offer));
            case 1 -> tell(new DialDropped(offer));
            case 2 -> tell(new DialUnclear(offer));
            default -> {
                ring(offer, row);
                tell(new DialUnclear(offer));
            }
        }
    }

    private InterpreterLeg ring(OfferId offer, OfferRow row) {
        var leg = new InterpreterLeg(world, this, offer, row.interpreter());
        world.add(leg);
        row.dialled(leg);
        return leg;
    }

    private void drop(OfferId offer) {
        if (row(offer).dropDial()) {
            tell(new DialDropped(offer));
        }
    }

    private void cancel(OfferId offer) {
        row(offer)
                .knownLeg()
                .ifPresentOrElse(
                        leg -> {
                            if (leg.cancelled()) {
                                tell(new LegOver(offer, LegEnd.CANCELED));
                            }
                        },
                        () -> drop(offer));
    }

    private void move(OfferId offer) {
        if (row(offer).knownLeg().filter(InterpreterLeg::moved).isPresent()) {
            tell(new LegOver(offer, LegEnd.COMPLETED));
        }
    }

    private void hangUp(OfferId offer) {
        row(offer).knownLeg().ifPresent(leg -> {
            leg.hungUp();
            tell(new LegOver(offer, LegEnd.COMPLETED));
        });
    }

    private void moveCaller() {
        if (!Scenes.callerIsInRoom(state) && caller.moved()) {
            tell(new CallerHungUp());
        }
    }

    /** What we find is true at the moment of looking, and known a little later. */
    private void look(Command.CheckRoom check) {
        var room = room(check.room());
        tell(new RoomSeen(check.room(), check.look(), room.callerIsIn(), room.interpreterIsIn()));
    }

    void checkAtTheEnd() {
        referee.checkAtTheEnd(state);
    }
}
