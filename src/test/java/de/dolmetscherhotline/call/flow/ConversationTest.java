package de.dolmetscherhotline.call.flow;

import static de.dolmetscherhotline.call.flow.Expected.goodbye;
import static de.dolmetscherhotline.call.flow.Expected.goodbyeTo;
import static de.dolmetscherhotline.call.flow.Expected.letGo;
import static de.dolmetscherhotline.call.flow.Expected.nobodyFound;
import static de.dolmetscherhotline.call.flow.Expected.sought;
import static de.dolmetscherhotline.call.flow.Story.NOTHING;
import static de.dolmetscherhotline.call.flow.Story.offerTo;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.call.flow.CallEvent.CallerReturned;
import de.dolmetscherhotline.call.flow.CallEvent.Coverage;
import de.dolmetscherhotline.call.flow.CallEvent.FarewellOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterLeftRoom;
import de.dolmetscherhotline.call.flow.CallEvent.JoinOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.LeaveOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.NeededElsewhere;
import de.dolmetscherhotline.call.flow.CallEvent.PatienceOver;
import de.dolmetscherhotline.call.flow.CallEvent.ReturnOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.RoomCheckDue;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.CallState.Connected;
import de.dolmetscherhotline.call.flow.CallState.Searching;
import de.dolmetscherhotline.call.flow.CallState.TalkOver;
import de.dolmetscherhotline.call.flow.Command.Arm;
import de.dolmetscherhotline.call.flow.Command.CheckRoom;
import de.dolmetscherhotline.call.flow.Command.Dial;
import de.dolmetscherhotline.call.flow.Command.Finish;
import de.dolmetscherhotline.call.flow.Command.HangUpCaller;
import de.dolmetscherhotline.call.flow.Command.HangUpLeg;
import de.dolmetscherhotline.call.flow.Command.MoveCaller;
import de.dolmetscherhotline.call.flow.Command.MoveLeg;
import de.dolmetscherhotline.call.flow.Command.NoteRating;
import de.dolmetscherhotline.call.flow.Command.Reopen;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene;
import de.dolmetscherhotline.call.flow.Scenes.InterpreterScene;
import de.dolmetscherhotline.call.flow.Scenes.Reason;
import de.dolmetscherhotline.kernel.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories of the conversation, and of how it ends. */
class ConversationTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void endsWhenTheInterpreterHangsUpAndTheCallerRatesIt(int stars) {
        var story = Story.inConversationWithAmira().legEnds("Amira", LegEnd.COMPLETED);
        assertThat(story.commands()).contains(letGo("Amira", Fate.ACCEPTED));
        story.callerLeavesRoomOf("Amira");
        assertThat(story.callerHears()).isEqualTo(new CallerScene.AfterTalk());
        assertThat(story.commands()).contains(new Finish(Outcome.CONNECTED));
        assertThat(story.presses(Integer.toString(stars)).commands()).contains(new NoteRating(stars));
        assertThat(story.callerHears()).isEqualTo(goodbye(Outcome.CONNECTED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "6", "*", "12"})
    void thatBrokeOffGoesOnWithASearchForWhoeverStaysOnTheLine(String keys) {
        var story = Story.talkOverWithAmira().presses(keys);
        assertThat(story.commands())
                .startsWith(new Reopen())
                .contains(new Arm(new PatienceOver(2)))
                .noneMatch(NoteRating.class::isInstance);
        assertThat(story.state()).isInstanceOf(Searching.class);
    }

    @Test
    void thatBrokeOffMayGoOnWithTheSameInterpreter() {
        var story = Story.talkOverWithAmira().presses(NOTHING);
        assertThat(sought(story).except()).isEmpty();
        assertThat(sought(story).request().talked()).isTrue();
    }

    @Test
    void thatBrokeOffAndIsNotResumedIsInterrupted() {
        var story = Story.talkOverWithAmira().poolFindsNobody(Coverage.NONE).presses(NOTHING);
        assertThat(story.callerHears()).isEqualTo(nobodyFound(Outcome.INTERRUPTED, Story.ARABIC, Asking.FIRST));
    }

    @Test
    void thatBrokeOffIsInterruptedAlsoWhenTheCallerGivesUp() {
        var story = Story.talkOverWithAmira().presses(NOTHING).callerHangsUp();
        assertThat(story.commands()).contains(new Finish(Outcome.INTERRUPTED));
    }

