package de.dolmetscherhotline.call.flow;

import static de.dolmetscherhotline.call.flow.Expected.goodbyeTo;
import static de.dolmetscherhotline.call.flow.Expected.letGo;
import static de.dolmetscherhotline.call.flow.Expected.sought;
import static de.dolmetscherhotline.call.flow.Story.offerTo;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.call.flow.CallEvent.Coverage;
import de.dolmetscherhotline.call.flow.CallEvent.DialDropped;
import de.dolmetscherhotline.call.flow.CallEvent.DialUnclear;
import de.dolmetscherhotline.call.flow.CallEvent.InterpretersSought;
import de.dolmetscherhotline.call.flow.CallEvent.JoinOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.LegPlaced;
import de.dolmetscherhotline.call.flow.CallEvent.LegRang;
import de.dolmetscherhotline.call.flow.CallEvent.NewOffer;
import de.dolmetscherhotline.call.flow.CallEvent.OfferOverdue;
import de.dolmetscherhotline.call.flow.CallState.Bridging;
import de.dolmetscherhotline.call.flow.CallState.Connected;
import de.dolmetscherhotline.call.flow.Command.CancelLeg;
import de.dolmetscherhotline.call.flow.Command.CheckRoom;
import de.dolmetscherhotline.call.flow.Command.Dial;
import de.dolmetscherhotline.call.flow.Command.HangUpLeg;
import de.dolmetscherhotline.call.flow.Command.LetGo;
import de.dolmetscherhotline.call.flow.Command.MoveCaller;
import de.dolmetscherhotline.call.flow.Command.MoveLeg;
import de.dolmetscherhotline.call.flow.Command.NoteAccepted;
import de.dolmetscherhotline.call.flow.Command.NoteConnected;
import de.dolmetscherhotline.call.flow.Offer.Stage;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene;
import de.dolmetscherhotline.call.flow.Scenes.InterpreterScene;
import de.dolmetscherhotline.call.flow.Scenes.Reason;
import de.dolmetscherhotline.kernel.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stories of the way from acceptance into the conversation. */
class AcceptingTest {

    @Test
    void theFirstToPressTheKeyGetsTheCallAndTheOthersAreStopped() {
        var story = Story.withRinging("Amira", "Basim", "Chadi")
                .picksUp("Amira")
                .picksUp("Basim")
                .answers("Amira", "1");
        assertThat(story.hears("Amira")).isEqualTo(new InterpreterScene.InRoom(offerTo("Amira"), Story.ARABIC));
        assertThat(story.callerHears()).isEqualTo(new CallerScene.InRoom(offerTo("Amira"), Story.ARABIC, true));
        assertThat(story.commands())
                .contains(
                        new NoteAccepted(offerTo("Amira"), Samples.interpreter("Amira")),
                        new MoveLeg(offerTo("Basim")),
                        new CancelLeg(offerTo("Chadi")));
    }

    @Test
    void theSecondWhoPressesTheKeyHearsThatTheCallIsTaken() {
        var story = Story.withRinging("Amira", "Basim")
                .picksUp("Amira")
                .picksUp("Basim")
                .answers("Amira", "1")
                .answers("Basim", "1");
        assertThat(story.hears("Basim")).isEqualTo(goodbyeTo(Reason.ALREADY_TAKEN));
        assertThat(story.hears("Amira")).isEqualTo(new InterpreterScene.InRoom(offerTo("Amira"), Story.ARABIC));
        assertThat(story.commands()).isEmpty();
    }

    @Test
    void whoPicksUpAfterTheDecisionHearsThatTheCallIsTaken() {
        var story = Story.withRinging("Amira", "Basim")
                .picksUp("Amira")
                .answers("Amira", "1")
                .picksUp("Basim");
        assertThat(story.hears("Basim")).isEqualTo(goodbyeTo(Reason.ALREADY_TAKEN));
    }

    @Test
    void aDialOfWhichNothingIsKnownMayHaveReachedTheTelephoneAfterAll() {
        var story = Story.ofAKnownCaller().poolFinds("Amira").presses("1");
        story.happens(new DialUnclear(offerTo("Amira"))).picksUp("Amira").answers("Amira", "1");
        assertThat(story.state()).isInstanceOf(Bridging.class);
    }

    @Test
    void aLegThatIsPlacedAfterTheDecisionIsCancelled() {
        var story = Story.ofAKnownCaller().poolFinds("Amira", "Basim").presses("1");
        story.picksUp("Amira").answers("Amira", "1").happens(new LegPlaced(offerTo("Basim")));
        assertThat(story.commands()).containsExactly(new CancelLeg(offerTo("Basim")));
    }

