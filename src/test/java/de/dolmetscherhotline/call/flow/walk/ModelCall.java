package de.dolmetscherhotline.call.flow.walk;

import de.dolmetscherhotline.call.flow.CallEvent;
import de.dolmetscherhotline.call.flow.CallEvent.Answer;
import de.dolmetscherhotline.call.flow.CallEvent.CallbackBegun;
import de.dolmetscherhotline.call.flow.CallEvent.CallbackCancelled;
import de.dolmetscherhotline.call.flow.CallEvent.CallerEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerHungUp;
import de.dolmetscherhotline.call.flow.CallEvent.CallerReturned;
import de.dolmetscherhotline.call.flow.CallEvent.Coverage;
import de.dolmetscherhotline.call.flow.CallEvent.DialDropped;
import de.dolmetscherhotline.call.flow.CallEvent.DialUnclear;
import de.dolmetscherhotline.call.flow.CallEvent.EndOrdered;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterChosen;
import de.dolmetscherhotline.call.flow.CallEvent.InterpretersSought;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageRead;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageReading;
import de.dolmetscherhotline.call.flow.CallEvent.LegEvent;
import de.dolmetscherhotline.call.flow.CallEvent.LegOver;
import de.dolmetscherhotline.call.flow.CallEvent.LegPlaced;
import de.dolmetscherhotline.call.flow.CallEvent.LimitReached;
import de.dolmetscherhotline.call.flow.CallEvent.NeededElsewhere;
import de.dolmetscherhotline.call.flow.CallEvent.NewOffer;
import de.dolmetscherhotline.call.flow.CallEvent.NumberRefused;
import de.dolmetscherhotline.call.flow.CallEvent.PinMatched;
import de.dolmetscherhotline.call.flow.CallEvent.PinRefused;
import de.dolmetscherhotline.call.flow.CallEvent.PinWrong;
import de.dolmetscherhotline.call.flow.CallEvent.RecallFailed;
import de.dolmetscherhotline.call.flow.CallEvent.RoomSeen;
import de.dolmetscherhotline.call.flow.CallEvent.Superseded;
import de.dolmetscherhotline.call.flow.CallEvent.TakenOver;
import de.dolmetscherhotline.call.flow.CallEvent.Timeout;
import de.dolmetscherhotline.call.flow.CallFlow;
import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.flow.CallState.CallerLost;
import de.dolmetscherhotline.call.flow.CallState.Recalling;
import de.dolmetscherhotline.call.flow.Caller;
import de.dolmetscherhotline.call.flow.Command;
import de.dolmetscherhotline.call.flow.Destination;
import de.dolmetscherhotline.call.flow.FlowRules;
import de.dolmetscherhotline.call.flow.LegEnd;
import de.dolmetscherhotline.call.flow.Offer;
import de.dolmetscherhotline.call.flow.Request;
import de.dolmetscherhotline.call.flow.Scenes;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OfferId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One call: carries out what the flow commands, as the application around it does, on the model network. */
final class ModelCall {

    private enum Recall {
        NONE,
        DUE,
        ORDERED
    }

    private static final CallFlow FLOW = new CallFlow(new FlowRules(3, 3, 3, 3, 3));

    private final World world;
    private final Caller organisation;
    private final boolean isCallback;
    private final History history = new History();
    private final Referee referee;
    private final Map<OfferId, OfferRow> rows = new LinkedHashMap<>();
    private final Map<OfferId, ModelRoom> rooms = new HashMap<>();
    private final Set<CallerLeg> callerLegs = new HashSet<>();
    private @Nullable CallerLeg caller;
    private int recall;
    private Recall recallDial = Recall.NONE;
    private CallState state = new CallState.New();

    private ModelCall(World world, Caller organisation, boolean isCallback) {
        this.world = world;
        this.organisation = organisation;
        this.isCallback = isCallback;
        this.referee = new Referee(world, this, history);
    }

    static ModelCall from(World world, Caller organisation) {
        return new ModelCall(world, organisation, false);
    }

    CallState state() {
        return state;
    }

