package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallEvent.Arrival;
import de.dolmetscherhotline.call.flow.CallEvent.CallbackBegun;
import de.dolmetscherhotline.call.flow.CallEvent.CallbackCancelled;
import de.dolmetscherhotline.call.flow.CallEvent.CallbackOver;
import de.dolmetscherhotline.call.flow.CallEvent.CallerArrived;
import de.dolmetscherhotline.call.flow.CallEvent.CallerHungUp;
import de.dolmetscherhotline.call.flow.CallEvent.CallerLeftRoom;
import de.dolmetscherhotline.call.flow.CallEvent.CallerPressed;
import de.dolmetscherhotline.call.flow.CallEvent.CallerReturned;
import de.dolmetscherhotline.call.flow.CallEvent.CallerSpoke;
import de.dolmetscherhotline.call.flow.CallEvent.ChoiceOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.Coverage;
import de.dolmetscherhotline.call.flow.CallEvent.DialDropped;
import de.dolmetscherhotline.call.flow.CallEvent.DialUnclear;
import de.dolmetscherhotline.call.flow.CallEvent.EmergencyUnanswered;
import de.dolmetscherhotline.call.flow.CallEvent.EndOrdered;
import de.dolmetscherhotline.call.flow.CallEvent.FarewellOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterChosen;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterLeftRoom;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterPressed;
import de.dolmetscherhotline.call.flow.CallEvent.InterpretersSought;
import de.dolmetscherhotline.call.flow.CallEvent.JoinOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.JoinedRoom;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageRead;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageReading;
import de.dolmetscherhotline.call.flow.CallEvent.LeaveOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.LegAnswered;
import de.dolmetscherhotline.call.flow.CallEvent.LegOver;
import de.dolmetscherhotline.call.flow.CallEvent.LegPlaced;
import de.dolmetscherhotline.call.flow.CallEvent.LegRang;
import de.dolmetscherhotline.call.flow.CallEvent.LimitReached;
import de.dolmetscherhotline.call.flow.CallEvent.NeededElsewhere;
import de.dolmetscherhotline.call.flow.CallEvent.NewOffer;
import de.dolmetscherhotline.call.flow.CallEvent.NoNewsOfDial;
import de.dolmetscherhotline.call.flow.CallEvent.NumberRefused;
import de.dolmetscherhotline.call.flow.CallEvent.OfferOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.PatienceOver;
import de.dolmetscherhotline.call.flow.CallEvent.PinMatched;
import de.dolmetscherhotline.call.flow.CallEvent.PinRefused;
import de.dolmetscherhotline.call.flow.CallEvent.PinWrong;
import de.dolmetscherhotline.call.flow.CallEvent.RecallDue;
import de.dolmetscherhotline.call.flow.CallEvent.RecallFailed;
import de.dolmetscherhotline.call.flow.CallEvent.RecallOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.ReturnOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.RoomCheckDue;
import de.dolmetscherhotline.call.flow.CallEvent.RoomSeen;
import de.dolmetscherhotline.call.flow.CallEvent.SeekAgainDue;
import de.dolmetscherhotline.call.flow.CallEvent.Superseded;
import de.dolmetscherhotline.call.flow.CallEvent.TakenOver;
import de.dolmetscherhotline.call.flow.CallEvent.TransferAnswered;
import de.dolmetscherhotline.call.flow.CallEvent.TransferOver;
import de.dolmetscherhotline.call.flow.CallEvent.TransferOverdue;
import de.dolmetscherhotline.call.flow.Offer.Stage;
import de.dolmetscherhotline.kernel.OfferId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every kind of event that can make a difference in a state, by a name that says what is special about it. */
final class EventSamples {

    private final Map<String, CallEvent> events = new LinkedHashMap<>();
    private final CallState state;

    private EventSamples(CallState state) {
        this.state = state;
    }