    @Test
    void aLegThatTurnsUpAfterItsOfferIsOverIsHungUp() {
        var story = Story.ofAKnownCaller().poolFinds("Amira").presses("1");
        story.happens(new OfferOverdue(offerTo("Amira"), Stage.ASKED))
                .happens(new OfferOverdue(offerTo("Amira"), Stage.ENDING))
                .happens(new LegRang(offerTo("Amira")));
        assertThat(story.commands()).containsExactly(new HangUpLeg(offerTo("Amira")));
    }

    @Test
    void aDialThatWasNotYetOrderedIsDroppedWithoutDisturbingAnybody() {
        var story = Story.ofAKnownCaller().poolFinds("Amira", "Basim").presses("1");
        story.picksUp("Amira").answers("Amira", "1").happens(new DialDropped(offerTo("Basim")));
        assertThat(story.commands())
                .containsExactly(new LetGo(offerTo("Basim"), Samples.interpreter("Basim"), Fate.TOO_LATE, false));
    }

    @Test
    void theyAreConnectedWhenTheCallerComesFirst() {
        var story = Story.withAmiraOnTheWay().joins(Party.CALLER, "Amira").joins(Party.INTERPRETER, "Amira");
        assertThat(story.state()).isInstanceOf(Connected.class);
        assertThat(story.commands()).contains(new NoteConnected());
    }

    @Test
    void theyAreConnectedWhenTheInterpreterComesFirst() {
        var story = Story.withAmiraOnTheWay().joins(Party.INTERPRETER, "Amira").joins(Party.CALLER, "Amira");
        assertThat(story.state()).isInstanceOf(Connected.class);
    }

    @Test
    void theSamePartyTwiceIsNoConversation() {
        var story = Story.withAmiraOnTheWay().joins(Party.CALLER, "Amira").joins(Party.CALLER, "Amira");
        assertThat(story.state()).isInstanceOf(Bridging.class);
    }

    @Test
    void lostNewsOfTheArrivalIsRepairedByLookingIntoTheRoom() {
        var story = Story.withAmiraOnTheWay().happens(new JoinOverdue(offerTo("Amira")));
        assertThat(story.commands()).contains(new CheckRoom(offerTo("Amira"), Samples.look(story.state())));
        assertThat(story.happens(story.seen("Amira", true, true)).state()).isInstanceOf(Connected.class);
    }

    @Test
    void theSearchGoesOnWhenTheWinnerNeverArrives() {
        var story = Story.withAmiraOnTheWay().joins(Party.CALLER, "Amira").happens(new JoinOverdue(offerTo("Amira")));
        story.poolFinds("Basim").happens(story.seen("Amira", true, false));
        assertThat(story.commands()).contains(new MoveLeg(offerTo("Amira")), new Dial(offerTo("Basim"), false));
        assertThat(story.offer("Amira").fate()).isEqualTo(Fate.LOST);
        assertThat(sought(story).except()).contains(Samples.interpreter("Amira"));
    }

    @Test
    void theSearchGoesOnWhenTheWinnersLegIsLost() {
        var story = Story.withAmiraOnTheWay().poolFinds("Basim").legEnds("Amira", LegEnd.COMPLETED);
        assertThat(story.commands()).contains(letGo("Amira", Fate.LOST), new Dial(offerTo("Basim"), false));
    }

    @Test
    void aCallerWhoDoesNotArriveIsFetchedAndGivenUpAfterAFewLooks() {
        var story = Story.withAmiraOnTheWay();
        story.happens(new JoinOverdue(offerTo("Amira"))).happens(story.seen("Amira", false, true));
        assertThat(story.commands()).containsExactly(new MoveCaller());
        story.happens(new JoinOverdue(offerTo("Amira"))).happens(story.seen("Amira", false, true));
        story.happens(new JoinOverdue(offerTo("Amira"))).happens(story.seen("Amira", false, true));
        assertThat(story.callerHears()).isEqualTo(new CallerScene.Goodbye(Outcome.FAILED, Samples.NEED));
    }

    @Test
    void theCallerHearsThatTheInterpreterIsNotAsWished() {
        var other = new NewOffer(offerTo("Basim"), Samples.interpreter("Basim"), false);
        var story = Story.ofAKnownCaller().presses("1");
        story.happens(new InterpretersSought(List.of(other), Coverage.HOPEFUL, 0))
                .answers("Basim", "1");
        assertThat(story.callerHears()).isEqualTo(new CallerScene.InRoom(offerTo("Basim"), Story.ARABIC, false));
    }
}
