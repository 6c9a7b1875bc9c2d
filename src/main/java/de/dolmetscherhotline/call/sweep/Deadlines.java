package de.dolmetscherhotline.call.sweep;

import de.dolmetscherhotline.call.flow.CallEvent.CallbackOver;
import de.dolmetscherhotline.call.flow.CallEvent.ChoiceOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.EmergencyUnanswered;
import de.dolmetscherhotline.call.flow.CallEvent.FarewellOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.JoinOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.LeaveOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.OfferOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.PatienceOver;
import de.dolmetscherhotline.call.flow.CallEvent.RecallDue;
import de.dolmetscherhotline.call.flow.CallEvent.RecallOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.ReturnOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.RoomCheckDue;
import de.dolmetscherhotline.call.flow.CallEvent.SeekAgainDue;
import de.dolmetscherhotline.call.flow.CallEvent.Timeout;
import de.dolmetscherhotline.call.flow.CallState;
import de.dolmetscherhotline.call.flow.CallState.CallerLost;
import de.dolmetscherhotline.call.flow.CallState.RecallPaused;
import de.dolmetscherhotline.call.flow.CallState.Recalling;
import de.dolmetscherhotline.call.flow.CallState.Searching;
import de.dolmetscherhotline.call.flow.Fate;
import de.dolmetscherhotline.call.flow.Offer;
import java.util.List;
import java.util.stream.Stream;

/**
 * The deadlines of a call that has lost all of them. Every one is named that may fit: those which do not fit the state
 * mean nothing to the flow, as those that come late.
 */
public final class Deadlines {

    private Deadlines() {}

    static List<Timeout> thatMayFit(CallState state) {
        return Stream.concat(
                        state instanceof CallState.Ended ? Stream.empty() : ofCall(state),
                        state.offers().all().stream().flatMap(Deadlines::ofOffer))
                .toList();
    }

    private static Stream<Timeout> ofCall(CallState state) {
        var search = state.offers().searches();
        var rooms = state.offers().all().stream().filter(Deadlines::hadRoom).flatMap(Deadlines::ofRoom);
        return Stream.concat(
                Stream.of(
                        new ChoiceOverdue(search),
                        new SeekAgainDue(search),
                        new EmergencyUnanswered(search),
                        new PatienceOver(state.offers().waits()),
                        new FarewellOverdue(search)),
                Stream.concat(ofThisState(state), rooms));
    }

    private static Stream<Timeout> ofThisState(CallState state) {
        return switch (state) {
            case Recalling s -> Stream.of(new RecallOverdue(s.request().recalls()), new CallbackOver());
            case RecallPaused s -> Stream.of(new RecallDue(s.request().recalls()), new CallbackOver());
            case Searching s -> s.request().away() ? Stream.of(new CallbackOver()) : Stream.empty();
            case CallerLost s ->
                Stream.of(new ReturnOverdue(s.accepted(), s.offers().waits()));
            default -> Stream.empty();
        };
    }

    private static boolean hadRoom(Offer offer) {
        return offer.stage() == Offer.Stage.JOINING || offer.fate() == Fate.ACCEPTED;
    }

    private static Stream<Timeout> ofRoom(Offer offer) {
        return Stream.of(new JoinOverdue(offer.id()), new RoomCheckDue(offer.id()), new LeaveOverdue(offer.id()));
    }

    private static Stream<Timeout> ofOffer(Offer offer) {
        return offer.stage() == Offer.Stage.OVER
                ? Stream.empty()
                : Stream.of(new OfferOverdue(offer.id(), offer.stage()));
    }
}
