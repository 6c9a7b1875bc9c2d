package de.dolmetscherhotline.call.flow;

import static de.dolmetscherhotline.call.flow.Expected.chooseLanguage;
import static de.dolmetscherhotline.call.flow.Expected.goodbyeTo;
import static de.dolmetscherhotline.call.flow.Expected.letGo;
import static de.dolmetscherhotline.call.flow.Expected.nobodyFound;
import static de.dolmetscherhotline.call.flow.Expected.sought;
import static de.dolmetscherhotline.call.flow.Expected.whisper;
import static de.dolmetscherhotline.call.flow.Story.NOTHING;
import static de.dolmetscherhotline.call.flow.Story.offerTo;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.call.flow.CallEvent.Coverage;
import de.dolmetscherhotline.call.flow.CallEvent.DialUnclear;
import de.dolmetscherhotline.call.flow.CallEvent.EmergencyUnanswered;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterChosen;
import de.dolmetscherhotline.call.flow.CallEvent.InterpretersSought;
import de.dolmetscherhotline.call.flow.CallEvent.NoNewsOfDial;
import de.dolmetscherhotline.call.flow.CallEvent.NumberRefused;
import de.dolmetscherhotline.call.flow.CallEvent.OfferOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.PatienceOver;
import de.dolmetscherhotline.call.flow.CallEvent.SeekAgainDue;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.CallState.Bridging;
import de.dolmetscherhotline.call.flow.CallState.Searching;
import de.dolmetscherhotline.call.flow.Command.AlertCoordinator;
import de.dolmetscherhotline.call.flow.Command.Arm;
import de.dolmetscherhotline.call.flow.Command.CancelLeg;
import de.dolmetscherhotline.call.flow.Command.Dial;
import de.dolmetscherhotline.call.flow.Command.HangUpLeg;
import de.dolmetscherhotline.call.flow.Command.LetGo;
import de.dolmetscherhotline.call.flow.Command.MoveLeg;
import de.dolmetscherhotline.call.flow.Command.NoteEmergency;
import de.dolmetscherhotline.call.flow.Command.NoteNeed;
import de.dolmetscherhotline.call.flow.Command.ReserveInterpreter;
import de.dolmetscherhotline.call.flow.Command.SeekInterpreters;
import de.dolmetscherhotline.call.flow.Command.TakeOverCallback;
import de.dolmetscherhotline.call.flow.Offer.Stage;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene;
import de.dolmetscherhotline.call.flow.Scenes.Reason;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.Outcome;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stories of the search for an interpreter. */
class SearchTest {

    @Test
    void theFirstWaveIsDialledAtOnceWithADeadlineForEach() {
        var story = Story.ofAKnownCaller().poolFinds("Amira", "Basim").presses("1");
        assertThat(story.commands())
                .containsSubsequence(
                        new Dial(offerTo("Amira"), false),
                        new Arm(new OfferOverdue(offerTo("Amira"), Stage.ASKED)),
                        new Dial(offerTo("Basim"), false),
                        new Arm(new OfferOverdue(offerTo("Basim"), Stage.ASKED)));
    }

    @Test
    void whoPicksUpHearsWhatItIsAboutButNeverWhoCalls() {
        var story = Story.withRinging("Amira").picksUp("Amira");
        assertThat(story.hears("Amira")).isEqualTo(whisper(false));
    }

    @Test
    void whenSomebodyFallsAwayTheNextIsAskedButNobodyTwice() {
        var story = Story.withRinging("Amira", "Basim").poolFinds("Chadi").legEnds("Amira", LegEnd.BUSY);
        assertThat(sought(story).except())
                .isEqualTo(Set.of(Samples.interpreter("Amira"), Samples.interpreter("Basim")));
        assertThat(story.commands()).contains(new Dial(offerTo("Chadi"), false));
    }

    @ParameterizedTest
    @CsvSource({"BUSY, BUSY", "NO_ANSWER, NO_ANSWER", "FAILED, UNREACHABLE", "COMPLETED, NO_ANSWER"})
    void whoIsNotReachedIsFreeAgain(LegEnd end, Fate fate) {
        var story = Story.withRinging("Amira").legEnds("Amira", end);
        assertThat(story.commands()).contains(letGo("Amira", fate));
    }

