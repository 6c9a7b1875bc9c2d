package de.dolmetscherhotline.call.flow;

import static de.dolmetscherhotline.call.flow.Expected.chooseLanguage;
import static de.dolmetscherhotline.call.flow.Expected.goodbye;
import static de.dolmetscherhotline.call.flow.Story.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.call.flow.CallEvent.ChoiceOverdue;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.CallState.ChoosingLanguage;
import de.dolmetscherhotline.call.flow.CallState.Searching;
import de.dolmetscherhotline.call.flow.Command.NoteEmergency;
import de.dolmetscherhotline.call.flow.Command.NoteNeed;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories of how the language is chosen. */
class ChoosingLanguageTest {

    @Test
    void aMenuKeyActsAtOnce() {
        var story = Story.ofAKnownCaller().presses("1");
        assertThat(story.commands()).contains(new NoteNeed(Need.of(Story.ARABIC)));
        assertThat(story.state()).isInstanceOf(Searching.class);
    }

    @Test
    void aCodeMayComeInTwoKeys() {
        var story = Story.ofAKnownCaller().presses("4");
        assertThat(story.callerHears()).isEqualTo(chooseLanguage(Asking.FOR_MORE_KEYS));
        assertThat(story.presses("1").commands()).contains(new NoteNeed(Need.of(Story.FARSI)));
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
        assertThat(story.commands()).contains(new NoteNeed(Need.of(Story.ARABIC)));
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
        var story = Story.ofAKnownCaller().presses("8");
        assertThat(story.callerHears()).isEqualTo(chooseLanguage(Asking.AGAIN_NOT_UNDERSTOOD));
    }

    @Test
    void aLanguageThatIsSpokenIsReadBackAndConfirmedByKey() {
        var story = Story.ofAKnownCaller().says("farsi");
        assertThat(story.callerHears()).isEqualTo(new CallerScene.ConfirmLanguage(Story.FARSI));
        assertThat(story.presses("1").commands()).contains(new NoteNeed(Need.of(Story.FARSI)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "0", "9", "*"})
    void aLanguageThatIsNotConfirmedIsForgottenAndAskedForAgain(String keys) {
        var story = Story.ofAKnownCaller().says("farsi").presses(keys);
        assertThat(story.callerHears()).isInstanceOf(CallerScene.ChooseLanguage.class);
        assertThat(story.presses("1").commands()).contains(new NoteNeed(Need.of(Story.ARABIC)));
    }

    @Test
    void wordsThatMeanNothingCostATryLikeKeys() {
        var story = Story.ofAKnownCaller().says("hm");
        assertThat(story.callerHears()).isEqualTo(chooseLanguage(Asking.AGAIN_NOT_UNDERSTOOD));
        assertThat(story.says("hm").says("hm").callerHears()).isEqualTo(goodbye(Outcome.NO_LANGUAGE_CHOSEN));
    }

    @Test
    void whoOnlyEverSaysTheWrongLanguageIsNotAskedForever() {
        var story = Story.ofAKnownCaller();
        for (var i = 0; i < Samples.RULES.languageTries(); i++) {
            story.says("farsi").presses("2");
        }
        assertThat(story.callerHears()).isEqualTo(goodbye(Outcome.NO_LANGUAGE_CHOSEN));
    }

    @Test
    void wordsThatComeTooLateMeanNothing() {
        var story = Story.withRinging("Amira").says("farsi");
        assertThat(story.state()).isInstanceOf(Searching.class);
        assertThat(story.commands()).isEmpty();
    }

    @Test
    void anEmergencyIsNotedAndTheLanguageAskedForAtOnce() {
        var story = Story.ofAKnownCaller().presses("9");
        assertThat(story.commands()).containsExactly(new NoteEmergency());
        assertThat(story.callerHears()).isEqualTo(chooseLanguage(Asking.AGAIN_AS_EMERGENCY));
        assertThat(story.presses("1").commands()).contains(new NoteNeed(Samples.NEED.inAnEmergency()));
    }

    @Test
    void theNineBelongsToTheCodeThatWasBegun() {
        var story = Story.ofAKnownCaller().presses("4").presses("9");
        assertThat(story.callerHears()).isEqualTo(chooseLanguage(Asking.AGAIN_NOT_UNDERSTOOD));
        assertThat(story.commands()).doesNotContain(new NoteEmergency());
    }

    @Test
    void whoNeverChoosesIsGivenUp() {
        var story = Story.ofAKnownCaller().happens(new ChoiceOverdue(0));
        assertThat(story.callerHears()).isEqualTo(goodbye(Outcome.ABANDONED_CHOOSING));
    }

    @Test
    void theDeadlineOfAnEarlierChoiceMeansNothing() {
        var story = Story.withRinging("Amira").presses("*").happens(new ChoiceOverdue(0));
        assertThat(story.state()).isInstanceOf(ChoosingLanguage.class);
    }
}
