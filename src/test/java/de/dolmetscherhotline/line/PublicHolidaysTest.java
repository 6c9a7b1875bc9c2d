package de.dolmetscherhotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Test;

class PublicHolidaysTest {

    private final PublicHolidays holidays = new PublicHolidays();

    @Test
    void theYear2026InLowerSaxony() {
        assertThat(LocalDate.of(2026, 1, 1)
                        .datesUntil(LocalDate.of(2027, 1, 1))
                        .filter(day -> holidays.include(day, "DE-NI")))
                .containsExactly(
                        LocalDate.of(2026, Month.JANUARY, 1),
                        LocalDate.of(2026, Month.APRIL, 3),
                        LocalDate.of(2026, Month.APRIL, 6),
                        LocalDate.of(2026, Month.MAY, 1),
                        LocalDate.of(2026, Month.MAY, 14),
                        LocalDate.of(2026, Month.MAY, 25),
                        LocalDate.of(2026, Month.OCTOBER, 3),
                        LocalDate.of(2026, Month.OCTOBER, 31),
                        LocalDate.of(2026, Month.DECEMBER, 25),
                        LocalDate.of(2026, Month.DECEMBER, 26));
    }

    @Test
    void statesHaveHolidaysOfTheirOwn() {
        var fronleichnam = LocalDate.of(2026, Month.JUNE, 4);
        var reformationstag = LocalDate.of(2026, Month.OCTOBER, 31);
        assertThat(holidays.include(fronleichnam, "DE-NW")).isTrue();
        assertThat(holidays.include(reformationstag, "DE-NW")).isFalse();
        assertThat(holidays.include(reformationstag, "DE-ST")).isTrue();
        assertThat(holidays.include(LocalDate.of(2026, Month.MARCH, 8), "DE-BE"))
                .isTrue();
        assertThat(holidays.include(LocalDate.of(2026, Month.MARCH, 8), "DE-NI"))
                .isFalse();
    }

    @Test
    void whatOnlySomeMunicipalitiesObserveIsNoHolidayOfTheState() {
        assertThat(holidays.include(LocalDate.of(2026, Month.AUGUST, 8), "DE-BY"))
                .isFalse();
    }

    @Test
    void everyStateIsKnown() {
        assertThat(holidays.regions())
                .containsExactlyInAnyOrder(
                        "DE-BW", "DE-BY", "DE-BE", "DE-BB", "DE-HB", "DE-HH", "DE-HE", "DE-MV", "DE-NI", "DE-NW",
                        "DE-RP", "DE-SL", "DE-SN", "DE-ST", "DE-SH", "DE-TH");
    }
}