    @Test
    void isNotRepeatedForever() {
        var story =
                Story.talkOverWithAmira().poolFinds("Basim").presses(NOTHING).answers("Basim", "1");
        story.joins(Party.CALLER, "Basim").joins(Party.INTERPRETER, "Basim").callerLeavesRoomOf("Basim");
        assertThat(story.presses(NOTHING).callerHears()).isEqualTo(goodbye(Outcome.CONNECTED));
        assertThat(story.commands()).doesNotContain(new Reopen());
    }

    @Test
    void isHeldForAMinuteWhenTheCallerIsGone() {
        var story = Story.callerLostByAmira();
        assertThat(story.hears("Amira")).isEqualTo(new InterpreterScene.CallerGone());
        assertThat(story.commands())
                .containsExactly(new Finish(Outcome.CONNECTED), new Arm(new ReturnOverdue(offerTo("Amira"), 1)));
        assertThat(story.happens(new ReturnOverdue(offerTo("Amira"), 1)).hears("Amira"))
                .isEqualTo(goodbyeTo(Reason.SESSION_OVER));
        assertThat(story.legEnds("Amira", LegEnd.COMPLETED).commands()).containsExactly(letGo("Amira", Fate.ACCEPTED));
        assertThat(story.state())
                .isEqualTo(new CallState.Ended(Outcome.CONNECTED, story.state().offers()));
    }

    @Test
    void isHeldNoLongerWhenAnEmergencyNeedsTheInterpreter() {
        var story = Story.callerLostByAmira().happens(new NeededElsewhere());
        assertThat(story.hears("Amira")).isEqualTo(goodbyeTo(Reason.SESSION_OVER));
        assertThat(story.commands()).contains(new MoveLeg(offerTo("Amira")), new HangUpCaller());
        assertThat(story.state()).isInstanceOf(CallState.Ended.class);
        assertThat(story.legEnds("Amira", LegEnd.COMPLETED).commands()).containsExactly(letGo("Amira", Fate.ACCEPTED));
    }

    @Test
    void goesOnUntouchedWhenTheCallerWasFasterThanTheEmergency() {
        var story = Story.callerLostByAmira().happens(new CallerReturned());
        var onTheWay = story.state();
        assertThat(story.happens(new NeededElsewhere()).state()).isEqualTo(onTheWay);
    }

    @Test
    void isOverWhenTheInterpreterDoesNotWaitForTheCaller() {
        var story = Story.callerLostByAmira().legEnds("Amira", LegEnd.COMPLETED);
        assertThat(story.commands()).contains(letGo("Amira", Fate.ACCEPTED));
        assertThat(story.state()).isInstanceOf(CallState.Ended.class);
    }

    /** Moved at the wrong moment: the interpreter fell out of the room, and the caller is alone in it. */
    @Test
    void leavesNobodyAloneInTheRoomWhoWasBelievedToBeGone() {
        var story = Story.inConversationWithAmira().happens(new InterpreterLeftRoom(offerTo("Amira")));
        story.joins(Party.CALLER, "Amira");
        assertThat(story.legEnds("Amira", LegEnd.COMPLETED).commands()).contains(new HangUpCaller());
        var late = Story.callerLostByAmira().happens(new ReturnOverdue(offerTo("Amira"), 1));
        assertThat(late.commands()).contains(new HangUpCaller());
    }

    @Test
    void goesOnWithTheSameInterpreterWhenTheCallerReturns() {
        var story = Story.callerLostByAmira().happens(new CallerReturned());
        assertThat(story.commands())
                .startsWith(new Reopen(), new MoveLeg(offerTo("Amira")))
                .contains(new Arm(new JoinOverdue(offerTo("Amira"))), new Arm(new PatienceOver(2)));
        assertThat(story.hears("Amira")).isEqualTo(new InterpreterScene.InRoom(offerTo("Amira")));
        assertThat(story.callerHears()).isEqualTo(new CallerScene.InRoom(offerTo("Amira"), true));
        story.joins(Party.CALLER, "Amira").joins(Party.INTERPRETER, "Amira");
        assertThat(story.state()).isInstanceOf(Connected.class);
    }

    @Test
    void isHeldForAFullMinuteEachTime() {
        var story = Story.callerLostByAmira().happens(new CallerReturned());
        story.joins(Party.CALLER, "Amira").joins(Party.INTERPRETER, "Amira").callerHangsUp();
        assertThat(story.commands()).contains(new Arm(new ReturnOverdue(offerTo("Amira"), 2)));
        assertThat(story.happens(new ReturnOverdue(offerTo("Amira"), 1)).hears("Amira"))
                .isEqualTo(new InterpreterScene.CallerGone());
    }

