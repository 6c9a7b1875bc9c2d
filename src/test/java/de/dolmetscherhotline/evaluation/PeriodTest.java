package de.dolmetscherhotline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PeriodTest {

    @Test
    void thePeriodBeforeIsAsLongAndEndsTheDayBefore() {
        var march = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
        assertThat(march.before()).isEqualTo(new Period(LocalDate.of(2026, 1, 29), LocalDate.of(2026, 2, 28)));
        assertThat(march.before().days()).isEqualTo(31);
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
