package de.dolmetscherhotline.call.flow;

import static de.dolmetscherhotline.call.flow.Expected.goodbye;
import static de.dolmetscherhotline.call.flow.Story.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.call.flow.CallEvent.Arrival;
import de.dolmetscherhotline.call.flow.CallEvent.ChoiceOverdue;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.CallState.ChoosingLanguage;
import de.dolmetscherhotline.call.flow.Command.CheckPin;
import de.dolmetscherhotline.call.flow.Command.Finish;
import de.dolmetscherhotline.call.flow.Command.NoteEmergency;
import de.dolmetscherhotline.call.flow.Command.NoteNeed;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene;
import de.dolmetscherhotline.kernel.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories of who calls, and whether they may. */
class WhoCallsTest {

    @Test
    void anUnknownNumberIsAskedForThePinAndThenForTheLanguage() {
        var story = Story.ofAnUnknownCaller();
        assertThat(story.callerHears()).isEqualTo(enterPin(Asking.FIRST));
        assertThat(story.presses(Story.PIN).state()).isInstanceOf(ChoosingLanguage.class);
    }

    @Test
    void theThirdWrongPinIsTheLast() {
        var story = Story.ofAnUnknownCaller().presses("1").presses("2");
        assertThat(story.callerHears()).isEqualTo(enterPin(Asking.AGAIN_NOT_UNDERSTOOD));
        story.presses("3");
        assertThat(story.callerHears()).isEqualTo(goodbye(Outcome.REFUSED_UNKNOWN_CALLER));
        assertThat(story.commands()).contains(new Finish(Outcome.REFUSED_UNKNOWN_CALLER));
    }

    @Test
    void theRightPinIsTakenAtTheLastTry() {
        var story = Story.ofAnUnknownCaller().presses("1").presses(NOTHING).presses(Story.PIN);
        assertThat(story.state()).isInstanceOf(ChoosingLanguage.class);
    }

    @Test
    void whoIsBlockedHearsSoAndNothingElse() {
        var story = Story.ofArrival(new Arrival.Blocked());
        assertThat(story.callerHears()).isEqualTo(goodbye(Outcome.REFUSED_BLOCKED));
        assertThat(story.commands()).contains(new Finish(Outcome.REFUSED_BLOCKED));
    }

    @Test
    void whoHasHadAllTheCallsOfTheDayHearsSo() {
        var story = Story.ofArrival(new Arrival.OverLimit());
        assertThat(story.callerHears()).isEqualTo(goodbye(Outcome.REFUSED_LIMIT));
    }

    @Test
    void aNumberThatIsNoneOfOursIsToldSo() {
        var story = Story.ofArrival(new Arrival.AtUnknownLine());
        assertThat(story.callerHears()).isEqualTo(goodbye(Outcome.UNKNOWN_LINE));
    }

    @Test
    void whoTriedTooManyPinsIsRefusedAtOnce() {
        var story = Story.ofAnUnknownCaller().presses(Story.REFUSED_PIN);
        assertThat(story.callerHears()).isEqualTo(goodbye(Outcome.REFUSED_TOO_MANY_PINS));
    }

    @Test
    void thePinOfAnOrganisationThatHasHadAllItsCallsIsRefused() {
        var story = Story.ofAnUnknownCaller().presses(Story.PIN_OVER_LIMIT);
        assertThat(story.callerHears()).isEqualTo(goodbye(Outcome.REFUSED_LIMIT));
    }

    @Test
    void anEmergencyIsNotedBeforeThePinAndRemembered() {
        var story = Story.ofAnUnknownCaller().presses("9");
        assertThat(story.commands()).containsExactly(new NoteEmergency());
        assertThat(story.callerHears()).isEqualTo(enterPin(Asking.AGAIN_AS_EMERGENCY));
        assertThat(story.presses(Story.PIN).presses("1").commands())
                .contains(new NoteNeed(Samples.NEED.inAnEmergency()));
    }

    /** No PIN is as short as that. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "000"})
    void whoeverWantsAHumanInsteadOfThePinMayPressTheKeyTwice(String keys) {
        var story = Story.ofAnUnknownCaller().presses(keys);
        assertThat(story.callerHears()).isEqualTo(new CallerScene.Transfer(Destination.COORDINATOR));
    }

    @Test
    void zerosMayBeAPin() {
        assertThat(Story.ofAnUnknownCaller().presses("0000").commands()).contains(new CheckPin("0000"));
    }

    @Test
    void whoNeverEntersThePinIsGivenUp() {
        var story = Story.ofAnUnknownCaller().happens(new ChoiceOverdue(0));
        assertThat(story.callerHears()).isEqualTo(goodbye(Outcome.ABANDONED_CHOOSING));
    }

    private static CallerScene enterPin(Asking asking) {
        return new CallerScene.EnterPin(Samples.SERVICES, asking);
    }
}
