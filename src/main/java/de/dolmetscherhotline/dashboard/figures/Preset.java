package de.dolmetscherhotline.dashboard.figures;

import de.dolmetscherhotline.evaluation.Period;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Periods that have a name. Those that are not over yet end today. */
enum Preset {
    THIS_MONTH,
    LAST_MONTH,
    THIS_QUARTER,
    LAST_QUARTER,
    THIS_YEAR,
    LAST_YEAR;

    static Optional<Preset> of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(preset -> preset.word().equals(word))
                .findFirst();
    }

    /** As it stands in addresses and keys of messages. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Period on(LocalDate today) {
        var month = today.withDayOfMonth(1);
        var quarter = month.with(IsoFields.DAY_OF_QUARTER, 1);
        var year = today.withDayOfYear(1);
        return switch (this) {
            case THIS_MONTH -> new Period(month, today);
            case LAST_MONTH -> new Period(month.minusMonths(1), month.minusDays(1));
            case THIS_QUARTER -> new Period(quarter, today);
            case LAST_QUARTER -> new Period(quarter.minusMonths(3), quarter.minusDays(1));
            case THIS_YEAR -> new Period(year, today);
            case LAST_YEAR -> new Period(year.minusYears(1), year.minusDays(1));
        };
    }
}