    @Test
    void aNumberThatDoesNotExistIsRememberedAsUnreachableAndDisturbedNobody() {
        var story = Story.ofAKnownCaller().poolFinds("Amira").presses("1");
        story.happens(new NumberRefused(offerTo("Amira")));
        assertThat(story.commands())
                .contains(new LetGo(offerTo("Amira"), Samples.interpreter("Amira"), Fate.UNREACHABLE, false));
    }

    @ParameterizedTest
    @CsvSource({"2, DECLINED", "3, EXCUSED"})
    void whoDeclinesIsThankedAndFreedWhenTheLegIsGone(String key, Fate fate) {
        var story = Story.withRinging("Amira").picksUp("Amira").answers("Amira", key);
        assertThat(story.hears("Amira")).isEqualTo(goodbyeTo(Reason.DECLINED));
        assertThat(story.commands()).noneMatch(LetGo.class::isInstance).anyMatch(SeekInterpreters.class::isInstance);
        assertThat(story.legEnds("Amira", LegEnd.COMPLETED).commands()).containsExactly(letGo("Amira", fate));
    }

    @Test
    void thatSheMayKnowThePeopleIsForgottenOnceItHasBeenActedOn() {
        var story = Story.withRinging("Amira").picksUp("Amira").answers("Amira", "3");
        story.legEnds("Amira", LegEnd.COMPLETED);
        assertThat(story.offer("Amira").fate()).isEqualTo(Fate.DECLINED);
    }

    @Test
    void aVoicemailNeverWins() {
        var story = Story.withRinging("Amira").picksUp("Amira").answers("Amira", NOTHING);
        assertThat(story.hears("Amira")).isEqualTo(goodbyeTo(Reason.NOTHING_PRESSED));
        assertThat(story.offer("Amira").fate()).isEqualTo(Fate.NO_KEY);
        assertThat(story.state()).isInstanceOf(Searching.class);
    }

    @Test
    void whoHangsUpWhileListeningGaveNoKey() {
        var story = Story.withRinging("Amira").picksUp("Amira").legEnds("Amira", LegEnd.COMPLETED);
        assertThat(story.commands()).contains(letGo("Amira", Fate.NO_KEY));
    }

    @Test
    void aWrongKeyIsAskedOnceMoreAndThenCountsAsDeclined() {
        var story = Story.withRinging("Amira").picksUp("Amira").answers("Amira", "9");
        assertThat(story.hears("Amira")).isEqualTo(whisper(true));
        story.answers("Amira", "8");
        assertThat(story.offer("Amira").fate()).isEqualTo(Fate.DECLINED);
    }

    @Test
    void whoPressesTheRightKeyTheSecondTimeHasAccepted() {
        var story = Story.withRinging("Amira")
                .picksUp("Amira")
                .answers("Amira", "9")
                .answers("Amira", "1");
        assertThat(story.state()).isInstanceOf(Bridging.class);
    }

    /** The keys tell that somebody has picked up, even before the news of it. */
    @Test
    void aWrongKeyThatOvertakesTheNewsOfPickingUpHasADeadline() {
        var story = Story.withRinging("Amira").answers("Amira", "9");
        assertThat(story.commands()).contains(new Arm(new OfferOverdue(offerTo("Amira"), Stage.LISTENING)));
    }

    @Test
    void aDialOfWhichNothingIsKnownIsGivenUpAndFreedByItsDeadlinesOnly() {
        var story = Story.ofAKnownCaller().poolFinds("Amira").presses("1");
        story.happens(new DialUnclear(offerTo("Amira")));
        assertThat(story.commands()).containsExactly(new Arm(new NoNewsOfDial(offerTo("Amira"))));
        story.happens(new NoNewsOfDial(offerTo("Amira")));
        assertThat(story.commands()).contains(new CancelLeg(offerTo("Amira"))).noneMatch(LetGo.class::isInstance);
        story.happens(new OfferOverdue(offerTo("Amira"), Stage.ENDING));
        assertThat(story.commands()).containsExactly(new HangUpLeg(offerTo("Amira")), letGo("Amira", Fate.UNCLEAR));
    }

