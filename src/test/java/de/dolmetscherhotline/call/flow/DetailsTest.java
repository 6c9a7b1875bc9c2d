package de.dolmetscherhotline.call.flow;

import static de.dolmetscherhotline.call.flow.Expected.goodbye;
import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.call.flow.CallEvent.ChoiceOverdue;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.CallState.Detail;
import de.dolmetscherhotline.call.flow.CallState.Searching;
import de.dolmetscherhotline.call.flow.Command.NoteEmergency;
import de.dolmetscherhotline.call.flow.Command.NoteNeed;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.GenderWish;
import de.dolmetscherhotline.kernel.Outcome;
import de.dolmetscherhotline.kernel.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories of the questions about subject and gender. */
class DetailsTest {

    private static final Caller NO_QUESTIONS = Samples.CALLER;
    private static final Caller SUBJECT_ONLY = Samples.caller(true, false, true, Samples.SERVICES);
    private static final Caller GENDER_ONLY = Samples.caller(false, true, true, Samples.SERVICES);
    private static final Caller BOTH = Samples.CHOOSY_CALLER;

    @Test
    void areNotAskedUnlessTheOrganisationWantsThem() {
        assertThat(Story.of(NO_QUESTIONS).presses("1").state()).isInstanceOf(Searching.class);
    }

    @Test
    void areAskedOneAfterTheOther() {
        var story = Story.of(BOTH).presses("1");
        assertThat(story.callerHears()).isEqualTo(choose(Detail.SUBJECT, Asking.FIRST));
        assertThat(story.presses("1").callerHears()).isEqualTo(choose(Detail.GENDER, Asking.FIRST));
        assertThat(story.presses("2").commands())
                .contains(new NoteNeed(Samples.NEED.about(Subject.MEDICAL).by(GenderWish.requirement(Gender.FEMALE))));
    }

    @ParameterizedTest
    @CsvSource({"1, MEDICAL", "2, AUTHORITY", "3, SCHOOL", "4, POLICE", "5, ASYLUM"})
    void aboutTheSubjectHaveAKeyForEach(String key, Subject subject) {
        var story = Story.of(SUBJECT_ONLY).presses("1").presses(key);
        assertThat(story.commands()).contains(new NoteNeed(Samples.NEED.about(subject)));
    }

    @ParameterizedTest
    @CsvSource({"1, FEMALE, false", "2, FEMALE, true", "3, MALE, false", "4, MALE, true"})
    void aboutTheGenderTellWishesFromRequirements(String key, Gender gender, boolean required) {
        var wanted = required ? GenderWish.requirement(gender) : GenderWish.wish(gender);
        var story = Story.of(GENDER_ONLY).presses("1").presses(key);
        assertThat(story.commands()).contains(new NoteNeed(Samples.NEED.by(wanted)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6"})
    void aboutTheSubjectNeedNoAnswer(String keys) {
        assertThat(Story.of(SUBJECT_ONLY).presses("1").presses(keys).commands()).contains(new NoteNeed(Samples.NEED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5"})
    void aboutTheGenderNeedNoAnswer(String keys) {
        assertThat(Story.of(GENDER_ONLY).presses("1").presses(keys).commands()).contains(new NoteNeed(Samples.NEED));
    }

    @Test
    void areRepeatedByTheStarWithoutCostingATry() {
        var story = Story.of(BOTH).presses("1");
        for (var i = 0; i < 10; i++) {
            story.presses("*");
        }
        assertThat(story.callerHears()).isEqualTo(choose(Detail.SUBJECT, Asking.AGAIN_ON_REQUEST));
    }

    @Test
    void areLeftOpenAfterKeysThatMeanNothing() {
        var story = Story.of(SUBJECT_ONLY).presses("1").presses("8");
        assertThat(story.callerHears()).isEqualTo(choose(Detail.SUBJECT, Asking.AGAIN_NOT_UNDERSTOOD));
        assertThat(story.presses("8").presses("8").commands()).contains(new NoteNeed(Samples.NEED));
    }

    @Test
    void areNotAskedInAnEmergency() {
        var story = Story.of(BOTH).presses("9").presses("1");
        assertThat(story.commands()).contains(new NoteNeed(Samples.NEED.inAnEmergency()));
        assertThat(story.state()).isInstanceOf(Searching.class);
    }

    @Test
    void areCutShortByAnEmergency() {
        var story = Story.of(BOTH).presses("1").presses("1").presses("9");
        assertThat(story.commands())
                .startsWith(
                        new NoteEmergency(),
                        new NoteNeed(Samples.NEED.about(Subject.MEDICAL).inAnEmergency()));
        assertThat(story.state()).isInstanceOf(Searching.class);
    }

    @Test
    void haveADeadline() {
        var story = Story.of(BOTH).presses("1").happens(new ChoiceOverdue(0));
        assertThat(story.callerHears()).isEqualTo(goodbye(Outcome.ABANDONED_CHOOSING));
    }

    private static CallerScene choose(Detail detail, Asking asking) {
        return new CallerScene.ChooseDetail(detail, asking);
    }
}
