package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.CallHandling.Handled;
import de.dolmetscherhotline.call.admission.CallerBook;
import de.dolmetscherhotline.call.flow.CallEvent;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival.FromOrganisation;
import de.dolmetscherhotline.call.flow.CallEvent.CallbackCancelled;
import de.dolmetscherhotline.call.flow.CallEvent.CallerArrived;
import de.dolmetscherhotline.call.flow.CallEvent.CallerEvent;
import de.dolmetscherhotline.call.flow.CallEvent.CallerHungUp;
import de.dolmetscherhotline.call.flow.CallEvent.CallerReturned;
import de.dolmetscherhotline.call.flow.CallEvent.EndOrdered;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterChosen;
import de.dolmetscherhotline.call.flow.CallEvent.LegEvent;
import de.dolmetscherhotline.call.flow.CallEvent.TakenOver;
import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.call.flow.CallState.Transferring;
import de.dolmetscherhotline.call.flow.Destination;
import de.dolmetscherhotline.call.flow.Offer;
import de.dolmetscherhotline.call.store.Callbacks;
import de.dolmetscherhotline.call.store.Calls;
import de.dolmetscherhotline.call.store.OfferLog;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.Outcome;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.line.Line;
import de.dolmetscherhotline.line.Lines;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Where everything that happens to a call comes in: finds and locks the call that a message is for. What then becomes of it is
 * {@link CallHandling}'s, in the same transaction; what each leg hears is rendered from the state that was saved.
 */
@Component
public class CallDesk {

    private final Calls calls;
    private final OfferLog offers;
    private final Lines lines;
    private final Callbacks callbacks;
    private final CallerBook callers;
    private final Outreach outreach;
    private final CallHandling handling;

    CallDesk(
            Calls calls,
            OfferLog offers,
            Lines lines,
            Callbacks callbacks,
            CallerBook callers,
            Outreach outreach,
            CallHandling handling) {
        this.calls = calls;
        this.offers = offers;
        this.lines = lines;
        this.callbacks = callbacks;
        this.callers = callers;
        this.outreach = outreach;
        this.handling = handling;
    }

    /** What {@link de.dolmetscherhotline.live.Changes} calls it when a call of this district moves. */
    public static String topic(DistrictId district) {
        return "calls:" + district;
    }

    /**
     * A call comes in.
     *
     * @param leg the network's id of the caller's leg
     * @param to the number that was called, as the network gives it
     * @param from the caller's number, or whatever stands in its place
     */
    public Mono<CallView> arrive(String leg, String to, String from) {
        return calls.lockByLeg(leg)
                .map(CallHandling::unchanged)
                .switchIfEmpty(Mono.defer(() -> firstHeardOf(leg, to, from)))
                .as(handling::committed);
    }

    private Mono<Handled> firstHeardOf(String leg, String to, String from) {
        return Mono.justOrEmpty(PhoneNumber.parse(to))
                .flatMap(lines::byNumber)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(line -> callers.arrival(line.orElse(null), from)
                        .flatMap(arrival -> returned(leg, line, arrival)
                                .switchIfEmpty(Mono.defer(() -> arrived(leg, line, from, arrival)))));
    }

    private Mono<Handled> arrived(String leg, Optional<Line> line, String from, Arrival arrival) {
        var onRecord = arrival instanceof FromOrganisation ? PhoneNumber.parse(from) : Optional.<PhoneNumber>empty();
        return calls.add(CallId.random(), leg, line.orElse(null), onRecord.orElse(null), new CallState.New())
                .then(Mono.defer(() -> calls.lockByLeg(leg)))
                .flatMap(call -> handling.handle(call, "arrived", new CallerArrived(arrival)));
    }

    /** Cut off a moment ago, and the interpreter still holds the line. */
    private Mono<Handled> returned(String leg, Optional<Line> line, Arrival arrival) {
        return Mono.justOrEmpty(line)
                .filter(known -> arrival instanceof FromOrganisation)
                .flatMap(known ->
                        calls.lockHeld(((FromOrganisation) arrival).caller().organisation(), known.id()))
                .flatMap(call -> calls.returnedOn(call.id(), leg)
                        .then(Mono.defer(
                                () -> handling.handle(call.on(leg), "returned/" + leg, new CallerReturned()))));
    }

    /**
     * Something happened to a call. Empty if there is no such call.
     *
     * @param messageKey the same for every delivery of the same message; later deliveries change nothing
     */
    public Mono<CallView> receive(CallId id, String messageKey, CallEvent event) {
        return calls.lock(id)
                .flatMap(call -> handling.handle(call, messageKey, event))
                .as(handling::committed);
    }

    /**
     * The caller answered what was heard in this turn. Keys for an earlier turn come too late and change nothing.
     *
     * @param answer keys, of which there may be none, or words
     * @param from the caller's number as the network gives it
     */
    public Mono<CallView> callerAnswered(CallId id, int turn, CallerEvent answer, String from) {
        return calls.lock(id)
                .flatMap(call -> turn == call.turn()
                        ? handling.handle(call.heardFrom(from), "keys/" + turn, answer)
                        : Mono.just(CallHandling.unchanged(call)))
                .as(handling::committed);
    }

    /** The caller's leg tells something. Empty for a leg that is the caller's no more. */
    public Mono<CallView> callerTells(CallId id, String leg, String messageKey, CallerEvent event) {
        return calls.lock(id)
                .filter(call -> leg.equals(call.leg()))
                .flatMap(call -> handling.handle(call, messageKey, event))
                .as(handling::committed);
    }

