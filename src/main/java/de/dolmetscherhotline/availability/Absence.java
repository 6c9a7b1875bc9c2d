package de.dolmetscherhotline.availability;

import java.time.LocalDate;
import java.util.UUID;

/** Whole days on which somebody is away, the last included; days of the district. */
public record Absence(UUID id, LocalDate firstDay, LocalDate lastDay) {

    private static final int YEARS_AHEAD = 2;

    /** @throws IllegalArgumentException if it ends before it begins */
    public Absence {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("must not end before it begins");
        }
    }

    /** Whether it has nothing to say about this day or any later one. */
    public boolean isOverOn(LocalDate today) {
        return lastDay.isBefore(today);
    }

    /** Whether it goes on for longer than anybody plans ahead: two years. */
    public boolean isTooFarFrom(LocalDate today) {
        return lastDay.isAfter(today.plusYears(YEARS_AHEAD));
    }
}
