package de.dolmetscherhotline.call.flow;

import static de.dolmetscherhotline.call.flow.Expected.goodbyeTo;
import static de.dolmetscherhotline.call.flow.Expected.letGo;
import static de.dolmetscherhotline.call.flow.Expected.sought;
import static de.dolmetscherhotline.call.flow.Story.offerTo;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.call.flow.CallEvent.CallbackBegun;
import de.dolmetscherhotline.call.flow.CallEvent.CallbackCancelled;
import de.dolmetscherhotline.call.flow.CallEvent.CallbackOver;
import de.dolmetscherhotline.call.flow.CallEvent.CallerHungUp;
import de.dolmetscherhotline.call.flow.CallEvent.Coverage;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterChosen;
import de.dolmetscherhotline.call.flow.CallEvent.JoinOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.PatienceOver;
import de.dolmetscherhotline.call.flow.CallEvent.RecallDue;
import de.dolmetscherhotline.call.flow.CallEvent.RecallFailed;
import de.dolmetscherhotline.call.flow.CallEvent.RecallOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.SeekAgainDue;
import de.dolmetscherhotline.call.flow.CallEvent.Superseded;
import de.dolmetscherhotline.call.flow.CallEvent.TakenOver;
import de.dolmetscherhotline.call.flow.CallState.Announcement;
import de.dolmetscherhotline.call.flow.CallState.Bridging;
import de.dolmetscherhotline.call.flow.CallState.Connected;
import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.call.flow.CallState.RecallPaused;
import de.dolmetscherhotline.call.flow.CallState.Recalling;
import de.dolmetscherhotline.call.flow.CallState.Searching;
import de.dolmetscherhotline.call.flow.Command.Arm;
import de.dolmetscherhotline.call.flow.Command.ArrangeCallback;
import de.dolmetscherhotline.call.flow.Command.CallOut;
import de.dolmetscherhotline.call.flow.Command.CancelLeg;
import de.dolmetscherhotline.call.flow.Command.Dial;
import de.dolmetscherhotline.call.flow.Command.DialCaller;
import de.dolmetscherhotline.call.flow.Command.Finish;
import de.dolmetscherhotline.call.flow.Command.HangUpCaller;
import de.dolmetscherhotline.call.flow.Command.MoveLeg;
import de.dolmetscherhotline.call.flow.Command.NoteAccepted;
import de.dolmetscherhotline.call.flow.Command.TakeOverCallback;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene;
import de.dolmetscherhotline.call.flow.Scenes.InterpreterScene;
import de.dolmetscherhotline.call.flow.Scenes.Reason;
import de.dolmetscherhotline.kernel.Outcome;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories of callbacks. */
class CallbackTest {

    private static final int LAST = Samples.RULES.recalls();

    @ParameterizedTest
    @ValueSource(strings = {"Amira", ""})
    void areAskedForWhileWaitingAndEndTheCall(String ringing) {
        var story = ringing.isEmpty() ? Story.ofAKnownCaller().presses("1") : Story.withRinging(ringing);
        story.presses(Story.NOTHING).presses("1");
        assertThat(story.commands())
                .startsWith(
                        new ArrangeCallback(
                                Request.of(Samples.CALLER, Samples.NEED).goneAway()),
                        new Finish(Outcome.CALLBACK_ARRANGED));
        assertThat(story.state().offers().open()).isEmpty();
    }

    /** The key for the language was pressed twice: whoever is in a hurry keeps waiting. */
    @Test
    void areNotArrangedBeforeTheyWereOffered() {
        var story = Story.withRinging("Amira");
        var waiting = story.state();
        assertThat(story.callerHears()).isEqualTo(new CallerScene.Waiting(Samples.NEED, Announcement.BEGIN, false));
        assertThat(story.presses("1").presses("1").state()).isEqualTo(waiting);
        assertThat(story.commands()).isEmpty();
        assertThat(((CallerScene.Waiting) story.presses(Story.NOTHING).callerHears()).callback())
                .isTrue();
    }

    @Test
    void areNotArrangedWhereNoNumberIsOnRecord() {
        var story = Story.of(Samples.PLAIN_CALLER)
                .presses("1")
                .presses(Story.NOTHING)
                .presses("1");
        assertThat(story.state()).isInstanceOf(Searching.class);
        assertThat(story.commands()).isEmpty();
    }

