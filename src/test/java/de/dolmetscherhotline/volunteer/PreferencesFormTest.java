package de.dolmetscherhotline.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.availability.Preferences;
import de.dolmetscherhotline.availability.QuietHours;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesFormTest {

    private static final Preferences STORED =
            new Preferences(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)), 3, true, false, true);

    @Test
    void whatIsStoredIsShownAndReadBack() {
        var shown = PreferencesForm.of(STORED);
        var read = PreferencesForm.read(new PreferencesForm.Typed(
                shown.quietFrom(), shown.quietTo(), shown.callsPerDay(), "on", null, "on", shown.shown()));
        assertThat(read.isWrong()).isFalse();
        assertThat(read.preferences()).isEqualTo(STORED);
        assertThat(read.isAnswerTo(STORED)).isTrue();
        assertThat(read.isAnswerTo(new Preferences(null, null, true, true, true)))
                .isFalse();
    }

    @Test
    void emptyFieldsMeanNoQuietHoursAndNoLimit() {
        assertThat(typed("", " ", null).preferences()).isEqualTo(new Preferences(null, null, false, false, false));
    }

    @Test
    void quietHoursHaveTwoEndsThatDiffer() {
        assertThat(typed("22", "", "").quietToProblem()).isEqualTo("volunteer.problem.time-missing");
        assertThat(typed("", "7", "").quietFromProblem()).isEqualTo("volunteer.problem.time-missing");
        assertThat(typed("night", "7", "").quietFromProblem()).isEqualTo("volunteer.problem.time");
        assertThat(typed("7", "7:00", "").quietToProblem()).isEqualTo("volunteer.problem.quiet-same");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "999", "1000", "many", "1.5", "٣"})
    void aLimitIsASmallNumber(String calls) {
        assertThat(typed("", "", calls).callsPerDayProblem()).isEqualTo("volunteer.problem.calls");
        assertThat(typed("", "", calls).callsPerDay()).isEqualTo(calls);
    }

    @Test
    void everyLimitThatTheServiceTakesCanBeTyped() {
        assertThat(typed("", "", "100").preferences().callsPerDay()).isEqualTo(Preferences.MOST_CALLS_PER_DAY);
    }

    private static PreferencesForm typed(String from, String to, @Nullable String calls) {
        return PreferencesForm.read(new PreferencesForm.Typed(from, to, calls, null, null, null, null));
    }
}