    /**
     * The organisation picked up the telephone on which it is rung back. Empty if that attempt is out of date: the leg
     * should not exist.
     */
    public Mono<CallView> recallAnswered(CallId id, int recall, String leg) {
        return calls.lock(id)
                .filterWhen(call -> callbacks.placed(id, recall, leg))
                .map(CallHandling::unchanged)
                .as(handling::committed);
    }

    /** The leg of an attempt to ring back is over; of an attempt that is out of date, nobody needs to know. */
    public Mono<CallView> recallOver(CallId id, int recall, String leg) {
        return calls.lock(id)
                .filter(call -> call.recall() == recall)
                .filterWhen(call -> leg.equals(call.leg()) ? Mono.just(true) : callbacks.placed(id, recall, leg))
                .flatMap(call -> handling.handle(call, "over/" + leg, new CallerHungUp()))
                .as(handling::committed);
    }

    /** The same, where the call is known by its caller's leg. */
    public Mono<CallView> callerHungUp(String leg, String messageKey) {
        return calls.lockByLeg(leg)
                .flatMap(call -> handling.handle(call, messageKey, new CallerHungUp()))
                .as(handling::committed);
    }

    /**
     * The same, where the call is known by an offer. Empty also if another leg already belongs to that offer: this one
     * should not exist.
     *
     * @param leg the network's id of the leg that speaks
     */
    public Mono<CallView> receive(String leg, String messageKey, LegEvent event) {
        return calls.lockByOffer(event.offer())
                .filterWhen(call -> offers.placed(event.offer(), leg))
                .flatMap(call -> handling.handle(call, messageKey, event))
                .as(handling::committed);
    }

    /** What there is to hear now. Empty if there is no such call, or if the leg is not its caller's. */
    public Mono<CallView> lookIn(CallId id, String leg) {
        return calls.lock(id)
                .filter(call -> leg.equals(call.leg()))
                .map(CallHandling::unchanged)
                .as(handling::committed);
    }

    /** The same for an interpreter's leg. */
    public Mono<CallView> lookIn(OfferId offer, String leg) {
        return calls.lockByOffer(offer)
                .filterWhen(call -> offers.placed(offer, leg))
                .map(CallHandling::unchanged)
                .as(handling::committed);
    }

    /** Somebody off duty answered the call-out of this call and wants to be rung for it. May be told more than once. */
    public Mono<Void> volunteered(CallId id, InterpreterId who) {
        return chosen(id, who)
                .filter(view -> !isAsked(view.state(), who))
                .flatMap(view -> outreach.releaseVolunteer(id, who));
    }

    /** Whether her telephone rings for this call, or she has taken it. */
    private static boolean isAsked(CallState state, InterpreterId who) {
        return state.offers().all().stream()
                .anyMatch(offer -> offer.interpreter().equals(who) && isPending(offer));
    }

    private static boolean isPending(Offer offer) {
        return offer.isOpen() || offer.stage() == Offer.Stage.JOINING;
    }

    /**
     * This interpreter is to be rung for a call that waits. Empty if there is no such call.
     *
     * @return whether her telephone is being called now; false if she is busy, must not be asked, or nobody waits
     */
    public Mono<Boolean> choose(CallId id, InterpreterId who) {
        return chosen(id, who)
                .map(view -> view.state()
                        .offers()
                        .open()
                        .anyMatch(offer -> offer.interpreter().equals(who)));
    }

    private Mono<CallView> chosen(CallId id, InterpreterId who) {
        return calls.lock(id)
                .flatMap(call -> handling.advance(call, new InterpreterChosen(who)))
                .as(handling::committed);
    }

    /**
     * A waiting caller is handed to somebody else. Empty if there is no such call.
     *
     * @return whether the caller is being connected; false if nobody waits on the line, or there is no number on record
     */
    public Mono<Boolean> handOver(CallId id, Destination to) {
        return calls.lock(id)
                .flatMap(call -> handling.advance(call, new TakenOver(to)))
                .as(handling::committed)
                .map(view -> view.state() instanceof Transferring transferring && transferring.to() == to);
    }

    /**
     * A coordinator ends a call, wherever it stands: everybody in it hears so, and whatever rings stops. Empty if there is no
     * such call.
     *
     * @return whether it has ended by that; false if it was over
     */
    public Mono<Boolean> end(CallId id) {
        return calls.lock(id)
                .flatMap(call -> call.state() instanceof Ended
                        ? Mono.just(CallHandling.unchanged(call))
                        : handling.advance(call, new EndOrdered()))
                .as(handling::committedChange);
    }

    /**
     * Whoever requested this call in writing needs nobody any more. Empty if there is no such call.
     *
     * @return whether it has ended by that; false once somebody has picked up there
     */
    public Mono<Boolean> cancel(CallId id) {
        return calls.lock(id)
                .flatMap(call -> handling.advance(call, new CallbackCancelled()))
                .as(handling::committed)
                .map(view -> view.state() instanceof Ended ended && ended.outcome() == Outcome.CANCELLED);
    }

    /** How content they were, said in writing. A rating by key stays. */
    public Mono<Void> rate(CallId id, int stars) {
        return calls.rateUnlessRated(id, stars);
    }

    /** The network told us its id of a room. */
    public Mono<Void> noteRoom(OfferId room, String roomSid) {
        return offers.noteRoom(room, roomSid);
    }
}
