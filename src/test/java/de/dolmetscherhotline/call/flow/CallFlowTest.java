package de.dolmetscherhotline.call.flow;

import static de.dolmetscherhotline.call.flow.Story.NOTHING;
import static de.dolmetscherhotline.call.flow.Story.offerTo;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.call.flow.CallEvent.Coverage;
import de.dolmetscherhotline.call.flow.CallEvent.DialDropped;
import de.dolmetscherhotline.call.flow.CallEvent.DialUnclear;
import de.dolmetscherhotline.call.flow.CallEvent.FarewellOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterLeftRoom;
import de.dolmetscherhotline.call.flow.CallEvent.JoinOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.LeaveOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.LegPlaced;
import de.dolmetscherhotline.call.flow.CallEvent.LegRang;
import de.dolmetscherhotline.call.flow.CallEvent.NoNewsOfDial;
import de.dolmetscherhotline.call.flow.CallEvent.NumberRefused;
import de.dolmetscherhotline.call.flow.CallEvent.OfferOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.PatienceOver;
import de.dolmetscherhotline.call.flow.CallEvent.RoomCheckDue;
import de.dolmetscherhotline.call.flow.CallEvent.SeekAgainDue;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.CallState.Bridging;
import de.dolmetscherhotline.call.flow.CallState.ChoosingLanguage;
import de.dolmetscherhotline.call.flow.CallState.Connected;
import de.dolmetscherhotline.call.flow.CallState.Rating;
import de.dolmetscherhotline.call.flow.CallState.Searching;
import de.dolmetscherhotline.call.flow.Command.Arm;
import de.dolmetscherhotline.call.flow.Command.CancelLeg;
import de.dolmetscherhotline.call.flow.Command.CheckRoom;
import de.dolmetscherhotline.call.flow.Command.Dial;
import de.dolmetscherhotline.call.flow.Command.Finish;
import de.dolmetscherhotline.call.flow.Command.HangUpCaller;
import de.dolmetscherhotline.call.flow.Command.HangUpLeg;
import de.dolmetscherhotline.call.flow.Command.LetGo;
import de.dolmetscherhotline.call.flow.Command.MoveCaller;
import de.dolmetscherhotline.call.flow.Command.MoveLeg;
import de.dolmetscherhotline.call.flow.Command.NoteAccepted;
import de.dolmetscherhotline.call.flow.Command.NoteConnected;
import de.dolmetscherhotline.call.flow.Command.NoteLanguage;
import de.dolmetscherhotline.call.flow.Command.NoteRating;
import de.dolmetscherhotline.call.flow.Command.SeekInterpreters;
import de.dolmetscherhotline.call.flow.Offer.Stage;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene;
import de.dolmetscherhotline.call.flow.Scenes.InterpreterScene;
import de.dolmetscherhotline.call.flow.Scenes.Reason;
import de.dolmetscherhotline.kernel.OrganisationKind;
import de.dolmetscherhotline.kernel.Outcome;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stories of a call, one sentence each. */
class CallFlowTest {

    @Nested
    class WhoIsCalling {

        @Test
        void anUnknownNumberIsAskedForThePinAndThenForTheLanguage() {
            var story = Story.ofAnUnknownCaller();
            assertThat(story.callerHears()).isEqualTo(new CallerScene.EnterPin(Asking.FIRST));
            assertThat(story.presses(Story.PIN).state()).isInstanceOf(ChoosingLanguage.class);
        }

        @Test
        void theThirdWrongPinIsTheLast() {
            var story = Story.ofAnUnknownCaller().presses("1").presses("2");
            assertThat(story.callerHears()).isEqualTo(new CallerScene.EnterPin(Asking.AGAIN_NOT_UNDERSTOOD));
            story.presses("3");
            assertThat(story.callerHears()).isEqualTo(goodbye(Outcome.REFUSED_UNKNOWN_CALLER));
            assertThat(story.commands()).contains(new Finish(Outcome.REFUSED_UNKNOWN_CALLER));
        }