    Caller organisation() {
        return organisation;
    }

    boolean isCallerUp() {
        return callerLegs.stream().anyMatch(CallerLeg::isUp);
    }

    /** Whether the interpreter of the conversation holds the line. */
    boolean isHeld() {
        return state instanceof CallerLost;
    }

    void returnedOn(CallerLeg leg) {
        becomes(leg);
        receive(new CallerReturned());
    }

    private void becomes(CallerLeg leg) {
        caller = leg;
        callerLegs.add(leg);
    }

    /** News from a leg of the caller; what an earlier leg says concerns nobody any more. */
    void hears(CallerLeg leg, CallerEvent event) {
        if (!isCallback && history.length() == 0) {
            world.add(this);
            becomes(leg);
        }
        if (leg == caller || (event instanceof CallerHungUp && isRungBackOn(leg, recall))) {
            receive(event);
        }
    }

    /** Whether somebody still waits for the leg with which we ring back. */
    boolean isRungBackOn(CallerLeg leg, int attempt) {
        var wanted = attempt == recall
                && callerLegs.contains(leg)
                && (caller == null || caller == leg)
                && referee.isOpen()
                && Scenes.forCaller(state) instanceof CallerScene.RungBack;
        if (wanted) {
            caller = leg;
        }
        return wanted;
    }

    ModelRoom room(OfferId id) {
        return rooms.computeIfAbsent(id, unknown -> new ModelRoom(world, id));
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
                || !Scenes.callerListens(state)
                || Scenes.forCaller(before).equals(Scenes.forCaller(state));
        if (!heardSoon) {
            carryOut(new Command.MoveCaller());
        }
    }

    private Answer answer(Command.Question question) {
        return switch (question) {
            case Command.CheckPin check -> pinChecked(check.pin());
            case Command.ReadLanguage read -> new LanguageRead(reading(read.keys()));
            case Command.ReadSpeech read -> new LanguageRead(heard(read.words()));
            case Command.ReserveInterpreter chosen -> reserved(chosen.interpreter());
            case Command.ReserveVolunteer again ->
                world.chance(50) ? reserved(world.pool().anybody()) : InterpretersSought.NOT_FREE;
            case Command.SeekInterpreters seek -> sought(seek);
        };
    }

    private Answer pinChecked(String pin) {
        return switch (pin) {
            case "1234" -> new PinMatched(organisation);
            case "55" -> new LimitReached();
            case "66" -> new PinRefused();
            default -> new PinWrong();
        };
    }

    private static LanguageReading reading(String keys) {
        return switch (keys) {
            case "1", "41" -> new LanguageReading.Chosen(new Language("ar"));
            case "4" -> new LanguageReading.Incomplete(keys);
            default -> new LanguageReading.Unknown();
        };
    }

    private static LanguageReading heard(String words) {
        return words.equals("arabic") ? new LanguageReading.Heard(new Language("ar")) : new LanguageReading.Unknown();
    }

    private InterpretersSought reserved(InterpreterId chosen) {
        if (!world.pool().isFree(chosen)) {
            return InterpretersSought.NOT_FREE;
        }
        var offer = new NewOffer(new OfferId(world.uuid()), chosen, true);
        reserve(offer);
        referee.asksChosen(offer);
        return new InterpretersSought(List.of(offer), Coverage.HOPEFUL, 0);
    }

    private InterpretersSought sought(Command.SeekInterpreters seek) {
        var most = state.offers().open().count() < 4 ? world.upTo(3) : 0;
        var made = world.pool().free(seek.except(), most).stream()
                .map(interpreter -> new NewOffer(new OfferId(world.uuid()), interpreter, world.chance(90)))
                .toList();
        for (var offer : made) {
            reserve(offer);
            referee.asks(offer);
        }
        if (made.isEmpty() && seek.request().need().emergency()) {
            world.calls().stream().filter(ModelCall::isHeld).forEach(holding -> holding.tell(new NeededElsewhere()));
        }
        return new InterpretersSought(made, coverage(seek), world.upTo(2));
    }

