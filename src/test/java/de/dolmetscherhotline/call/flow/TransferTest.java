package de.dolmetscherhotline.call.flow;

import static de.dolmetscherhotline.call.flow.Expected.goodbye;
import static de.dolmetscherhotline.call.flow.Story.offerTo;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.call.flow.CallEvent.Arrival;
import de.dolmetscherhotline.call.flow.CallEvent.PatienceOver;
import de.dolmetscherhotline.call.flow.CallEvent.TakenOver;
import de.dolmetscherhotline.call.flow.CallEvent.TransferAnswered;
import de.dolmetscherhotline.call.flow.CallEvent.TransferOver;
import de.dolmetscherhotline.call.flow.CallEvent.TransferOverdue;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.CallState.ChoosingLanguage;
import de.dolmetscherhotline.call.flow.CallState.Connected;
import de.dolmetscherhotline.call.flow.CallState.Detailing;
import de.dolmetscherhotline.call.flow.CallState.Identifying;
import de.dolmetscherhotline.call.flow.CallState.Searching;
import de.dolmetscherhotline.call.flow.CallState.Unserved;
import de.dolmetscherhotline.call.flow.Command.Arm;
import de.dolmetscherhotline.call.flow.Command.CancelLeg;
import de.dolmetscherhotline.call.flow.Command.Dial;
import de.dolmetscherhotline.call.flow.Command.Finish;
import de.dolmetscherhotline.call.flow.Command.HangUpCaller;
import de.dolmetscherhotline.call.flow.Command.MoveLeg;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene;
import de.dolmetscherhotline.kernel.Outcome;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stories of callers who are connected with the coordinator or a provider. */
class TransferTest {

    static Stream<Named<Story>> whoeverIsAskedOrWaits() {
        return Stream.of(
                Named.of("for the PIN", Story.ofAnUnknownCaller()),
                Named.of("for the language", Story.ofAKnownCaller()),
                Named.of("for the subject", Story.of(Samples.CHOOSY_CALLER).presses("1")),
                Named.of("to wait", Story.withRinging("Amira")),
                Named.of("what to do instead", Story.unserved()));
    }

    @ParameterizedTest
    @MethodSource("whoeverIsAskedOrWaits")
    void reachTheCoordinatorWithZeroAndComeBackIfNobodyIsThere(Story story) {
        var before = story.state();
        story.presses("0");
        assertThat(story.callerHears()).isEqualTo(new CallerScene.Transfer(Destination.COORDINATOR));
        story.happens(new TransferOver(false));
        assertThat(story.state()).hasSameClassAs(before);
        assertThat(asking(story.state())).isEqualTo(Asking.AGAIN_UNREACHABLE);
    }

    @Test
    void hearThatThereIsNobodyIfNoNumberIsOnRecord() {
        assertThat(asking(Story.ofArrival(new Arrival.FromUnknownNumber(Services.NONE))
                        .presses("0")
                        .state()))
                .isEqualTo(Asking.AGAIN_UNREACHABLE);
        assertThat(asking(Story.of(Samples.PLAIN_CALLER).presses("0").state())).isEqualTo(Asking.AGAIN_UNREACHABLE);
        assertThat(asking(
                        Story.of(Samples.PLAIN_CALLER).presses("1").presses("0").state()))
                .isEqualTo(Asking.AGAIN_UNREACHABLE);
        var choosy = Samples.caller(true, true, true, Services.NONE);
        assertThat(asking(Story.of(choosy).presses("1").presses("0").state())).isEqualTo(Asking.AGAIN_UNREACHABLE);
    }

    @Test
    void stopAllPhonesThatRingForThem() {
        var story = Story.withRinging("Amira", "Basim").picksUp("Basim").presses("0");
        assertThat(story.commands()).contains(new CancelLeg(offerTo("Amira")), new MoveLeg(offerTo("Basim")));
    }

    @Test
    void waitAnewIfNobodyIsThere() {
        var story = Story.withRinging("Amira").presses("0").poolFinds("Basim").happens(new TransferOver(false));
        assertThat(story.commands()).contains(new Arm(new PatienceOver(2)), new Dial(offerTo("Basim"), false));
        assertThat(story.happens(new PatienceOver(1)).state()).isInstanceOf(Searching.class);
    }