    static Map<String, CallEvent> in(CallState state) {
        var samples = new EventSamples(state);
        samples.arrivals();
        samples.fromTheCaller();
        samples.answers();
        samples.fromOutside();
        samples.aboutTheCallback();
        samples.deadlinesOfTheCall();
        samples.aboutOffer("unknown", Samples.UNKNOWN_OFFER);
        for (var name : List.of("asked", "ringing", "listening", "hesitating", "accepted", "ending", "over")) {
            state.offers().find(Samples.offerId(name)).ifPresent(offer -> samples.aboutOffer(name, offer.id()));
        }
        return samples.events;
    }

    private void arrivals() {
        var unknown = new Arrival.FromUnknownNumber(Samples.SERVICES);
        events.put("CallerArrived at unknown line", new CallerArrived(new Arrival.AtUnknownLine()));
        events.put("CallerArrived blocked", new CallerArrived(new Arrival.Blocked()));
        events.put("CallerArrived over limit", new CallerArrived(new Arrival.OverLimit()));
        events.put("CallerArrived from unknown number", new CallerArrived(unknown));
        events.put("CallerArrived from organisation", new CallerArrived(new Arrival.FromOrganisation(Samples.CALLER)));
        events.put(
                "CallerArrived when closed", new CallerArrived(new Arrival.WhenClosed(unknown, Samples.CLOSED_HOURS)));
    }

    private void fromTheCaller() {
        for (var keys : List.of("0", "00", "1", "2", "7", "9", "*")) {
            events.put("CallerPressed " + keys, new CallerPressed(keys));
        }
        events.put("CallerPressed nothing", new CallerPressed(""));
        events.put("CallerSpoke", new CallerSpoke("arabisch"));
        events.put("CallerHungUp", new CallerHungUp());
        events.put("CallerReturned", new CallerReturned());
        events.put("TransferAnswered", new TransferAnswered());
        events.put("TransferOver reached", new TransferOver(true));
        events.put("TransferOver not reached", new TransferOver(false));
    }

    private void answers() {
        var reserved = List.of(new NewOffer(Samples.offerId("new"), Samples.interpreter("new"), true));
        events.put("PinMatched", new PinMatched(Samples.CALLER));
        events.put("PinWrong", new PinWrong());
        events.put("PinRefused", new PinRefused());
        events.put("LimitReached", new LimitReached());
        events.put("LanguageRead chosen", new LanguageRead(new LanguageReading.Chosen(Samples.ARABIC)));
        events.put("LanguageRead incomplete", new LanguageRead(new LanguageReading.Incomplete("4")));
        events.put("LanguageRead heard", new LanguageRead(new LanguageReading.Heard(Samples.ARABIC)));
        events.put("LanguageRead unknown", new LanguageRead(new LanguageReading.Unknown()));
        events.put("InterpretersSought found one", new InterpretersSought(reserved, Coverage.HOPEFUL, 0));
        for (var coverage : Coverage.values()) {
            events.put("InterpretersSought none, " + coverage, new InterpretersSought(List.of(), coverage, 2));
        }
    }

    private void fromOutside() {
        for (var to : Destination.values()) {
            events.put("TakenOver " + to, new TakenOver(to));
        }
        events.put("InterpreterChosen", new InterpreterChosen(Samples.interpreter("new")));
        events.put("EndOrdered", new EndOrdered());
        events.put("NeededElsewhere", new NeededElsewhere());
    }

    private void aboutTheCallback() {
        var recall = Samples.recall(state);
        events.put(
                "CallbackBegun",
                new CallbackBegun(Request.of(Samples.CALLER, Samples.NEED).goneAway()));
        events.put(
                "CallbackBegun agreed",
                new CallbackBegun(Request.of(Samples.CALLER, Samples.NEED).goneAway(), Samples.interpreter("agreed")));
        events.put("Superseded", new Superseded());
        events.put("CallbackCancelled", new CallbackCancelled());
        events.put("RecallFailed current", new RecallFailed(recall));
        events.put("RecallFailed stale", new RecallFailed(recall - 1));
        events.put("CallbackOver", new CallbackOver());
        events.put("RecallOverdue current", new RecallOverdue(recall));
        events.put("RecallOverdue stale", new RecallOverdue(recall - 1));
        events.put("RecallDue current", new RecallDue(recall));
        events.put("RecallDue stale", new RecallDue(recall - 1));
    }