        @Test
        void theRightPinIsTakenAtTheLastTry() {
            var story = Story.ofAnUnknownCaller().presses("1").presses(NOTHING).presses(Story.PIN);
            assertThat(story.state()).isInstanceOf(ChoosingLanguage.class);
        }
    }

    @Nested
    class ChoosingTheLanguage {

        @Test
        void aMenuKeyActsAtOnce() {
            var story = Story.ofAKnownCaller().presses("1");
            assertThat(story.commands()).contains(new NoteLanguage(Story.ARABIC));
            assertThat(story.state()).isInstanceOf(Searching.class);
        }

        @Test
        void aCodeMayComeInTwoKeys() {
            var story = Story.ofAKnownCaller().presses("4");
            assertThat(story.callerHears()).isEqualTo(chooseLanguage(Asking.FOR_MORE_KEYS));
            assertThat(story.presses("1").commands()).contains(new NoteLanguage(Story.FARSI));
        }

        @Test
        void theStarRepeatsTheQuestionWithoutCostingATry() {
            var story = Story.ofAKnownCaller();
            for (var i = 0; i < 10; i++) {
                story.presses("*");
            }
            assertThat(story.callerHears()).isEqualTo(chooseLanguage(Asking.AGAIN_ON_REQUEST));
        }

        @Test
        void theStarForgetsACodeThatWasBegun() {
            var story = Story.ofAKnownCaller().presses("4").presses("*").presses("1");
            assertThat(story.commands()).contains(new NoteLanguage(Story.ARABIC));
        }

        @Test
        void silenceIsAskedAgainUpToTheLimit() {
            var story = Story.ofAKnownCaller().presses(NOTHING);
            assertThat(story.callerHears()).isEqualTo(chooseLanguage(Asking.AGAIN_NOTHING_PRESSED));
            story.presses(NOTHING).presses(NOTHING);
            assertThat(story.callerHears()).isEqualTo(goodbye(Outcome.NO_LANGUAGE_CHOSEN));
        }

        @Test
        void keysThatMeanNothingAreAskedAgain() {
            var story = Story.ofAKnownCaller().presses("9");
            assertThat(story.callerHears()).isEqualTo(chooseLanguage(Asking.AGAIN_NOT_UNDERSTOOD));
        }

        @Test
        void thatNobodyIsOnDutyIsSaidAtOnce() {
            var story = Story.ofAKnownCaller().poolFindsNobody(Coverage.NONE).presses("1");
            assertThat(story.callerHears()).isEqualTo(new CallerScene.Goodbye(Outcome.NO_COVERAGE, Story.ARABIC));
            assertThat(story.commands()).contains(new Finish(Outcome.NO_COVERAGE));
        }

        /** What was asked in another language says nothing about this one: the demand is uncovered. */
        @Test
        void thatNobodyIsOnDutyIsSaidAlsoAfterTheLanguageWasChanged() {
            var story = Story.withRinging("Amira")
                    .presses("*")
                    .poolFindsNobody(Coverage.NONE)
                    .presses("2");
            assertThat(story.callerHears()).isEqualTo(new CallerScene.Goodbye(Outcome.NO_COVERAGE, Story.UKRAINIAN));
        }
    }

    @Nested
    class SearchingForAnInterpreter {

        @Test
        void theFirstWaveIsDialledAtOnceWithADeadlineForEach() {
            var story = Story.ofAKnownCaller().poolFinds("Amira", "Basim").presses("1");
            assertThat(story.commands())
                    .containsSubsequence(
                            new Dial(offerTo("Amira")),
                            new Arm(new OfferOverdue(offerTo("Amira"), Stage.ASKED)),
                            new Dial(offerTo("Basim")),
                            new Arm(new OfferOverdue(offerTo("Basim"), Stage.ASKED)));
        }

        @Test
        void whoPicksUpHearsWhatItIsAboutButNeverWhoCalls() {
            var story = Story.withRinging("Amira").picksUp("Amira");
            assertThat(story.hears("Amira"))
                    .isEqualTo(new InterpreterScene.Whisper(Story.ARABIC, OrganisationKind.PRACTICE, false));
        }