    @Test
    void searchWithoutACallerForAsLongAsTheDeadlineAllows() {
        var story = Story.ofACallback("Amira");
        assertThat(story.commands())
                .contains(new Arm(new CallbackOver()), new Dial(offerTo("Amira"), false))
                .noneMatch(TakeOverCallback.class::isInstance)
                .doesNotContain(new Arm(new PatienceOver(1)));
        assertThat(Scenes.callerListens(story.state())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "9", "*", ""})
    void areNotMovedByKeysWhileNobodyIsOnTheLine(String keys) {
        var story = Story.ofACallback("Amira");
        var before = story.state();
        assertThat(story.presses(keys).state()).isEqualTo(before);
        assertThat(story.callerHangsUp().state()).isEqualTo(before);
        assertThat(story.happens(new TakenOver(Destination.COORDINATOR)).state())
                .isEqualTo(before);
    }

    @Test
    void callOutWheneverNobodyIsOnDutyAndWaitForSomebody() {
        var story = Story.ofACallback().poolFindsNobody(Coverage.NONE).happens(new SeekAgainDue(1));
        assertThat(story.commands()).anyMatch(CallOut.class::isInstance);
        assertThat(story.state()).isInstanceOf(Searching.class);
        story.poolFindsNobody(Coverage.NONE).happens(new SeekAgainDue(1));
        assertThat(story.commands()).anyMatch(CallOut.class::isInstance);
        story.poolFindsNobody(Coverage.HOPEFUL).happens(new SeekAgainDue(1));
        assertThat(story.commands()).noneMatch(CallOut.class::isInstance);
    }

    @Test
    void ringTheOrganisationWhileTheInterpreterHoldsTheLine() {
        var story = Story.ringingBackForAmira();
        assertThat(story.commands())
                .contains(
                        new NoteAccepted(offerTo("Amira"), Samples.interpreter("Amira")),
                        new DialCaller(1, false),
                        new Arm(new RecallOverdue(1)));
        assertThat(story.hears("Amira")).isEqualTo(new InterpreterScene.HoldTheLine());
        assertThat(story.callerHears()).isEqualTo(new CallerScene.RungBack(Story.ARABIC));
    }

    @Test
    void connectWhenTheKeyIsPressed() {
        var story = Story.ringingBackForAmira().presses("1");
        assertThat(story.commands())
                .containsExactly(
                        new MoveLeg(offerTo("Amira")),
                        new Arm(new JoinOverdue(offerTo("Amira"))),
                        new Arm(new PatienceOver(1)));
        assertThat(story.hears("Amira")).isEqualTo(new InterpreterScene.InRoom(offerTo("Amira")));
        story.joins(Party.CALLER, "Amira").joins(Party.INTERPRETER, "Amira");
        assertThat(story.state()).isInstanceOf(Connected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "0"})
    void areNotConnectedWithAMachineThatPicksUp(String keys) {
        var story = Story.ringingBackForAmira().presses(keys);
        assertThat(story.state()).isInstanceOf(Recalling.class);
        assertThat(story.happens(new RecallOverdue(1)).state()).isInstanceOf(RecallPaused.class);
        assertThat(story.commands()).contains(new HangUpCaller());
    }

