package de.dolmetscherhotline.call.flow;

import static de.dolmetscherhotline.call.flow.Expected.chooseLanguage;
import static de.dolmetscherhotline.call.flow.Expected.goodbye;
import static de.dolmetscherhotline.call.flow.Story.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.call.flow.CallEvent.Arrival;
import de.dolmetscherhotline.call.flow.CallEvent.ChoiceOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.TransferOver;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.ClosedHours.Choice;
import de.dolmetscherhotline.call.flow.Command.Arm;
import de.dolmetscherhotline.call.flow.Command.Finish;
import de.dolmetscherhotline.call.flow.Command.NoteEmergency;
import de.dolmetscherhotline.call.flow.Command.NoteNeed;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene;
import de.dolmetscherhotline.kernel.Outcome;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stories of a line that is closed. */
class ClosedLineTest {

    private static final Arrival UNKNOWN = new Arrival.FromUnknownNumber(Samples.SERVICES);
    private static final Arrival KNOWN = new Arrival.FromOrganisation(Samples.CALLER);

    @Test
    void saysSoAndWhatCanBeChosenAllTheSame() {
        var story = Story.whenClosed(KNOWN, Choice.EMERGENCY);
        assertThat(story.callerHears())
                .isEqualTo(new CallerScene.LineClosed(new ClosedHours(null, Set.of(Choice.EMERGENCY)), Asking.FIRST));
        assertThat(story.commands())
                .containsExactly(new Arm(new ChoiceOverdue(0)), new Command.NoteCaller(Samples.CALLER));
    }

    @Test
    void goesOnToTheLanguageInAnEmergencyOfAKnownCaller() {
        var story = Story.whenClosed(KNOWN, Choice.EMERGENCY).presses("9");
        assertThat(story.commands()).startsWith(new NoteEmergency(), new Arm(new ChoiceOverdue(0)));
        assertThat(story.callerHears()).isEqualTo(chooseLanguage(Asking.FIRST));
        assertThat(story.presses("1").commands()).contains(new NoteNeed(Samples.NEED.inAnEmergency()));
    }

    @Test
    void goesOnToThePinInAnEmergencyOfAnUnknownCaller() {
        var story = Story.whenClosed(UNKNOWN, Choice.EMERGENCY).presses("9");
        assertThat(story.callerHears()).isEqualTo(new CallerScene.EnterPin(Samples.SERVICES, Asking.FIRST));
        assertThat(story.presses(Story.PIN).presses("1").commands())
                .contains(new NoteNeed(Samples.NEED.inAnEmergency()));
    }

    @Test
    void doesNotOpenForSomebodyBlockedWhateverTheEmergency() {
        var story = Story.whenClosed(new Arrival.Blocked(), Choice.EMERGENCY).presses("9");
        assertThat(story.callerHears()).isEqualTo(goodbye(Outcome.REFUSED_BLOCKED));
    }

    @ParameterizedTest
    @CsvSource({"0, COORDINATOR", "2, PROFESSIONAL_PROVIDER"})
    void connectsWithThosePeopleOnlyWhomItOffers(String key, Destination to) {
        var story = Story.whenClosed(KNOWN, Choice.valueOf(to.name())).presses(key);
        assertThat(story.callerHears()).isEqualTo(new CallerScene.Transfer(to));
        assertThat(Story.whenClosed(KNOWN, Choice.EMERGENCY).presses(key).callerHears())
                .isInstanceOf(CallerScene.LineClosed.class);
    }

    @Test
    void comesBackWhenNobodyCanBeReachedThere() {
        var story = Story.whenClosed(KNOWN, Choice.COORDINATOR).presses("0").happens(new TransferOver(false));
        assertThat(story.callerHears())
                .isEqualTo(new CallerScene.LineClosed(
                        new ClosedHours(null, Set.of(Choice.COORDINATOR)), Asking.AGAIN_UNREACHABLE));
    }

    @Test
    void endsTheCallWhenNothingIsChosen() {
        var story = Story.whenClosed(KNOWN).presses(NOTHING);
        assertThat(story.callerHears()).isEqualTo(goodbye(Outcome.CLOSED));
        assertThat(story.commands()).contains(new Finish(Outcome.CLOSED));
    }

    @Test
    void asksAgainForKeysThatMeanNothingUpToTheLimit() {
        var story = Story.whenClosed(KNOWN, Choice.EMERGENCY).presses("5").presses("1");
        assertThat(story.state()).isInstanceOf(CallState.Closed.class);
        assertThat(story.presses("5").callerHears()).isEqualTo(goodbye(Outcome.CLOSED));
    }

    @Test
    void neverWaitsForever() {
        var story = Story.whenClosed(KNOWN).happens(new ChoiceOverdue(0));
        assertThat(story.callerHears()).isEqualTo(goodbye(Outcome.CLOSED));
    }

    @Test
    void isTheOutcomeOfWhoeverHangsUp() {
        assertThat(Story.whenClosed(KNOWN).callerHangsUp().commands()).containsExactly(new Finish(Outcome.CLOSED));
    }
}
