package de.dolmetscherhotline.call.flow.walk;

import de.dolmetscherhotline.call.flow.CallEvent;
import de.dolmetscherhotline.call.flow.CallEvent.EndOrdered;
import de.dolmetscherhotline.call.flow.CallEvent.LegEvent;
import de.dolmetscherhotline.call.flow.CallEvent.LegPlaced;
import de.dolmetscherhotline.call.flow.CallEvent.LegRang;
import de.dolmetscherhotline.call.flow.CallEvent.NewOffer;
import de.dolmetscherhotline.call.flow.CallEvent.OfferOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.RoomSeen;
import de.dolmetscherhotline.call.flow.CallEvent.Timeout;
import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.flow.CallState.Bridging;
import de.dolmetscherhotline.call.flow.CallState.CallerLost;
import de.dolmetscherhotline.call.flow.CallState.Connected;
import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.call.flow.CallState.Recalling;
import de.dolmetscherhotline.call.flow.CallState.Searching;
import de.dolmetscherhotline.call.flow.Command;
import de.dolmetscherhotline.call.flow.Command.LetGo;
import de.dolmetscherhotline.call.flow.Fate;
import de.dolmetscherhotline.call.flow.Offer;
import de.dolmetscherhotline.call.flow.Scenes;
import de.dolmetscherhotline.call.flow.Step;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.Outcome;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Watches one call keep the rules. */
final class Referee {

    private final World world;
    private final ModelCall call;
    private final History history;
    private final Deadlines deadlines = new Deadlines();

    private static final Set<Fate> MAY_BE_ASKED_AGAIN =
            EnumSet.of(Fate.WITHDRAWN, Fate.TOO_LATE, Fate.UNCLEAR, Fate.ACCEPTED, Fate.IN_VAIN);

    private final Set<InterpreterId> asked = new HashSet<>();
    private final Set<OfferId> dialled = new HashSet<>();
    private @Nullable Outcome outcome;

    Referee(World world, ModelCall call, History history) {
        this.world = world;
        this.call = call;
        this.history = history;
    }

    void armed(Timeout timeout) {
        deadlines.armed(timeout);
    }

    void fired(Timeout timeout) {
        deadlines.fired(timeout);
    }

    /** Whether the outcome is still open. */
    boolean isOpen() {
        return outcome == null;
    }

    /** Who is chosen by name, or volunteers, may be asked again. */
    void asksChosen(NewOffer offer) {
        asked.add(offer.interpreter());
    }

    void asks(NewOffer offer) {
        if (!asked.add(offer.interpreter())) {
            broken(Rule.NOBODY_WHO_WAS_ASKED_IS_ASKED_AGAIN, "offer " + offer.id());
        }
    }

    void judge(CallState before, CallEvent event, Step step) {
        liveConversation(before, event, step);
        if (event instanceof LegPlaced || event instanceof LegRang) {
            lateLeg(before, ((LegEvent) event).offer(), step);
        }
        for (var command : step.commands()) {
            switch (command) {
                case LetGo letGo -> letGo(letGo, event, step);
                case Command.Dial dial -> dial(dial, step.next());
                case Command.DialCaller dial -> dialCaller(step.next());
                case Command.MoveCaller move -> callerIsMoved(step.next());
                case Command.NoteAccepted accepted -> accepted(before);
                case Command.Finish finish -> finished(finish.outcome());
                case Command.Reopen reopen -> reopened();
                case Command other -> {}
            }
        }
    }

    void transactionIsOver(CallState state) {
        if (joining(state) > 1) {
            broken(Rule.AT_MOST_ONE_OFFER_IS_ACCEPTED_AT_A_TIME, "two are on their way");
        }
        if (!(state instanceof Searching) && state.offers().open().findAny().isPresent()) {
            broken(Rule.NO_PHONE_RINGS_ON_ONCE_ITS_OFFER_IS_DECIDED, "open offers while nobody is sought");
        }
        if (!mayHold(state) && joining(state) > 0) {
            broken(
                    Rule.NOBODY_IS_HELD_WITHOUT_A_CONVERSATION_AHEAD,
                    state.getClass().getSimpleName());
        }
        deadlines.missingIn(state).ifPresent(missing -> broken(Rule.WHATEVER_IS_AWAITED_HAS_A_DEADLINE, missing));
    }

    private static boolean mayHold(CallState state) {
        return state instanceof Bridging
                || state instanceof Connected
                || state instanceof CallerLost
                || state instanceof Recalling;
    }

    private void finished(Outcome how) {
        if (outcome != null) {
            broken(Rule.EVERY_CALL_ENDS_WITH_EXACTLY_ONE_OUTCOME, outcome + ", and then " + how);
        }
        outcome = how;
    }

    private void reopened() {
        if (outcome == null) {
            broken(Rule.EVERY_CALL_ENDS_WITH_EXACTLY_ONE_OUTCOME, "reopened while it was open");
        }
        outcome = null;
    }

    void callerIsMoved(CallState state) {
        if (!Scenes.callerListens(state)) {
            broken(
                    Rule.NOBODY_ON_THE_LINE_IS_MOVED_WHEN_NOBODY_IS_THERE,
                    state.getClass().getSimpleName());
        }
    }

    private void dialCaller(CallState next) {
        if (!(next instanceof Recalling)) {
            broken(Rule.NOBODY_IS_RUNG_FOR_A_CALL_THAT_DOES_NOT_WAIT, "the caller");
        }
    }