    @Test
    void goesOnWithSomebodyElseWhenTheCallerReturnsAndTheInterpreterIsGone() {
        var story = Story.callerLostByAmira().happens(new CallerReturned()).poolFinds("Basim");
        story.legEnds("Amira", LegEnd.COMPLETED);
        assertThat(story.commands()).contains(new Dial(offerTo("Basim"), false));
    }

    /** The network told of the interpreter first, although it was the room that closed. */
    @Test
    void isOverWhenBothHaveLeftTheRoom() {
        var story = Story.inConversationWithAmira().happens(new InterpreterLeftRoom(offerTo("Amira")));
        assertThat(story.hears("Amira")).isEqualTo(new InterpreterScene.CallerGone());
        story.callerLeavesRoomOf("Amira");
        assertThat(story.callerHears()).isEqualTo(new CallerScene.AfterTalk());
        assertThat(story.hears("Amira")).isEqualTo(goodbyeTo(Reason.SESSION_OVER));
        assertThat(story.commands()).noneMatch(Finish.class::isInstance);
    }

    @Test
    void goesOnWhenALookIntoTheRoomFindsBoth() {
        var story = Story.inConversationWithAmira().happens(new RoomCheckDue(offerTo("Amira")));
        assertThat(story.commands()).contains(new CheckRoom(offerTo("Amira"), Samples.look(story.state())));
        assertThat(story.happens(story.seen("Amira", true, true)).commands()).isEmpty();
    }

    @Test
    void whoseEndWasLostIsEndedByLookingIntoTheRoom() {
        var story = Story.inConversationWithAmira().happens(new RoomCheckDue(offerTo("Amira")));
        story.happens(story.seen("Amira", false, false));
        assertThat(story.state()).isInstanceOf(TalkOver.class);
        assertThat(story.commands()).contains(new Finish(Outcome.CONNECTED), new HangUpLeg(offerTo("Amira")));
    }

    @Test
    void isLeftByACallerWhoDidNotNoticeThatTheInterpreterHasGone() {
        var story = Story.inConversationWithAmira().legEnds("Amira", LegEnd.COMPLETED);
        assertThat(story.state()).isInstanceOf(Connected.class);
        assertThat(story.happens(new LeaveOverdue(offerTo("Amira"))).state()).isInstanceOf(TalkOver.class);
    }

    @Test
    void isNotEndedByADeadlineThatMeantTheWayIntoIt() {
        var story = Story.inConversationWithAmira();
        story.happens(new JoinOverdue(offerTo("Amira"))).happens(new PatienceOver(1));
        assertThat(story.state()).isInstanceOf(Connected.class);
        assertThat(story.happens(new LeaveOverdue(offerTo("Amira"))).state()).isInstanceOf(Connected.class);
    }

    /** The look was ordered when Amira was late, and is told when she has arrived. */
    @Test
    void isNotEndedByALookIntoTheRoomFromBeforeItBegan() {
        var story = Story.withAmiraOnTheWay().joins(Party.CALLER, "Amira").happens(new JoinOverdue(offerTo("Amira")));
        var whatWasSeen = story.seen("Amira", true, false);
        story.joins(Party.INTERPRETER, "Amira").happens(whatWasSeen);
        assertThat(story.state()).isInstanceOf(Connected.class);
    }

    /** A caller who is moved leaves the room, and the room closes. */
    @Test
    void isNotEndedByLateNewsOfAnEarlierRoom() {
        var story = Story.withRinging("Amira", "Basim").picksUp("Amira").answers("Amira", "1");
        story.poolFinds("Chadi").legEnds("Amira", LegEnd.COMPLETED).answers("Chadi", "1");
        story.joins(Party.CALLER, "Chadi").joins(Party.INTERPRETER, "Chadi").joins(Party.CALLER, "Amira");
        assertThat(story.state()).isInstanceOf(Connected.class);
        assertThat(story.commands()).doesNotContain(new MoveCaller());
    }

    @Test
    void isFollowedByLastWordsOfLimitedLength() {
        var story = Story.inConversationWithAmira().callerLeavesRoomOf("Amira").happens(new FarewellOverdue(1));
        assertThat(story.commands()).containsExactly(new HangUpCaller());
    }

    @Test
    void whoseLossOfTheCallerWasMissedIsFoundByLookingIntoTheRoom() {
        var story = Story.inConversationWithAmira().happens(new RoomCheckDue(offerTo("Amira")));
        story.happens(story.seen("Amira", false, true));
        assertThat(story.commands()).contains(new Finish(Outcome.CONNECTED), new MoveLeg(offerTo("Amira")));
        assertThat(story.hears("Amira")).isEqualTo(new InterpreterScene.CallerGone());
    }
}