    @Test
    void areHelpedAsSoonAsSomebodyPicksUp() {
        var story = Story.withRinging("Amira").presses("0").happens(new TransferAnswered());
        assertThat(story.commands()).containsExactly(new Finish(Outcome.HANDED_TO_COORDINATOR));
        assertThat(story.callerHangsUp().state())
                .isEqualTo(new CallState.Ended(
                        Outcome.HANDED_TO_COORDINATOR, story.state().offers()));
    }

    /** The network may lose the news that somebody picked up. */
    @Test
    void areHelpedIfTheNetworkSaysSoAfterwards() {
        var story = Story.unserved().presses("2").happens(new TransferOver(true));
        assertThat(story.commands()).contains(new Finish(Outcome.HANDED_TO_PROVIDER));
        assertThat(story.callerHears()).isEqualTo(goodbye(Outcome.HANDED_TO_PROVIDER));
    }

    @Test
    void haveOneOutcomeOnly() {
        var story = Story.unserved().presses("2").happens(new TransferAnswered());
        assertThat(story.happens(new TransferAnswered()).commands()).isEmpty();
        assertThat(story.happens(new TransferOver(true)).commands()).noneMatch(Finish.class::isInstance);
        var other =
                Story.unserved().presses("2").happens(new TransferAnswered()).callerHangsUp();
        assertThat(other.commands()).noneMatch(Finish.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource("whoeverIsAskedOrWaits")
    void haveGivenUpIfTheyHangUpBefore(Story story) {
        var outcome = outcomeOf(story.state());
        assertThat(story.presses("0").callerHangsUp().commands()).contains(new Finish(outcome));
    }

    /** The network may lose the news of the end, and of the caller's hanging up as well. */
    @Test
    void areNotBelievedToTalkThereForever() {
        var story =
                Story.unserved().presses("2").happens(new TransferAnswered()).happens(new TransferOverdue(1));
        assertThat(story.commands()).containsExactly(new HangUpCaller());
        assertThat(story.state()).isInstanceOf(CallState.Ended.class);
        var unanswered = Story.unserved().presses("2").happens(new TransferOverdue(1));
        assertThat(unanswered.commands()).containsExactly(new Finish(Outcome.NO_COVERAGE), new HangUpCaller());
    }

    @Test
    void areNotCutOffByTheDeadlineOfAnEarlierTime() {
        var story = Story.withRinging("Amira")
                .presses("0")
                .happens(new TransferOver(false))
                .presses("0");
        assertThat(story.happens(new TransferOverdue(1)).state()).isInstanceOf(CallState.Transferring.class);
    }

    @Test
    void areHandedOverByACoordinatorWhileTheyWait() {
        var story = Story.withRinging("Amira").happens(new TakenOver(Destination.PROFESSIONAL_PROVIDER));
        assertThat(story.callerHears()).isEqualTo(new CallerScene.Transfer(Destination.PROFESSIONAL_PROVIDER));
        assertThat(story.commands()).contains(new CancelLeg(offerTo("Amira")));
    }

    @Test
    void areNotHandedOverWhereNoNumberIsOnRecord() {
        var story = Story.of(Samples.PLAIN_CALLER).presses("1").happens(new TakenOver(Destination.COORDINATOR));
        assertThat(story.state()).isInstanceOf(Searching.class);
    }

    @Test
    void areNotHandedOverInTheMiddleOfAConversation() {
        var story = Story.inConversationWithAmira().happens(new TakenOver(Destination.COORDINATOR));
        assertThat(story.state()).isInstanceOf(Connected.class);
    }

    private static Asking asking(CallState state) {
        return switch (state) {
            case Identifying s -> s.asking();
            case ChoosingLanguage s -> s.asking();
            case Detailing s -> s.asking();
            case Searching s -> s.announcement().asking();
            case Unserved s -> s.asking();
            case CallState other -> throw new AssertionError(other);
        };
    }

    private static Outcome outcomeOf(CallState state) {
        return switch (state) {
            case Searching s -> Outcome.ABANDONED_WAITING;
            case Unserved s -> s.why();
            case CallState s -> Outcome.ABANDONED_CHOOSING;
        };
    }
}
