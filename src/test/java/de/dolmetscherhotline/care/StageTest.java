package de.dolmetscherhotline.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    @ParameterizedTest
    @CsvSource({"60, FIRST", "59, FIRST", "31, FIRST", "30, SECOND", "8, SECOND", "7, LAST", "1, LAST", "0, LAST"})
    void eachStageBeginsSoManyDaysAhead(int daysLeft, Stage stage) {
        assertThat(Stage.of(TODAY, TODAY.plusDays(daysLeft))).contains(stage);
    }

    @ParameterizedTest
    @CsvSource({"61", "365", "-1", "-30"})
    void nothingIsDueTooEarlyOrTooLate(int daysLeft) {
        assertThat(Stage.of(TODAY, TODAY.plusDays(daysLeft))).isEmpty();
    }

    @Test
    void theHorizonIsTheFirstDayOfTheEarliestStage() {
        assertThat(Stage.of(TODAY, Stage.horizon(TODAY))).contains(Stage.FIRST);
        assertThat(Stage.of(TODAY, Stage.horizon(TODAY).plusDays(1))).isEmpty();
    }

    @Test
    void leapDaysCountAsDays() {
        assertThat(Stage.of(LocalDate.parse("2028-02-28"), LocalDate.parse("2028-03-06")))
                .contains(Stage.LAST);
        assertThat(Stage.of(LocalDate.parse("2028-02-28"), LocalDate.parse("2028-03-07")))
                .contains(Stage.SECOND);
    }
}