    /** A leg that turns up after the decision is stopped, now that it is known. */
    private void lateLeg(CallState before, OfferId id, Step step) {
        var decided = before.offers()
                .find(id)
                .filter(offer -> offer.stage() == Offer.Stage.ENDING || offer.stage() == Offer.Stage.OVER)
                .isPresent();
        var stopped = step.commands().contains(new Command.CancelLeg(id))
                || step.commands().contains(new Command.HangUpLeg(id));
        if (decided && call.row(id).isLegUp() && !stopped) {
            broken(Rule.NO_PHONE_RINGS_ON_ONCE_ITS_OFFER_IS_DECIDED, "late leg of offer " + id);
        }
    }

    private static long joining(CallState state) {
        return state.offers().all().stream()
                .filter(offer -> offer.stage() == Offer.Stage.JOINING)
                .count();
    }

    private void accepted(CallState before) {
        if (joining(before) > 0) {
            broken(Rule.AT_MOST_ONE_OFFER_IS_ACCEPTED_AT_A_TIME, "accepted while another was on the way");
        }
    }

    private void dial(Command.Dial dial, CallState next) {
        if (!(next instanceof Searching)) {
            broken(Rule.NOBODY_IS_RUNG_FOR_A_CALL_THAT_DOES_NOT_WAIT, "offer " + dial.offer());
        }
        if (!dialled.add(dial.offer())) {
            broken(Rule.NOBODY_IS_DIALLED_TWICE_FOR_ONE_OFFER, "offer " + dial.offer());
        }
    }

    private void letGo(LetGo letGo, CallEvent event, Step step) {
        if (!world.pool().release(letGo.interpreter(), letGo.offer())) {
            broken(Rule.EVERY_RESERVATION_IS_RELEASED_EXACTLY_ONCE, "released again: offer " + letGo.offer());
        }
        var deadline = event.equals(new OfferOverdue(letGo.offer(), Offer.Stage.ENDING))
                && step.commands().contains(new Command.HangUpLeg(letGo.offer()));
        if (call.row(letGo.offer()).isLegUp() && !deadline) {
            broken(Rule.NOBODY_IS_FREED_WHILE_THE_LEG_IS_UP, "offer " + letGo.offer());
        }
        if (MAY_BE_ASKED_AGAIN.contains(letGo.fate())) {
            asked.remove(letGo.interpreter());
        }
    }

    private void liveConversation(CallState before, CallEvent event, Step step) {
        var room = conversation(before);
        if (room.isPresent()
                && call.room(room.get()).isLive()
                && isEndedBy(step, room.get())
                && !(event instanceof EndOrdered)
                && !tellsTheLatest(before, event)) {
            broken(ruleAgainst(event), "both were in the room " + room.get());
        }
    }

    /**
     * Nobody could know better: when we looked last, somebody was missing, and no news of an arrival has come since. The
     * conversation began while our finding was on its way.
     */
    private static boolean tellsTheLatest(CallState before, CallEvent event) {
        return event instanceof RoomSeen seen
                && seen.look() == look(before)
                && !(seen.callerIn() && seen.interpreterIn());
    }

    private static int look(CallState state) {
        return switch (state) {
            case Bridging bridging -> bridging.look();
            case Connected connected -> connected.look();
            case CallState other -> 0;
        };
    }

    private static boolean isEndedBy(Step step, OfferId room) {
        return !conversation(step.next()).equals(Optional.of(room))
                || step.commands().contains(new Command.MoveCaller())
                || step.commands().contains(new Command.HangUpCaller())
                || step.commands().contains(new Command.MoveLeg(room))
                || step.commands().contains(new Command.HangUpLeg(room));
    }

    private static Rule ruleAgainst(CallEvent event) {
        return switch (event) {
            case Timeout timer -> Rule.NO_TIMER_ENDS_A_LIVE_CONVERSATION;
            case RoomSeen look -> Rule.NO_OLD_LOOK_INTO_THE_ROOM_ENDS_A_LIVE_CONVERSATION;
            case CallEvent news -> Rule.NO_LATE_NEWS_ENDS_A_LIVE_CONVERSATION;
        };
    }

    private static Optional<OfferId> conversation(CallState state) {
        return switch (state) {
            case Bridging bridging -> Optional.of(bridging.accepted());
            case Connected connected -> Optional.of(connected.accepted());
            case CallState other -> Optional.empty();
        };
    }

    void checkAtTheEnd(CallState state) {
        world.findings().ended(state);
        if (!(state instanceof Ended ended) || ended.outcome() != outcome) {
            broken(Rule.EVERY_CALL_ENDS_WITH_EXACTLY_ONE_OUTCOME, outcome + ", " + state);
        }
        if (call.isCallerUp()) {
            broken(Rule.NO_LEG_STAYS_UP_AFTER_THE_END, "the caller's");
        }
        for (var row : call.rows()) {
            if (row.isLegUp()) {
                broken(Rule.NO_LEG_STAYS_UP_AFTER_THE_END, "the leg of " + row.interpreter());
            }
            if (row.timesLetGo() != 1) {
                broken(
                        Rule.EVERY_RESERVATION_IS_RELEASED_EXACTLY_ONCE,
                        "%s was released %d times".formatted(row.interpreter(), row.timesLetGo()));
            }
        }
    }

    private void broken(Rule rule, String what) {
        world.broken(rule, what, history);
    }
}
