package de.dolmetscherhotline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PeriodTest {

    @Test
    void beforeWholeMonthsComeAsManyMonths() {
        var quarter = new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30));
        assertThat(quarter.before()).isEqualTo(new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31)));
        var february = new Period(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29));
        assertThat(february.before()).isEqualTo(new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 31)));
        var year = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
        assertThat(year.before()).isEqualTo(new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)));
    }

    @Test
    void beforeAnyOtherPeriodCountsItsLength() {
        var march = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 30));
        assertThat(march.before()).isEqualTo(new Period(LocalDate.of(2026, 1, 30), LocalDate.of(2026, 2, 28)));
        var day = LocalDate.of(2026, 3, 1);
        assertThat(new Period(day, day).before()).isEqualTo(new Period(day.minusDays(1), day.minusDays(1)));
    }

    @Test
    void noPeriodEndsBeforeItBegins() {
        var day = LocalDate.of(2026, 3, 1);
        assertThat(new Period(day, day).days()).isOne();
        assertThatThrownBy(() -> new Period(day, day.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eachDayIsInExactlyOnePartAndMonthsAreWhole() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var from = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(400));
            var period = new Period(from, from.plusDays(random.nextInt(120)));
            var parts = period.parts();
            var days = new ArrayList<LocalDate>();
            parts.days().datesUntil(parts.months()).forEach(days::add);
            for (var month = parts.months(); month.isBefore(parts.rest()); month = month.plusMonths(1)) {
                assertThat(month.getDayOfMonth()).isOne();
                month.datesUntil(month.plusMonths(1)).forEach(days::add);
            }
            parts.rest().datesUntil(parts.end()).forEach(days::add);
            assertThat(days)
                    .as(period.toString())
                    .isEqualTo(from.datesUntil(period.to().plusDays(1)).toList());
        }
    }
}
