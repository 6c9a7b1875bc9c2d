package de.dolmetscherhotline.call.flow;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.call.flow.CallEvent.Arrival;
import de.dolmetscherhotline.call.flow.CallEvent.CallbackBegun;
import de.dolmetscherhotline.call.flow.CallEvent.EndOrdered;
import de.dolmetscherhotline.call.flow.CallEvent.FarewellOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.TransferAnswered;
import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.call.flow.CallState.Farewell;
import de.dolmetscherhotline.call.flow.CallState.RecallPaused;
import de.dolmetscherhotline.call.flow.Command.CancelLeg;
import de.dolmetscherhotline.call.flow.Command.Finish;
import de.dolmetscherhotline.call.flow.Command.HangUpCaller;
import de.dolmetscherhotline.call.flow.Command.MoveLeg;
import de.dolmetscherhotline.call.flow.Offer.Stage;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene;
import de.dolmetscherhotline.call.flow.Scenes.InterpreterScene;
import de.dolmetscherhotline.call.flow.Scenes.Reason;
import de.dolmetscherhotline.kernel.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A call that a coordinator ends. */
class EndOrderedTest {

    private final CallFlow flow = new CallFlow(Samples.RULES);

    static Iterable<Map.Entry<String, CallState>> states() {
        return Samples.states().entrySet();
    }

    @ParameterizedTest
    @MethodSource("states")
    void endsFromWhereverItStandsAndAtTheLatestWithTheFarewell(Map.Entry<String, CallState> at) {
        var step = flow.on(at.getValue(), new EndOrdered());
        assertThat(step.next()).isInstanceOfAny(Farewell.class, Ended.class);
        assertThat(step.next().offers().all())
                .as("nobody can accept any more, and nobody is left in the room")
                .noneMatch(offer -> offer.isOpen() || offer.stage() == Stage.JOINING);
        var searches = step.next().offers().searches();
        assertThat(flow.on(step.next(), new FarewellOverdue(searches)).next()).isInstanceOf(Ended.class);
    }

    @ParameterizedTest
    @MethodSource("states")
    void hasItsOutcomeSettledOnce(Map.Entry<String, CallState> at) {
        var finished = flow.on(at.getValue(), new EndOrdered()).commands().stream()
                .filter(Finish.class::isInstance)
                .toList();
        var settledBefore = switch (at.getValue()) {
            case CallState.CallerLost s -> true;
            case CallState.TalkOver s -> true;
            case Farewell s -> true;
            case Ended s -> true;
            case CallState.Transferring s -> s.answered();
            case CallState other -> false;
        };
        assertThat(finished).hasSize(settledBefore ? 0 : 1);
    }

    @Test
    void whileItWaitsIsToldAndStopsEveryTelephone() {
        var story = Story.withRinging("Amira", "Omar").happens(new EndOrdered());
        assertThat(story.callerHears()).isEqualTo(new CallerScene.Goodbye(Outcome.ENDED_BY_COORDINATOR, Samples.NEED));
        assertThat(story.commands())
                .contains(
                        new Finish(Outcome.ENDED_BY_COORDINATOR),
                        new CancelLeg(Story.offerTo("Amira")),
                        new CancelLeg(Story.offerTo("Omar")));
    }

    @Test
    void inConversationWasAConversation() {
        var story = Story.inConversationWithAmira().happens(new EndOrdered());
        assertThat(story.commands()).contains(new Finish(Outcome.CONNECTED), new MoveLeg(Story.offerTo("Amira")));
        assertThat(story.callerHears()).isEqualTo(new CallerScene.Goodbye(Outcome.CONNECTED, null));
        assertThat(story.hears("Amira")).isEqualTo(new InterpreterScene.Goodbye(Reason.SESSION_OVER));
    }

    @Test
    void withNobodyToBeFoundStaysUnmetDemand() {
        var story = Story.unserved().happens(new EndOrdered());
        assertThat(story.commands()).contains(new Finish(Outcome.NO_COVERAGE));
    }