    @Test
    void theCallerIsToldWhenPatienceIsOverAndAllPhonesAreStopped() {
        var story = Story.withRinging("Amira", "Basim").picksUp("Basim").happens(new PatienceOver(1));
        assertThat(story.callerHears()).isEqualTo(nobodyFound(Outcome.NOBODY_ANSWERED, Story.ARABIC, Asking.FIRST));
        assertThat(story.commands()).contains(new CancelLeg(offerTo("Amira")), new MoveLeg(offerTo("Basim")));
    }

    @Test
    void whenAllWereAskedAndNoPhoneRingsTheCallerIsToldAtOnce() {
        var story =
                Story.withRinging("Amira").poolFindsNobody(Coverage.EXHAUSTED).legEnds("Amira", LegEnd.BUSY);
        assertThat(story.callerHears()).isEqualTo(nobodyFound(Outcome.NOBODY_ANSWERED, Story.ARABIC, Asking.FIRST));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "7, 1", "8, 2", "16, 3", "112, 15", "1000, 15"})
    void whoHasManyAheadLooksLessOften(int ahead, int breaks) {
        var story = Story.ofAKnownCaller()
                .poolFindsNobody(Coverage.HOPEFUL, ahead)
                .presses("1")
                .happens(new SeekAgainDue(1));
        assertThat(story.commands()).contains(new Arm(new SeekAgainDue(1), breaks));
    }

    @Test
    void asLongAsAPhoneRingsTheCallerIsNotSentAway() {
        var story = Story.withRinging("Amira").poolFindsNobody(Coverage.NONE).happens(new SeekAgainDue(1));
        assertThat(story.state()).isInstanceOf(Searching.class);
    }

    @Test
    void theStarWhileWaitingChangesTheLanguageAndStopsAllPhones() {
        var story = Story.withRinging("Amira", "Basim").picksUp("Basim").presses("*");
        assertThat(story.callerHears()).isEqualTo(chooseLanguage(Asking.FIRST));
        assertThat(story.commands()).contains(new CancelLeg(offerTo("Amira")), new MoveLeg(offerTo("Basim")));
        assertThat(story.hears("Basim")).isEqualTo(goodbyeTo(Reason.CALL_SETTLED));
        assertThat(story.presses("2").commands()).contains(new NoteNeed(Need.of(Story.UKRAINIAN)));
    }

    @Test
    void whoWasOnlyWithdrawnMayBeAskedAgain() {
        var story = Story.withRinging("Amira").presses("*").presses("1");
        assertThat(sought(story).except()).isEmpty();
    }

    @Test
    void deadlinesOfAnEarlierSearchMeanNothing() {
        var story = Story.withRinging("Amira").presses("*").presses("1").happens(new PatienceOver(1));
        assertThat(story.state()).isInstanceOf(Searching.class);
        assertThat(story.happens(new SeekAgainDue(1)).commands()).isEmpty();
    }

    @Test
    void anEmergencyRingsUrgentlyAndTheCoordinatorIsToldWhenNobodyTakesIt() {
        var story = Story.ofAKnownCaller().poolFinds("Amira").presses("9").presses("1");
        assertThat(story.commands()).contains(new Dial(offerTo("Amira"), true), new Arm(new EmergencyUnanswered(1)));
        assertThat(story.happens(new EmergencyUnanswered(1)).commands())
                .containsExactly(new AlertCoordinator(Samples.NEED.inAnEmergency()));
    }

    @Test
    void theAlertOfAnEarlierSearchMeansNothing() {
        var story = Story.ofAKnownCaller()
                .poolFinds("Amira")
                .presses("9")
                .presses("1")
                .rings("Amira");
        story.picksUp("Amira").answers("Amira", "1").happens(new EmergencyUnanswered(1));
        assertThat(story.commands()).isEmpty();
        assertThat(story.legEnds("Amira", LegEnd.COMPLETED)
                        .happens(new EmergencyUnanswered(1))
                        .commands())
                .isEmpty();
    }

    @Test
    void whoWaitsMayTurnItIntoAnEmergencyOnce() {
        var story = Story.withRinging("Amira").poolFinds("Basim").presses("9");
        assertThat(story.commands())
                .startsWith(new NoteEmergency(), new Arm(new EmergencyUnanswered(1)))
                .contains(new Dial(offerTo("Basim"), true));
        assertThat(sought(story).request().need().emergency()).isTrue();
        assertThat(story.callerHears()).isEqualTo(waiting(story, Asking.AGAIN_AS_EMERGENCY));
        assertThat(story.presses("9").commands()).isEmpty();
    }

    @Test
    void theEmergencyIsKeptWhenAnotherLanguageIsChosen() {
        var story = Story.withRinging("Amira").presses("9").presses("*").presses("2");
        assertThat(story.commands())
                .contains(new NoteNeed(Need.of(Story.UKRAINIAN).inAnEmergency()));
    }

    @Test
    void whoWaitsAndPressesNothingHearsHowItGoes() {
        var story = Story.withRinging("Amira").presses(NOTHING);
        assertThat(story.callerHears()).isEqualTo(waiting(story, Asking.AGAIN_ON_REQUEST));
    }

    @Test
    void howManyAreServedFirstIsSaidWithTheNextAnnouncement() {
        var story = Story.withRinging("Amira").happens(new InterpretersSought(List.of(), Coverage.HOPEFUL, 2));
        var before = story.callerHears();
        assertThat(((CallerScene.Waiting) before).announcement().ahead()).isZero();
        assertThat(((CallerScene.Waiting) story.presses(NOTHING).callerHears())
                        .announcement()
                        .ahead())
                .isEqualTo(2);
    }

    @Test
    void aCallbackOfTheSameNeedGivesItsPlaceToWhoeverWaits() {
        var story = Story.ofAKnownCaller().presses("1");
        assertThat(story.commands()).contains(new TakeOverCallback(Request.of(Samples.CALLER, Samples.NEED)));
    }

    @Test
    void patienceIsOneDeadlineAlsoWhenTheWinnerGetsLost() {
        var story = Story.withAmiraOnTheWay().legEnds("Amira", LegEnd.COMPLETED);
        assertThat(story.commands()).doesNotContain(new Arm(new PatienceOver(2)));
        assertThat(story.happens(new PatienceOver(1)).callerHears())
                .isEqualTo(nobodyFound(Outcome.NOBODY_ANSWERED, Story.ARABIC, Asking.FIRST));
    }

    @Test
    void patienceThatEndsWhileTheWinnerIsOnTheWayCountsIfSheGetsLost() {
        var story = Story.withAmiraOnTheWay().happens(new PatienceOver(1));
        assertThat(story.state()).isInstanceOf(Bridging.class);
        assertThat(story.legEnds("Amira", LegEnd.COMPLETED).callerHears())
                .isEqualTo(nobodyFound(Outcome.NOBODY_ANSWERED, Story.ARABIC, Asking.FIRST));
        assertThat(story.commands()).contains(letGo("Amira", Fate.LOST));
    }

    @Test
    void whoIsChosenByNameIsRungBesideTheOthers() {
        var story = Story.withRinging("Amira").poolFinds("Basim");
        story.happens(new InterpreterChosen(Samples.interpreter("Basim")));
        assertThat(story.commands())
                .contains(
                        new ReserveInterpreter(Samples.interpreter("Basim"), ((Searching) story.state()).request(), 2),
                        new Dial(offerTo("Basim"), false));
        assertThat(story.hears("Amira")).isEqualTo(whisper(false));
    }

    @Test
    void whoIsChosenButCannotBeReservedChangesNothing() {
        var story = Story.withRinging("Amira").happens(new InterpreterChosen(Samples.interpreter("Basim")));
        assertThat(story.commands()).hasOnlyElementsOfType(ReserveInterpreter.class);
        assertThat(story.state()).isInstanceOf(Searching.class);
    }

    private static CallerScene waiting(Story story, Asking asking) {
        var before = ((Searching) story.state()).announcement();
        assertThat(before.asking()).isEqualTo(asking);
        return new CallerScene.Waiting(((Searching) story.state()).request().need(), before, true);
    }
}
