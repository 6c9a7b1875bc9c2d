package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallEvent.DialDropped;
import de.dolmetscherhotline.call.flow.CallEvent.DialUnclear;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterLeftRoom;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterPressed;
import de.dolmetscherhotline.call.flow.CallEvent.LegAnswered;
import de.dolmetscherhotline.call.flow.CallEvent.LegEvent;
import de.dolmetscherhotline.call.flow.CallEvent.LegOver;
import de.dolmetscherhotline.call.flow.CallEvent.LegPlaced;
import de.dolmetscherhotline.call.flow.CallEvent.LegRang;
import de.dolmetscherhotline.call.flow.CallEvent.NoNewsOfDial;
import de.dolmetscherhotline.call.flow.CallEvent.NumberRefused;
import de.dolmetscherhotline.call.flow.CallEvent.OfferOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.OfferTimeout;
import de.dolmetscherhotline.call.flow.Command.Arm;
import de.dolmetscherhotline.call.flow.Command.CancelLeg;
import de.dolmetscherhotline.call.flow.Command.HangUpLeg;
import de.dolmetscherhotline.call.flow.Command.LetGo;
import de.dolmetscherhotline.call.flow.Command.MoveLeg;
import de.dolmetscherhotline.call.flow.Command.NoteFirstRing;
import de.dolmetscherhotline.call.flow.Offer.Stage;
import de.dolmetscherhotline.kernel.OfferId;
import java.util.ArrayList;
import java.util.List;

/**
 * What news about interpreters' legs means, whatever the call itself is doing. Late news is undone rather than ignored:
 * a leg that turns up after its offer was decided is cancelled or hung up. What acceptance and the conversation mean is
 * the call's own affair and left to {@link CallFlow}.
 */
final class Legs {

    /**
     * What the news changes.
     *
     * @param fellAway one telephone less may accept, so that perhaps another should ring
     */
    record News(Offers offers, List<Command> commands, boolean fellAway) {

        static News nothing(Offers offers) {
            return new News(offers, List.of(), false);
        }
    }

    private Legs() {}

    static News on(Offers offers, LegEvent event) {
        return offers.find(event.offer()).map(offer -> on(offers, offer, event)).orElseGet(() -> News.nothing(offers));
    }

    private static News on(Offers offers, Offer offer, LegEvent event) {
        return switch (event) {
            case LegPlaced placed -> underWay(offers, offer, List.of());
            case LegRang rang -> underWay(offers, offer, List.of(new NoteFirstRing()));
            case LegAnswered answered -> answered(offers, offer);
            case InterpreterPressed pressed -> pressed(offers, offer, pressed.keys());
            case InterpreterLeftRoom left -> News.nothing(offers);
            case LegOver over -> over(offers, offer, over.end());
            case NumberRefused refused -> neverPlaced(offers, offer, Fate.UNREACHABLE);
            case DialDropped dropped -> neverPlaced(offers, offer, Fate.FAILED);
            case DialUnclear unclear -> awaitNews(offers, offer);
        };
    }

    private static News underWay(Offers offers, Offer offer, List<Command> notes) {
        return switch (offer.stage()) {
            case ASKED -> {
                var commands = new ArrayList<>(notes);
                commands.add(new Arm(new OfferOverdue(offer.id(), Stage.RINGING)));
                yield new News(offers.with(offer.at(Stage.RINGING)), commands, false);
            }
            case RINGING, LISTENING, JOINING -> new News(offers, notes, false);
            case ENDING -> new News(offers, List.of(new CancelLeg(offer.id())), false);
            case OVER -> new News(offers, List.of(new HangUpLeg(offer.id())), false);
        };
    }

    private static News answered(Offers offers, Offer offer) {
        return switch (offer.stage()) {
            case ASKED, RINGING ->
                new News(
                        offers.with(offer.at(Stage.LISTENING)),
                        List.of(new NoteFirstRing(), new Arm(new OfferOverdue(offer.id(), Stage.LISTENING))),
                        false);
            // Decided or over: the leg fetches a sentence that says so, and then hangs up.
            case LISTENING, JOINING, ENDING, OVER -> News.nothing(offers);
        };
    }

    private static News pressed(Offers offers, Offer offer, String keys) {
        if (!offer.isOpen()) {
            return News.nothing(offers);
        }
        return switch (keys) {
            case "" -> decideByHerself(offers, offer, Fate.NO_KEY);
            case "2" -> decideByHerself(offers, offer, Fate.DECLINED);
            case "3" -> decideByHerself(offers, offer, Fate.EXCUSED);
            default -> offer.repeated() ? decideByHerself(offers, offer, Fate.DECLINED) : askAgain(offers, offer);
        };
    }

    /** The key may overtake the news that the phone was picked up. */
    private static News askAgain(Offers offers, Offer offer) {
        var listening = answered(offers, offer);
        return new News(offers.with(offer.at(Stage.LISTENING).askedAgain()), listening.commands(), false);
    }

    /** The leg is fetching its last sentence already. */
    private static News decideByHerself(Offers offers, Offer offer, Fate fate) {
        return new News(
                offers.with(offer.ending(fate)), List.of(new Arm(new OfferOverdue(offer.id(), Stage.ENDING))), true);
    }

    private static News over(Offers offers, Offer offer, LegEnd end) {
        return switch (offer.stage()) {
            case ASKED, RINGING, LISTENING -> {
                var fate = fateOf(offer.stage(), end);
                yield new News(offers.with(offer.over(fate)), List.of(letGo(offer, fate)), true);
            }
            case ENDING -> free(offers, offer);
            case JOINING, OVER -> News.nothing(offers);
        };
    }