    private void reserve(NewOffer offer) {
        world.pool().reserve(offer.interpreter(), offer.id());
        rows.put(offer.id(), new OfferRow(offer.interpreter()));
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
            case Command.DialCaller dial -> {
                recall = dial.recall();
                recallDial = Recall.DUE;
                caller = null;
                world.request(() -> ringBack(dial.recall()));
            }
            case Command.MoveCaller move -> {
                referee.callerIsMoved(state);
                world.request(this::moveCaller);
            }
            case Command.HangUpCaller hangUp -> world.request(this::hangUpCaller);
            case Command.CheckRoom check -> world.request(() -> look(check));
            case Command.Arm arm -> arm(arm.timeout());
            case Command.LetGo letGo -> row(letGo.offer()).letGo();
            case Command.TakeOverCallback takeOver -> takeOverCallback();
            case Command.ArrangeCallback arrange -> arrangeCallback(arrange.request());
            case Command.CallOut callOut -> {
                if (world.chance(30)) {
                    world.within(1, 120, () -> world.message(this::somebodyIsChosen));
                }
            }
            case Command.NoteCaller note -> {}
            case Command.NoteNeed note -> somebodyMayIntervene();
            case Command.NoteEmergency note -> {}
            case Command.NoteFirstRing note -> {}
            case Command.NoteAccepted note -> {}
            case Command.NoteConnected note -> {}
            case Command.NoteRating note -> {}
            case Command.AlertCoordinator alert -> {}
            case Command.Finish finish -> {}
            case Command.Reopen reopen -> {}
        }
    }

    private void takeOverCallback() {
        world.calls().stream()
                .filter(other -> other != this
                        && other.isCallback
                        && other.organisation.equals(organisation)
                        && other.referee.isOpen())
                .forEach(callback -> callback.tell(new Superseded()));
    }

    private void arrangeCallback(Request request) {
        var callback = new ModelCall(world, organisation, true);
        world.add(callback);
        callback.tell(new CallbackBegun(request, world.chance(10) ? world.pool().anybody() : null));
        callback.somebodyMayIntervene();
        callback.mayBeCancelled();
    }

    /** A coordinator watches. */
    private void somebodyMayIntervene() {
        if (world.chance(10)) {
            world.within(1, 200, world.chance(50) ? this::somebodyIsChosen : this::callerIsHandedOver);
        }
        if (world.chance(3)) {
            world.within(1, 400, () -> receive(new EndOrdered()));
        }
    }

    private void mayBeCancelled() {
        if (world.chance(10)) {
            world.within(1, 400, () -> receive(new CallbackCancelled()));
        }
    }

    private void somebodyIsChosen() {
        receive(new InterpreterChosen(world.pool().anybody()));
    }

    private void callerIsHandedOver() {
        receive(new TakenOver(world.oneOf(Destination.values())));
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
        var leg = caller;
        if (leg != null && !Scenes.callerIsInRoom(state) && leg.moved()) {
            tell(new CallerHungUp());
        }
    }

    private void hangUpCaller() {
        var leg = caller;
        if (leg != null) {
            leg.hangsUp();
            tell(new CallerHungUp());
        }
    }

    private void ringBack(int attempt) {
        if (attempt != recall || recallDial != Recall.DUE || !(state instanceof Recalling)) {
            return;
        }
        if (world.trouble()) {
            world.timer(3, () -> ringBack(attempt));
            return;
        }
        recallDial = Recall.ORDERED;
        var mishap = world.trouble() ? world.upTo(2) : 3;
        switch (mishap) {
            case 0 -> tell(new RecallFailed(attempt));
            case 1 -> {}
            default -> placed(attempt, mishap == 3);
        }
    }

    private void placed(int attempt, boolean clear) {
        var leg = new CallerLeg(world, this, 0);
        callerLegs.add(leg);
        leg.isRungBack(attempt);
        if (clear) {
            world.request(() -> {
                if (!isRungBackOn(leg, attempt) && leg != caller) {
                    leg.hangsUp();
                }
            });
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
