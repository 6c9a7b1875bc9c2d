package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallEvent.OfferOverdue;
import de.dolmetscherhotline.call.flow.CallState.Bridging;
import de.dolmetscherhotline.call.flow.CallState.CallerLost;
import de.dolmetscherhotline.call.flow.CallState.ChoosingLanguage;
import de.dolmetscherhotline.call.flow.CallState.Closed;
import de.dolmetscherhotline.call.flow.CallState.Connected;
import de.dolmetscherhotline.call.flow.CallState.Detailing;
import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.call.flow.CallState.Farewell;
import de.dolmetscherhotline.call.flow.CallState.Identifying;
import de.dolmetscherhotline.call.flow.CallState.New;
import de.dolmetscherhotline.call.flow.CallState.RecallPaused;
import de.dolmetscherhotline.call.flow.CallState.Recalling;
import de.dolmetscherhotline.call.flow.CallState.Searching;
import de.dolmetscherhotline.call.flow.CallState.TalkOver;
import de.dolmetscherhotline.call.flow.CallState.Transferring;
import de.dolmetscherhotline.call.flow.CallState.Unserved;
import de.dolmetscherhotline.kernel.OfferId;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** States and commands in as few words as a reader of the transition map needs. */
final class Words {

    private static final Map<OfferId, String> NAMES = Stream.of(
                    "asked", "ringing", "listening", "hesitating", "accepted", "ending", "over", "new", "unknown")
            .collect(Collectors.toMap(Samples::offerId, Function.identity()));

    private Words() {}

    static String of(CallState state) {
        return switch (state) {
            case New s -> "New";
            case Closed s -> "Closed %s, %d left".formatted(s.asking(), s.triesLeft());
            case Identifying s ->
                "Identifying %s, %d left%s".formatted(s.asking(), s.triesLeft(), s.emergency() ? ", emergency" : "");
            case ChoosingLanguage s -> of(s);
            case Detailing s -> "Detailing %s %s, %d left".formatted(s.detail(), s.asking(), s.triesLeft());
            case Searching s ->
                "Searching %d, told %d %s%s"
                        .formatted(
                                s.offers().searches(),
                                s.announcement().number(),
                                s.announcement().asking(),
                                of(s.request()));
            case Unserved s -> "Unserved %s %s%s".formatted(s.why(), s.asking(), of(s.request()));
            case Recalling s ->
                "Recalling %d%s"
                        .formatted(s.request().recalls(), s.otherwise() == null ? "" : ", otherwise " + s.otherwise());
            case RecallPaused s -> "RecallPaused after " + s.request().recalls();
            case Bridging s ->
                "Bridging%s%s, look %d%s%s"
                        .formatted(
                                s.callerIn() ? " caller in" : "",
                                s.interpreterIn() ? " interpreter in" : "",
                                s.look(),
                                s.patienceOver() ? ", out of patience" : "",
                                of(s.request()));
            case Connected s -> s.interpreterLeft() ? "Connected, interpreter left" : "Connected";
            case CallerLost s -> "CallerLost";
            case TalkOver s -> "TalkOver";
            case Transferring s -> "Transferring %s%s".formatted(s.to(), s.answered() ? ", answered" : "");
            case Farewell s -> "Farewell " + s.outcome();
            case Ended s -> "Ended " + s.outcome();
        };
    }

    private static String of(ChoosingLanguage state) {
        return "ChoosingLanguage %s, %d left%s%s%s"
                .formatted(
                        state.asking(),
                        state.triesLeft(),
                        state.typed().isEmpty() ? "" : ", typed " + state.typed(),
                        state.heard() == null ? "" : ", heard " + state.heard().tag(),
                        state.emergency() ? ", emergency" : "");
    }

    private static String of(Request request) {
        return (request.need().emergency() ? ", emergency" : "")
                + (request.talked() ? ", after a talk" : "")
                + (request.away() ? ", away" : "");
    }

    static String of(Offer offer) {
        return name(offer.id()) + " " + offer.stage() + (offer.fate() == null ? "" : " " + offer.fate())
                + (offer.repeated() ? " again" : "");
    }

    static String of(Command command) {
        return switch (command) {
            case Command.SeekInterpreters seek ->
                "SeekInterpreters except " + seek.except().size();
            case Command.Arm arm -> "Arm " + of(arm.timeout());
            case Command.LetGo letGo ->
                "LetGo %s %s%s".formatted(name(letGo.offer()), letGo.fate(), letGo.disturbed() ? "" : " undisturbed");
            case Command.ReadLanguage read -> "ReadLanguage " + read.keys();
            case Command.Finish finish -> "Finish " + finish.outcome();
            case Command.NoteRating rating -> "NoteRating " + rating.stars();
            case Command.Dial dial -> "Dial " + name(dial.offer()) + (dial.urgent() ? " urgently" : "");
            case Command.DialCaller dial -> "DialCaller " + dial.recall() + (dial.urgent() ? " urgently" : "");
            case Command.CancelLeg cancel -> "CancelLeg " + name(cancel.offer());
            case Command.MoveLeg move -> "MoveLeg " + name(move.offer());
            case Command.HangUpLeg hangUp -> "HangUpLeg " + name(hangUp.offer());
            case Command.NoteAccepted note -> "NoteAccepted " + name(note.offer());
            case Command other -> other.getClass().getSimpleName();
        };
    }

    private static String of(CallEvent.Timeout timeout) {
        var kind = timeout.getClass().getSimpleName();
        return switch (timeout) {
            case OfferOverdue overdue -> kind + " " + name(overdue.offer()) + " " + overdue.stage();
            case CallEvent.SearchTimeout due -> kind + " " + due.search();
            case CallEvent.ChoiceOverdue due -> kind + " " + due.search();
            case CallEvent.PatienceOver due -> kind + " " + due.waiting();
            case CallEvent.RecallDue due -> kind + " " + due.recall();
            case CallEvent.RecallOverdue due -> kind + " " + due.recall();
            case CallEvent.TransferOverdue due -> kind + " " + due.search();
            case CallEvent.FarewellOverdue due -> kind + " " + due.search();
            case CallEvent.Timeout other -> kind;
        };
    }

    private static String name(OfferId offer) {
        return NAMES.getOrDefault(offer, "?");
    }
}