    private static Fate fateOf(Stage stage, LegEnd end) {
        return switch (end) {
            case BUSY -> Fate.BUSY;
            case FAILED -> Fate.UNREACHABLE;
            case CANCELED -> Fate.WITHDRAWN;
            case NO_ANSWER -> Fate.NO_ANSWER;
            case COMPLETED -> stage == Stage.LISTENING ? Fate.NO_KEY : Fate.NO_ANSWER;
        };
    }

    private static News neverPlaced(Offers offers, Offer offer, Fate fate) {
        return switch (offer.stage()) {
            case ASKED -> new News(offers.with(offer.over(fate)), List.of(undisturbed(offer, fate)), true);
            case ENDING -> {
                var decided = decided(offer);
                yield new News(offers.with(offer.over(decided)), List.of(undisturbed(offer, decided)), false);
            }
            // The network reported a leg, so there is one whatever the answer to the order said.
            case RINGING, LISTENING, JOINING, OVER -> News.nothing(offers);
        };
    }

    /** If the network dials after all, its news names the offer (contract §5.5). */
    private static News awaitNews(Offers offers, Offer offer) {
        return offer.stage() == Stage.ASKED
                ? new News(offers, List.of(new Arm(new NoNewsOfDial(offer.id()))), false)
                : News.nothing(offers);
    }

    /** A stage lasted too long. */
    static News overdue(Offers offers, OfferTimeout due) {
        var stage = switch (due) {
            case OfferOverdue overdue -> overdue.stage();
            case NoNewsOfDial noNews -> Stage.ASKED;
        };
        return offers.find(due.offer())
                .filter(offer -> offer.stage() == stage)
                .map(offer -> overdue(offers, offer))
                .orElseGet(() -> News.nothing(offers));
    }

    private static News overdue(Offers offers, Offer offer) {
        return switch (offer.stage()) {
            case ASKED -> decide(offers, offer, Fate.UNCLEAR);
            case RINGING -> decide(offers, offer, Fate.NO_ANSWER);
            case LISTENING -> decide(offers, offer, Fate.NO_KEY);
            case JOINING, OVER -> News.nothing(offers);
            case ENDING -> {
                var free = free(offers, offer);
                yield new News(
                        free.offers(),
                        List.of(new HangUpLeg(offer.id()), free.commands().getFirst()),
                        false);
            }
        };
    }

    /** Takes back every offer that is still open. */
    static News withdrawAll(Offers offers, Fate fate) {
        var next = offers;
        var commands = new ArrayList<Command>();
        for (var offer : offers.open().toList()) {
            var news = decide(next, offer, fate);
            next = news.offers();
            commands.addAll(news.commands());
        }
        return new News(next, commands, false);
    }

    /** The call needs no interpreter any more, not even one on the way. */
    static News settle(Offers offers) {
        var withdrawn = withdrawAll(offers, Fate.WITHDRAWN);
        var joining = withdrawn.offers().all().stream()
                .filter(offer -> offer.stage() == Stage.JOINING)
                .findFirst();
        if (joining.isEmpty()) {
            return withdrawn;
        }
        var told = decide(withdrawn.offers(), joining.get(), Fate.WITHDRAWN);
        var commands = new ArrayList<>(withdrawn.commands());
        commands.addAll(told.commands());
        return new News(told.offers(), commands, false);
    }

    /** The conversation is over: the interpreter's leg falls out of the room by itself and hears our thanks. */
    static News conversationOver(Offers offers, OfferId accepted) {
        return offers.find(accepted)
                .filter(offer -> offer.stage() == Stage.JOINING)
                .map(offer -> new News(
                        offers.with(offer.ending(Fate.ACCEPTED)),
                        List.of(new Arm(new OfferOverdue(accepted, Stage.ENDING))),
                        false))
                .orElseGet(() -> News.nothing(offers));
    }

    /** The accepted leg is gone. */
    static News acceptedOver(Offers offers, OfferId accepted, Fate fate) {
        return offers.find(accepted)
                .filter(offer -> offer.stage() == Stage.JOINING)
                .map(offer -> new News(offers.with(offer.over(fate)), List.of(letGo(offer, fate)), false))
                .orElseGet(() -> News.nothing(offers));
    }

    /** We decide, so that the leg has to be told. */
    static News decide(Offers offers, Offer offer, Fate fate) {
        var stop = switch (offer.stage()) {
            case ASKED, RINGING -> new CancelLeg(offer.id());
            case LISTENING, JOINING, ENDING, OVER -> new MoveLeg(offer.id());
        };
        return new News(
                offers.with(offer.ending(fate)),
                List.of(stop, new Arm(new OfferOverdue(offer.id(), Stage.ENDING))),
                true);
    }

    private static News free(Offers offers, Offer offer) {
        var fate = decided(offer);
        return new News(offers.with(offer.over(fate)), List.of(letGo(offer, fate)), false);
    }

    private static Fate decided(Offer offer) {
        return offer.fate() == null ? Fate.FAILED : offer.fate();
    }

    private static LetGo undisturbed(Offer offer, Fate fate) {
        return new LetGo(offer.id(), offer.interpreter(), fate, false);
    }

    private static LetGo letGo(Offer offer, Fate fate) {
        return new LetGo(offer.id(), offer.interpreter(), fate, true);
    }
}
