package de.dolmetscherhotline.dashboard.figures;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.evaluation.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which period a page is about. */
class PresetTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 12);

    @ParameterizedTest
    @CsvSource({
        "this-month, 2026-05-01, 2026-05-12",
        "last-month, 2026-04-01, 2026-04-30",
        "this-quarter, 2026-04-01, 2026-05-12",
        "last-quarter, 2026-01-01, 2026-03-31",
        "this-year, 2026-01-01, 2026-05-12",
        "last-year, 2025-01-01, 2025-12-31"
    })
    void periodsWithANameEndTodayAtTheLatest(String word, LocalDate from, LocalDate to) {
        assertThat(chosen(word, null, null).known()).isEqualTo(new Period(from, to));
        assertThat(chosen(word, null, null).query()).isEqualTo("period=" + word);
    }

    @Test
    void onNewYearsDayThePeriodsBeforeAreThoseOfTheOldYear() {
        var day = LocalDate.of(2026, 1, 1);
        assertThat(Preset.THIS_YEAR.on(day)).isEqualTo(new Period(day, day));
        assertThat(Preset.LAST_MONTH.on(day))
                .isEqualTo(new Period(LocalDate.of(2025, 12, 1), LocalDate.of(2025, 12, 31)));
        assertThat(Preset.LAST_QUARTER.on(day))
                .isEqualTo(new Period(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 12, 31)));
    }

    @Test
    void daysAreTakenAsTheyAreGiven() {
        var chosen = chosen(null, " 2026-02-03", "2026-02-03 ");
        assertThat(chosen.known()).isEqualTo(new Period(LocalDate.of(2026, 2, 3), LocalDate.of(2026, 2, 3)));
        assertThat(chosen.preset()).isNull();
        assertThat(chosen.query()).isEqualTo("from=2026-02-03&to=2026-02-03");
    }

    @Test
    void whereNothingIsAskedForItIsTheUsualPeriod() {
        assertThat(chosen(null, null, "").preset()).isEqualTo("last-month");
        assertThat(chosen("next-month", "", "").preset()).isEqualTo("last-month");
    }

    @Test
    void whatIsWrongIsSaidOfItsDayAndWhatWasTypedIsKept() {
        var unreadable = chosen(null, "gestern", "2026-02-03");
        assertThat(unreadable.isRight()).isFalse();
        assertThat(unreadable.from()).isEqualTo("gestern");
        assertThat(unreadable.fromProblem()).isEqualTo("figures.problem.day");
        assertThat(unreadable.toProblem()).isNull();
        assertThat(chosen(null, "2026-02-03", "").toProblem()).isEqualTo("figures.problem.day");
        assertThat(chosen(null, "1999-12-31", "2026-01-01").fromProblem()).isEqualTo("figures.problem.day");
        assertThat(chosen(null, "2026-02-03", "2026-02-02").toProblem()).isEqualTo("figures.problem.order");
    }

    private static ChosenPeriod chosen(@Nullable String period, @Nullable String from, @Nullable String to) {
        return new ChosenPeriod.Typed(period, from, to).on(TODAY, Preset.LAST_MONTH);
    }
}