        @Test
        void whenSomebodyFallsAwayTheNextIsAskedButNobodyTwice() {
            var story = Story.withRinging("Amira", "Basim").poolFinds("Chadi").legEnds("Amira", LegEnd.BUSY);
            assertThat(sought(story).except())
                    .isEqualTo(Set.of(Samples.interpreter("Amira"), Samples.interpreter("Basim")));
            assertThat(story.commands()).contains(new Dial(offerTo("Chadi")));
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
        @ValueSource(strings = {"2", "3"})
        void whoDeclinesIsThankedAndFreedWhenTheLegIsGone(String key) {
            var story = Story.withRinging("Amira").picksUp("Amira").answers("Amira", key);
            assertThat(story.hears("Amira")).isEqualTo(goodbyeTo(Reason.DECLINED));
            assertThat(story.commands())
                    .noneMatch(LetGo.class::isInstance)
                    .anyMatch(SeekInterpreters.class::isInstance);
            assertThat(story.legEnds("Amira", LegEnd.COMPLETED).commands())
                    .containsExactly(letGo("Amira", Fate.DECLINED));
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
            assertThat(story.hears("Amira"))
                    .isEqualTo(new InterpreterScene.Whisper(Story.ARABIC, OrganisationKind.PRACTICE, true));
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
            assertThat(story.commands())
                    .contains(new CancelLeg(offerTo("Amira")))
                    .noneMatch(LetGo.class::isInstance);
            story.happens(new OfferOverdue(offerTo("Amira"), Stage.ENDING));
            assertThat(story.commands()).containsExactly(new HangUpLeg(offerTo("Amira")), letGo("Amira", Fate.UNCLEAR));
        }

        @Test
        void theCallerIsToldWhenPatienceIsOverAndAllPhonesAreStopped() {
            var story = Story.withRinging("Amira", "Basim").picksUp("Basim").happens(new PatienceOver(1));
            assertThat(story.callerHears()).isEqualTo(new CallerScene.Goodbye(Outcome.NOBODY_ANSWERED, Story.ARABIC));
            assertThat(story.commands()).contains(new CancelLeg(offerTo("Amira")), new MoveLeg(offerTo("Basim")));
        }

        @Test
        void whenAllWereAskedAndNoPhoneRingsTheCallerIsToldAtOnce() {
            var story = Story.withRinging("Amira")
                    .poolFindsNobody(Coverage.EXHAUSTED)
                    .legEnds("Amira", LegEnd.BUSY);
            assertThat(story.callerHears()).isEqualTo(new CallerScene.Goodbye(Outcome.NOBODY_ANSWERED, Story.ARABIC));
        }

        @Test
        void asLongAsAPhoneRingsTheCallerIsNotSentAway() {
            var story =
                    Story.withRinging("Amira").poolFindsNobody(Coverage.NONE).happens(new SeekAgainDue(1));
            assertThat(story.state()).isInstanceOf(Searching.class);
        }

        @Test
        void theStarWhileWaitingChangesTheLanguageAndStopsAllPhones() {
            var story = Story.withRinging("Amira", "Basim").picksUp("Basim").presses("*");
            assertThat(story.callerHears()).isEqualTo(chooseLanguage(Asking.FIRST));
            assertThat(story.commands()).contains(new CancelLeg(offerTo("Amira")), new MoveLeg(offerTo("Basim")));
            assertThat(story.hears("Basim")).isEqualTo(goodbyeTo(Reason.CALL_SETTLED));
            assertThat(story.presses("2").commands()).contains(new NoteLanguage(Story.UKRAINIAN));
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
    }

    @Nested
    class Accepting {

        @Test
        void theFirstToPressTheKeyGetsTheCallAndTheOthersAreStopped() {
            var story = Story.withRinging("Amira", "Basim", "Chadi")
                    .picksUp("Amira")
                    .picksUp("Basim")
                    .answers("Amira", "1");
            assertThat(story.hears("Amira")).isEqualTo(new InterpreterScene.InRoom(offerTo("Amira")));
            assertThat(story.callerHears()).isEqualTo(new CallerScene.InRoom(offerTo("Amira")));
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
            assertThat(story.hears("Amira")).isEqualTo(new InterpreterScene.InRoom(offerTo("Amira")));
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
            var story =
                    Story.withAmiraOnTheWay().joins(Party.INTERPRETER, "Amira").joins(Party.CALLER, "Amira");
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
            var story =
                    Story.withAmiraOnTheWay().joins(Party.CALLER, "Amira").happens(new JoinOverdue(offerTo("Amira")));
            story.poolFinds("Basim").happens(story.seen("Amira", true, false));
            assertThat(story.commands()).contains(new MoveLeg(offerTo("Amira")), new Dial(offerTo("Basim")));
            assertThat(story.offer("Amira").fate()).isEqualTo(Fate.LOST);
            assertThat(sought(story).except()).contains(Samples.interpreter("Amira"));
        }

        @Test
        void theSearchGoesOnWhenTheWinnersLegIsLost() {
            var story = Story.withAmiraOnTheWay().poolFinds("Basim").legEnds("Amira", LegEnd.COMPLETED);
            assertThat(story.commands()).contains(letGo("Amira", Fate.LOST), new Dial(offerTo("Basim")));
        }

        @Test
        void aCallerWhoDoesNotArriveIsFetchedAndGivenUpAfterAFewLooks() {
            var story = Story.withAmiraOnTheWay();
            story.happens(new JoinOverdue(offerTo("Amira"))).happens(story.seen("Amira", false, true));
            assertThat(story.commands()).containsExactly(new MoveCaller());
            story.happens(new JoinOverdue(offerTo("Amira"))).happens(story.seen("Amira", false, true));
            story.happens(new JoinOverdue(offerTo("Amira"))).happens(story.seen("Amira", false, true));
            assertThat(story.callerHears()).isEqualTo(new CallerScene.Goodbye(Outcome.FAILED, Story.ARABIC));
        }
    }

    @Nested
    class TheConversation {

        @Test
        void endsWhenTheInterpreterHangsUpAndTheCallerMayRateIt() {
            var story = Story.inConversationWithAmira().legEnds("Amira", LegEnd.COMPLETED);
            assertThat(story.commands()).contains(letGo("Amira", Fate.ACCEPTED));
            story.callerLeavesRoomOf("Amira");
            assertThat(story.callerHears()).isEqualTo(new CallerScene.Rate());
            assertThat(story.commands()).contains(new Finish(Outcome.CONNECTED));
            assertThat(story.presses("5").commands()).contains(new NoteRating(5));
            assertThat(story.callerHears()).isEqualTo(goodbye(Outcome.CONNECTED));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "0", "6", "*", "12"})
        void isNotRatedByOtherKeys(String keys) {
            var story =
                    Story.inConversationWithAmira().callerLeavesRoomOf("Amira").presses(keys);
            assertThat(story.commands()).noneMatch(NoteRating.class::isInstance);
            assertThat(story.callerHears()).isEqualTo(goodbye(Outcome.CONNECTED));
        }

        @Test
        void endsWhenTheCallerHangsUpAndTheInterpreterIsThanked() {
            var story = Story.inConversationWithAmira().callerHangsUp();
            assertThat(story.state()).isInstanceOf(CallState.Ended.class);
            assertThat(story.commands()).contains(new Finish(Outcome.CONNECTED));
            assertThat(story.hears("Amira")).isEqualTo(goodbyeTo(Reason.SESSION_OVER));
            assertThat(story.legEnds("Amira", LegEnd.COMPLETED).commands())
                    .containsExactly(letGo("Amira", Fate.ACCEPTED));
        }

        @Test
        void goesOnWhenALookIntoTheRoomFindsBoth() {
            var story = Story.inConversationWithAmira().happens(new RoomCheckDue(offerTo("Amira")));
            assertThat(story.commands()).contains(new CheckRoom(offerTo("Amira"), Samples.look(story.state())));
            assertThat(story.happens(story.seen("Amira", true, true)).commands())
                    .isEmpty();
        }

        @Test
        void whoseEndWasLostIsEndedByLookingIntoTheRoom() {
            var story = Story.inConversationWithAmira().happens(new RoomCheckDue(offerTo("Amira")));
            story.happens(story.seen("Amira", false, false));
            assertThat(story.state()).isInstanceOf(Rating.class);
            assertThat(story.commands()).contains(new Finish(Outcome.CONNECTED), new HangUpLeg(offerTo("Amira")));
        }

        @Test
        void isLeftByACallerWhoDidNotNoticeThatTheInterpreterHasGone() {
            var story = Story.inConversationWithAmira().happens(new InterpreterLeftRoom(offerTo("Amira")));
            assertThat(story.state()).isInstanceOf(Connected.class);
            assertThat(story.happens(new LeaveOverdue(offerTo("Amira"))).state())
                    .isInstanceOf(Rating.class);
        }

        @Test
        void isNotEndedByADeadlineThatMeantTheWayIntoIt() {
            var story = Story.inConversationWithAmira();
            story.happens(new JoinOverdue(offerTo("Amira"))).happens(new PatienceOver(1));
            assertThat(story.state()).isInstanceOf(Connected.class);
            assertThat(story.happens(new LeaveOverdue(offerTo("Amira"))).state())
                    .isInstanceOf(Connected.class);
        }

        /** The look was ordered when Amira was late, and is told when she has arrived. */
        @Test
        void isNotEndedByALookIntoTheRoomFromBeforeItBegan() {
            var story =
                    Story.withAmiraOnTheWay().joins(Party.CALLER, "Amira").happens(new JoinOverdue(offerTo("Amira")));
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
            var story =
                    Story.inConversationWithAmira().callerLeavesRoomOf("Amira").happens(new FarewellOverdue());
            assertThat(story.commands()).containsExactly(new HangUpCaller());
        }
    }

