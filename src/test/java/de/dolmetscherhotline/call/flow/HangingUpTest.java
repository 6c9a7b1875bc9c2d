package de.dolmetscherhotline.call.flow;

import static de.dolmetscherhotline.call.flow.Expected.goodbye;
import static de.dolmetscherhotline.call.flow.Expected.goodbyeTo;
import static de.dolmetscherhotline.call.flow.Story.NOTHING;
import static de.dolmetscherhotline.call.flow.Story.offerTo;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.call.flow.Command.CancelLeg;
import de.dolmetscherhotline.call.flow.Command.Finish;
import de.dolmetscherhotline.call.flow.Command.MoveLeg;
import de.dolmetscherhotline.call.flow.Scenes.Reason;
import de.dolmetscherhotline.kernel.Outcome;
import org.junit.jupiter.api.Test;

/** Stories of callers who hang up. */
class HangingUpTest {

    @Test
    void whileThePinIsAskedForTheChoiceIsAbandoned() {
        assertThat(Story.ofAnUnknownCaller().callerHangsUp().commands())
                .containsExactly(new Finish(Outcome.ABANDONED_CHOOSING));
    }

    @Test
    void whileTheLanguageIsAskedForTheChoiceIsAbandoned() {
        assertThat(Story.ofAKnownCaller().callerHangsUp().commands())
                .containsExactly(new Finish(Outcome.ABANDONED_CHOOSING));
    }

    @Test
    void whileWaitingAllPhonesAreStopped() {
        var story = Story.withRinging("Amira", "Basim").picksUp("Basim").callerHangsUp();
        assertThat(story.commands())
                .contains(
                        new Finish(Outcome.ABANDONED_WAITING),
                        new CancelLeg(offerTo("Amira")),
                        new MoveLeg(offerTo("Basim")));
    }

    @Test
    void whoAcceptsAfterwardsHearsThatItIsSettledAndEntersNoEmptyRoom() {
        var story = Story.withRinging("Amira").picksUp("Amira").callerHangsUp().answers("Amira", "1");
        assertThat(story.hears("Amira")).isEqualTo(goodbyeTo(Reason.CALL_SETTLED));
    }

    @Test
    void whileTheInterpreterIsOnTheWaySheIsFetchedBack() {
        var story = Story.withAmiraOnTheWay().callerHangsUp();
        assertThat(story.commands()).contains(new Finish(Outcome.ABANDONED_WAITING), new MoveLeg(offerTo("Amira")));
        assertThat(story.hears("Amira")).isEqualTo(goodbyeTo(Reason.CALL_SETTLED));
    }

    @Test
    void anInterpreterWhoEntersTheRoomNeverthelessIsFetchedBackAgain() {
        var story = Story.withAmiraOnTheWay().callerHangsUp().joins(Party.INTERPRETER, "Amira");
        assertThat(story.commands()).containsExactly(new MoveLeg(offerTo("Amira")));
    }

    @Test
    void whileRatingTheOutcomeIsNotWrittenTwice() {
        var story = Story.inConversationWithAmira().callerLeavesRoomOf("Amira").callerHangsUp();
        assertThat(story.state()).isInstanceOf(CallState.Ended.class);
        assertThat(story.commands()).noneMatch(Finish.class::isInstance);
    }

    @Test
    void duringTheLastWordsTheOutcomeStays() {
        var story = Story.unserved().presses(NOTHING).presses(NOTHING).callerHangsUp();
        assertThat(story.callerHears()).isEqualTo(goodbye(Outcome.NO_COVERAGE));
        assertThat(story.commands()).isEmpty();
    }

    @Test
    void whileTheChoicesAreSaidTheOutcomeIsThatNobodyWasFound() {
        assertThat(Story.unserved().callerHangsUp().commands()).containsExactly(new Finish(Outcome.NO_COVERAGE));
    }

    @Test
    void whileTheQuestionsAreAskedTheChoiceIsAbandoned() {
        assertThat(Story.of(Samples.CHOOSY_CALLER).presses("1").callerHangsUp().commands())
                .containsExactly(new Finish(Outcome.ABANDONED_CHOOSING));
    }
}