    static Stream<Named<CallEvent>> failures() {
        return Stream.of(
                Named.of("busy", new CallerHungUp()),
                Named.of("refused", new RecallFailed(1)),
                Named.of("no answer", new RecallOverdue(1)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void thankTheInterpreterWhenNobodyPicksUpAndTryAgainLater(CallEvent failure) {
        var story = Story.ringingBackForAmira().happens(failure);
        assertThat(story.commands()).contains(new MoveLeg(offerTo("Amira")), new Arm(new RecallDue(1)));
        assertThat(story.hears("Amira")).isEqualTo(goodbyeTo(Reason.NOBODY_PICKED_UP));
        assertThat(story.legEnds("Amira", LegEnd.COMPLETED).commands()).containsExactly(letGo("Amira", Fate.IN_VAIN));
        story.poolFinds("Basim").happens(new RecallDue(1));
        assertThat(story.commands()).contains(new Dial(offerTo("Basim"), false));
        assertThat(sought(story).except()).isEmpty();
    }

    @Test
    void askTheVolunteerOnceMoreBeforeOthersOnTheNextAttempt() {
        var story = Story.ringingBackForAmira().happens(new RecallFailed(1)).legEnds("Amira", LegEnd.COMPLETED);
        story.volunteers("Basim").happens(new RecallDue(1));
        assertThat(story.commands())
                .contains(new Dial(offerTo("Basim"), false))
                .filteredOn(Command.Question.class::isInstance)
                .first()
                .isInstanceOf(Command.ReserveVolunteer.class);
        assertThat(story.answers("Basim", "1").commands()).contains(new DialCaller(2, false));
    }

    @Test
    void failAfterTheLastAttempt() {
        var story = Story.ringingBackForAmira().happens(new RecallFailed(1));
        for (var recall = 2; recall <= LAST; recall++) {
            var next = "Helper " + recall;
            story.poolFinds(next).happens(new RecallDue(recall - 1)).answers(next, "1");
            assertThat(story.commands()).contains(new DialCaller(recall, false));
            story.happens(new RecallFailed(recall));
        }
        assertThat(story.commands()).contains(new Finish(Outcome.CALLBACK_FAILED));
        assertThat(story.state()).isInstanceOf(CallState.Ended.class);
    }

    @Test
    void areNotConfusedByNewsOfAnEarlierAttempt() {
        var story = Story.ringingBackForAmira().happens(new RecallFailed(1)).poolFinds("Basim");
        story.happens(new RecallDue(1)).answers("Basim", "1");
        story.happens(new RecallFailed(1)).happens(new RecallOverdue(1)).happens(new RecallDue(1));
        assertThat(story.state()).isInstanceOf(Recalling.class);
        assertThat(story.hears("Basim")).isEqualTo(new InterpreterScene.HoldTheLine());
    }

    @Test
    void goOnWhenTheInterpreterDoesNotHoldTheLine() {
        var story = Story.ringingBackForAmira().poolFinds("Basim").legEnds("Amira", LegEnd.COMPLETED);
        assertThat(story.commands())
                .contains(letGo("Amira", Fate.LOST), new Dial(offerTo("Basim"), false), new HangUpCaller());
        assertThat(story.callerHears()).isEqualTo(new CallerScene.Goodbye(Outcome.CALLBACK_ARRANGED, Samples.NEED));
    }

    @Test
    void failWhenNobodyIsFoundInTime() {
        var story = Story.ofACallback("Amira").happens(new CallbackOver());
        assertThat(story.commands()).contains(new Finish(Outcome.CALLBACK_FAILED), new CancelLeg(offerTo("Amira")));
        var paused = Story.ringingBackForAmira().happens(new RecallFailed(1)).happens(new CallbackOver());
        assertThat(paused.commands()).containsExactly(new Finish(Outcome.CALLBACK_FAILED));
    }

    @Test
    void areNotCutOffByTheDeadlineWhileTheOrganisationIsRung() {
        var story = Story.ringingBackForAmira().happens(new CallbackOver());
        assertThat(story.state()).isInstanceOf(Recalling.class);
        assertThat(story.happens(new RecallFailed(1)).commands()).contains(new Finish(Outcome.CALLBACK_FAILED));
    }

    @Test
    void meanNothingToADeadlineOnceSomebodyHasPickedUp() {
        var story = Story.ringingBackForAmira().presses("1").happens(new CallbackOver());
        story.happens(new RecallOverdue(1)).happens(new RecallFailed(1)).happens(new Superseded());
        assertThat(story.state()).isInstanceOf(Bridging.class);
    }

    @Test
    void endWhenTheOrganisationCallsAgainForTheSameNeed() {
        var searching = Story.ofACallback("Amira").happens(new Superseded());
        assertThat(searching.commands())
                .contains(new Finish(Outcome.JOINED_ANOTHER_CALL), new CancelLeg(offerTo("Amira")));
        var paused = Story.ringingBackForAmira().happens(new RecallFailed(1)).happens(new Superseded());
        assertThat(paused.commands()).containsExactly(new Finish(Outcome.JOINED_ANOTHER_CALL));
    }

    @Test
    void endWhenTheyAreCancelled() {
        var searching = Story.ofACallback("Amira").happens(new CallbackCancelled());
        assertThat(searching.commands()).contains(new Finish(Outcome.CANCELLED), new CancelLeg(offerTo("Amira")));
        var paused = Story.ringingBackForAmira().happens(new RecallFailed(1)).happens(new CallbackCancelled());
        assertThat(paused.commands()).containsExactly(new Finish(Outcome.CANCELLED));
        var early = new Story().happens(new CallbackCancelled());
        assertThat(early.commands()).containsExactly(new Finish(Outcome.CANCELLED));
    }

    @Test
    void thatAreCancelledWhileRingingStopAtOnceAndTheInterpreterIsThanked() {
        var story = Story.ringingBackForAmira().happens(new CallbackCancelled());
        assertThat(story.commands())
                .contains(new Finish(Outcome.CANCELLED), new HangUpCaller(), new MoveLeg(offerTo("Amira")));
        assertThat(story.presses("1").state()).isInstanceOf(Ended.class);
    }

    @Test
    void thatWerePickedUpCannotBeCancelledAnyMore() {
        var story = Story.ringingBackForAmira().presses("1").happens(new CallbackCancelled());
        assertThat(story.state()).isInstanceOf(Bridging.class);
        assertThat(story.commands()).isEmpty();
    }

    @Test
    void thatAreSupersededBeforeTheyBeganNeverBegin() {
        var story = new Story().happens(new Superseded());
        assertThat(story.commands()).containsExactly(new Finish(Outcome.JOINED_ANOTHER_CALL));
        story.happens(new CallbackBegun(Request.of(Samples.CALLER, Samples.NEED).goneAway()));
        assertThat(story.commands()).isEmpty();
    }

    @Test
    void thatAreSupersededWhileRingingMayStillBePickedUp() {
        var story = Story.ringingBackForAmira().happens(new Superseded());
        assertThat(story.commands()).isEmpty();
        assertThat(story.presses("1").state()).isInstanceOf(Bridging.class);
    }

    @Test
    void thatAreSupersededWhileRingingEndIfNobodyPicksUp() {
        var story = Story.ringingBackForAmira().happens(new Superseded()).happens(new CallbackOver());
        story.happens(new RecallFailed(1));
        assertThat(story.commands()).contains(new Finish(Outcome.JOINED_ANOTHER_CALL), new MoveLeg(offerTo("Amira")));
    }

    @Test
    void thatAreSupersededWhileRingingEndIfTheInterpreterHangsUp() {
        var story = Story.ringingBackForAmira().happens(new Superseded()).legEnds("Amira", LegEnd.COMPLETED);
        assertThat(story.commands())
                .contains(letGo("Amira", Fate.LOST), new Finish(Outcome.JOINED_ANOTHER_CALL), new HangUpCaller());
    }

    @Test
    void takeAVolunteerBeforeTheyRingAgain() {
        var story = Story.ringingBackForAmira().happens(new RecallFailed(1)).poolFinds("Zahra");
        story.happens(new InterpreterChosen(Samples.interpreter("Zahra")));
        assertThat(story.commands()).contains(new Dial(offerTo("Zahra"), false));
        assertThat(story.answers("Zahra", "1").commands()).contains(new DialCaller(2, false));
    }

    @Test
    void takeAVolunteerWhileTheySearch() {
        var story = Story.ofACallback("Amira").poolFinds("Zahra");
        story.happens(new InterpreterChosen(Samples.interpreter("Zahra")));
        assertThat(story.commands()).contains(new Dial(offerTo("Zahra"), false));
    }

    /** From the key on it is a call like any other. */
    @Test
    void serveTheCallerOnTheLineWhenTheInterpreterGetsLostOnTheWay() {
        var story = Story.ringingBackForAmira().presses("1").poolFinds("Basim");
        story.legEnds("Amira", LegEnd.COMPLETED);
        assertThat(story.callerHears()).isInstanceOf(CallerScene.Waiting.class);
        assertThat(story.answers("Basim", "1").state()).isInstanceOf(Bridging.class);
    }
}