    @Nested
    class WhenTheCallerHangsUp {

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
            var story =
                    Story.withRinging("Amira").picksUp("Amira").callerHangsUp().answers("Amira", "1");
            assertThat(story.hears("Amira")).isEqualTo(goodbyeTo(Reason.CALL_SETTLED));
        }

        @Test
        void whileTheInterpreterIsOnTheWaySheIsFetchedBack() {
            var story = Story.withAmiraOnTheWay().callerHangsUp();
            assertThat(story.commands()).contains(new Finish(Outcome.ABANDONED_WAITING), new MoveLeg(offerTo("Amira")));
            assertThat(story.hears("Amira")).isEqualTo(goodbyeTo(Reason.CALL_SETTLED));
        }

        @Test
        void anInterpreterWhoEntersTheRoomNeverthelessIsHungUp() {
            var story = Story.withAmiraOnTheWay().callerHangsUp().joins(Party.INTERPRETER, "Amira");
            assertThat(story.commands()).containsExactly(new HangUpLeg(offerTo("Amira")));
        }

        @Test
        void whileRatingTheOutcomeIsNotWrittenTwice() {
            var story =
                    Story.inConversationWithAmira().callerLeavesRoomOf("Amira").callerHangsUp();
            assertThat(story.state()).isInstanceOf(CallState.Ended.class);
            assertThat(story.commands()).noneMatch(Finish.class::isInstance);
        }

        @Test
        void duringTheLastWordsTheOutcomeStays() {
            var story = Story.ofAKnownCaller()
                    .poolFindsNobody(Coverage.NONE)
                    .presses("1")
                    .callerHangsUp();
            assertThat(story.callerHears()).isEqualTo(goodbye(Outcome.NO_COVERAGE));
            assertThat(story.commands()).isEmpty();
        }
    }

    private static SeekInterpreters sought(Story story) {
        return story.commands().stream()
                .filter(SeekInterpreters.class::isInstance)
                .map(SeekInterpreters.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static LetGo letGo(String interpreter, Fate fate) {
        return new LetGo(offerTo(interpreter), Samples.interpreter(interpreter), fate, true);
    }

    private static CallerScene chooseLanguage(Asking asking) {
        return new CallerScene.ChooseLanguage(Samples.CALLER.menu(), asking);
    }

    private static CallerScene goodbye(Outcome outcome) {
        return new CallerScene.Goodbye(outcome, null);
    }

    private static InterpreterScene goodbyeTo(Reason reason) {
        return new InterpreterScene.Goodbye(reason);
    }
}