    @Test
    void onTheWayIntoTheRoomLetsTheInterpreterGo() {
        var story = Story.withAmiraOnTheWay().happens(new EndOrdered());
        assertThat(story.commands())
                .contains(new Finish(Outcome.ENDED_BY_COORDINATOR), new MoveLeg(Story.offerTo("Amira")));
        assertThat(story.hears("Amira")).isEqualTo(new InterpreterScene.Goodbye(Reason.CALL_SETTLED));
    }

    @Test
    void whileTheOrganisationIsRungBackStopsThatTelephoneToo() {
        var story = Story.ringingBackForAmira().happens(new EndOrdered());
        assertThat(story.state()).isInstanceOf(Ended.class);
        assertThat(story.commands()).contains(new Finish(Outcome.ENDED_BY_COORDINATOR), new HangUpCaller());
    }

    @Test
    void thatNobodyListensToEndsAtOnce() {
        var story = Story.ofACallback("Amira").rings("Amira").happens(new EndOrdered());
        assertThat(story.state()).isInstanceOf(Ended.class);
        assertThat(story.commands())
                .contains(new Finish(Outcome.CALLBACK_FAILED), new CancelLeg(Story.offerTo("Amira")));
    }

    @Test
    void whileItPausesBetweenTwoAttemptsToRingBackStaysUnmetDemand() {
        var story = Story.ringingBackForAmira().callerHangsUp();
        assertThat(story.state()).isInstanceOf(RecallPaused.class);
        assertThat(story.happens(new EndOrdered()).commands()).containsExactly(new Finish(Outcome.CALLBACK_FAILED));
    }

    @Test
    void whatWasAskedForInWritingIsNoUnmetDemand() {
        var story = new Story().happens(new CallbackBegun(Request.inWriting(Samples.CALLER, Samples.NEED)));
        assertThat(story.happens(new EndOrdered()).commands()).contains(new Finish(Outcome.ENDED_BY_COORDINATOR));
    }

    @Test
    void beforeTheLanguageOrThePinIsToldToo() {
        for (var story : new Story[] {
            Story.ofAKnownCaller(),
            Story.ofAnUnknownCaller(),
            Story.of(Samples.CHOOSY_CALLER).presses("1")
        }) {
            assertThat(story.happens(new EndOrdered()).commands()).contains(new Finish(Outcome.ENDED_BY_COORDINATOR));
        }
        var closed = Story.whenClosed(new Arrival.FromOrganisation(Samples.CALLER), ClosedHours.Choice.COORDINATOR);
        assertThat(closed.happens(new EndOrdered()).commands()).contains(new Finish(Outcome.CLOSED));
    }

    @Test
    void handedOverKeepsThatOutcomeOnceSomebodyHasPickedUp() {
        var waiting = Story.withRinging("Amira").presses("0");
        assertThat(waiting.happens(new EndOrdered()).commands()).contains(new Finish(Outcome.ENDED_BY_COORDINATOR));
        var answered = Story.withRinging("Amira").presses("0").happens(new TransferAnswered());
        assertThat(answered.happens(new EndOrdered()).callerHears())
                .isEqualTo(new CallerScene.Goodbye(Outcome.HANDED_TO_COORDINATOR, null));
    }

    @Test
    void thatBrokeOffOnceWasInterrupted() {
        var story = Story.talkOverWithAmira().presses("9");
        assertThat(story.happens(new EndOrdered()).commands()).contains(new Finish(Outcome.INTERRUPTED));
    }

    @Test
    void twiceChangesNothingMore() {
        var story = Story.inConversationWithAmira().happens(new EndOrdered()).happens(new EndOrdered());
        assertThat(story.state()).isInstanceOf(Ended.class);
        assertThat(story.commands()).containsExactly(new HangUpCaller());
        assertThat(story.happens(new EndOrdered()).commands()).isEmpty();
    }
}
