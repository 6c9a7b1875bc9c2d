package de.dolmetscherhotline.call.flow;

import static de.dolmetscherhotline.call.flow.Expected.nobodyFound;
import static de.dolmetscherhotline.call.flow.Story.offerTo;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.call.flow.CallEvent.ChoiceOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.Coverage;
import de.dolmetscherhotline.call.flow.CallEvent.EmergencyUnanswered;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterChosen;
import de.dolmetscherhotline.call.flow.CallEvent.PatienceOver;
import de.dolmetscherhotline.call.flow.CallEvent.TransferOver;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.CallState.Bridging;
import de.dolmetscherhotline.call.flow.CallState.Searching;
import de.dolmetscherhotline.call.flow.CallState.Unserved;
import de.dolmetscherhotline.call.flow.Command.Arm;
import de.dolmetscherhotline.call.flow.Command.ArrangeCallback;
import de.dolmetscherhotline.call.flow.Command.CallOut;
import de.dolmetscherhotline.call.flow.Command.Dial;
import de.dolmetscherhotline.call.flow.Command.Finish;
import de.dolmetscherhotline.call.flow.Command.NoteEmergency;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene;
import de.dolmetscherhotline.kernel.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories of callers for whom nobody can be found. */
class UnservedTest {

    @Test
    void hearSoAtOnceAndVolunteersAreAskedByText() {
        var story = Story.unserved();
        assertThat(story.callerHears()).isEqualTo(nobodyFound(Outcome.NO_COVERAGE, Story.ARABIC, Asking.FIRST));
        assertThat(story.commands())
                .contains(new CallOut(Request.of(Samples.CALLER, Samples.NEED)), new Arm(new ChoiceOverdue(1)))
                .noneMatch(Finish.class::isInstance);
    }

    /** What was asked in another language says nothing about this one: the demand is uncovered. */
    @Test
    void hearSoAlsoAfterTheLanguageWasChanged() {
        var story = Story.withRinging("Amira")
                .presses("*")
                .poolFindsNobody(Coverage.NONE)
                .presses("2");
        assertThat(story.callerHears()).isEqualTo(nobodyFound(Outcome.NO_COVERAGE, Story.UKRAINIAN, Asking.FIRST));
    }

    @Test
    void canBeRungBack() {
        var story = Story.unserved().presses("1");
        var request = Request.of(Samples.CALLER, Samples.NEED).goneAway();
        assertThat(story.commands()).startsWith(new ArrangeCallback(request), new Finish(Outcome.CALLBACK_ARRANGED));
        assertThat(story.callerHears()).isEqualTo(new CallerScene.Goodbye(Outcome.CALLBACK_ARRANGED, Samples.NEED));
    }

    @ParameterizedTest
    @CsvSource({"0, COORDINATOR", "2, PROFESSIONAL_PROVIDER"})
    void canBeConnectedWithSomebodyElse(String key, Destination to) {
        assertThat(Story.unserved().presses(key).callerHears()).isEqualTo(new CallerScene.Transfer(to));
    }

    @Test
    void returnToTheirChoicesWhenNobodyCanBeReachedThere() {
        var story = Story.unserved().presses("2").happens(new TransferOver(false));
        assertThat(story.callerHears())
                .isEqualTo(nobodyFound(Outcome.NO_COVERAGE, Story.ARABIC, Asking.AGAIN_UNREACHABLE));
        assertThat(story.commands()).containsExactly(new Arm(new ChoiceOverdue(1)));
    }

    @Test
    void canTurnItIntoAnEmergencyWhichSearchesAgain() {
        var story = Story.unserved().poolFinds("Basim").presses("9");
        assertThat(story.commands())
                .startsWith(new NoteEmergency())
                .contains(new Arm(new EmergencyUnanswered(2)), new Dial(offerTo("Basim"), true));
        assertThat(story.state()).isInstanceOf(Searching.class);
    }

    @Test
    void hearSoAgainWhenNobodyCanBeFoundForTheEmergencyEither() {
        var story = Story.unserved().poolFindsNobody(Coverage.NONE).presses("9");
        assertThat(story.state()).isInstanceOf(Unserved.class);
        assertThat(story.presses("9").callerHears())
                .isEqualTo(new CallerScene.NobodyFound(
                        Samples.NEED.inAnEmergency(),
                        Outcome.NO_COVERAGE,
                        true,
                        Samples.SERVICES,
                        Asking.AGAIN_AS_EMERGENCY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7"})
    void hearTheirChoicesTwice(String keys) {
        var story = Story.unserved().presses(keys);
        assertThat(story.state()).isInstanceOf(Unserved.class);
        assertThat(story.presses(keys).callerHears())
                .isEqualTo(new CallerScene.Goodbye(Outcome.NO_COVERAGE, Samples.NEED));
        assertThat(story.commands()).contains(new Finish(Outcome.NO_COVERAGE));
    }

    @Test
    void mayHearThemAgainWithTheStar() {
        var story = Story.unserved().presses("*");
        assertThat(story.callerHears())
                .isEqualTo(nobodyFound(Outcome.NO_COVERAGE, Story.ARABIC, Asking.AGAIN_ON_REQUEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void haveOnlyTheChoicesThatThereAre(String keys) {
        var story = Story.of(Samples.PLAIN_CALLER)
                .poolFindsNobody(Coverage.NONE)
                .presses("1")
                .presses(keys);
        assertThat(story.state()).isInstanceOf(Unserved.class);
        assertThat(story.presses(keys).state()).isInstanceOf(CallState.Farewell.class);
    }

    /** It costs them nothing: the choices are said as often as before. */
    @Test
    void hearThatThereIsNoCoordinatorAndThenTheirChoices() {
        var story = Story.of(Samples.PLAIN_CALLER)
                .poolFindsNobody(Coverage.NONE)
                .presses("1")
                .presses("0");
        assertThat(((CallerScene.NobodyFound) story.callerHears()).asking()).isEqualTo(Asking.AGAIN_UNREACHABLE);
        assertThat(story.presses("0").presses(Story.NOTHING).state()).isInstanceOf(CallState.Unserved.class);
        assertThat(story.presses(Story.NOTHING).state()).isInstanceOf(CallState.Farewell.class);
    }

    @Test
    void areConnectedWhenSomebodyVolunteers() {
        var story = Story.unserved().poolFinds("Zahra").poolFindsNobody(Coverage.NONE);
        story.happens(new InterpreterChosen(Samples.interpreter("Zahra")));
        assertThat(story.commands()).contains(new Dial(offerTo("Zahra"), false), new Arm(new PatienceOver(2)));
        story.rings("Zahra").picksUp("Zahra").answers("Zahra", "1");
        assertThat(story.state()).isInstanceOf(Bridging.class);
    }

    @Test
    void hearTheirChoicesAgainWhenTheVolunteerIsBusyMeanwhile() {
        var story = Story.unserved().poolFindsNobody(Coverage.HOPEFUL).poolFindsNobody(Coverage.NONE);
        story.happens(new InterpreterChosen(Samples.interpreter("Zahra")));
        assertThat(story.callerHears()).isEqualTo(nobodyFound(Outcome.NO_COVERAGE, Story.ARABIC, Asking.FIRST));
    }

    @Test
    void areGivenUpWhenTheNetworkLosesThem() {
        var story = Story.unserved().happens(new ChoiceOverdue(1));
        assertThat(story.callerHears()).isEqualTo(new CallerScene.Goodbye(Outcome.NO_COVERAGE, Samples.NEED));
        assertThat(Story.unserved().happens(new ChoiceOverdue(0)).state()).isInstanceOf(Unserved.class);
    }
}