    private void deadlinesOfTheCall() {
        var search = state.offers().searches();
        var wait = state.offers().waits();
        events.put("ChoiceOverdue current", new ChoiceOverdue(search));
        events.put("ChoiceOverdue stale", new ChoiceOverdue(search - 1));
        events.put("SeekAgainDue current", new SeekAgainDue(search));
        events.put("SeekAgainDue stale", new SeekAgainDue(search - 1));
        events.put("EmergencyUnanswered current", new EmergencyUnanswered(search));
        events.put("EmergencyUnanswered stale", new EmergencyUnanswered(search - 1));
        events.put("PatienceOver current", new PatienceOver(wait));
        events.put("PatienceOver stale", new PatienceOver(wait - 1));
        events.put("TransferOverdue current", new TransferOverdue(search));
        events.put("TransferOverdue stale", new TransferOverdue(search - 1));
        events.put("FarewellOverdue current", new FarewellOverdue(search));
        events.put("FarewellOverdue stale", new FarewellOverdue(search - 1));
    }

    private void aboutOffer(String name, OfferId id) {
        var of = "of " + name;
        var open = state.offers().find(id).filter(Offer::isOpen).isPresent();
        aboutLeg(of, id, open);
        events.put("NoNewsOfDial " + of, new NoNewsOfDial(id));
        for (var stage : Stage.values()) {
            if (open || stage == Stage.ENDING) {
                events.put("OfferOverdue " + stage + " " + of, new OfferOverdue(id, stage));
            }
        }
        if (!open) {
            aboutRoom(of, id);
        }
    }

    private void aboutLeg(String of, OfferId offer, boolean open) {
        events.put("LegPlaced " + of, new LegPlaced(offer));
        events.put("LegRang " + of, new LegRang(offer));
        events.put("LegAnswered " + of, new LegAnswered(offer));
        for (var keys : open ? List.of("1", "2", "3", "9") : List.of("1")) {
            events.put("InterpreterPressed " + keys + " " + of, new InterpreterPressed(offer, keys));
        }
        events.put("InterpreterPressed nothing " + of, new InterpreterPressed(offer, ""));
        for (var end : open ? LegEnd.values() : new LegEnd[] {LegEnd.COMPLETED}) {
            events.put("LegOver " + end + " " + of, new LegOver(offer, end));
        }
        events.put("NumberRefused " + of, new NumberRefused(offer));
        events.put("DialDropped " + of, new DialDropped(offer));
        events.put("DialUnclear " + of, new DialUnclear(offer));
    }

    private void aboutRoom(String of, OfferId room) {
        events.put("CallerLeftRoom " + of, new CallerLeftRoom(room));
        events.put("InterpreterLeftRoom " + of, new InterpreterLeftRoom(room));
        for (var who : Party.values()) {
            events.put("JoinedRoom " + who + " " + of, new JoinedRoom(room, who));
        }
        var look = Samples.look(state);
        events.put("RoomSeen empty, old look, " + of, new RoomSeen(room, look - 1, false, false));
        events.put("RoomSeen empty " + of, new RoomSeen(room, look, false, false));
        events.put("RoomSeen caller alone " + of, new RoomSeen(room, look, true, false));
        events.put("RoomSeen interpreter alone " + of, new RoomSeen(room, look, false, true));
        events.put("RoomSeen both " + of, new RoomSeen(room, look, true, true));
        events.put("JoinOverdue " + of, new JoinOverdue(room));
        events.put("RoomCheckDue " + of, new RoomCheckDue(room));
        events.put("LeaveOverdue " + of, new LeaveOverdue(room));
        events.put(
                "ReturnOverdue current " + of,
                new ReturnOverdue(room, state.offers().waits()));
        events.put(
                "ReturnOverdue stale " + of,
                new ReturnOverdue(room, state.offers().waits() - 1));
    }
}
