package de.dolmetscherhotline.availability;

import java.time.LocalDate;
import java.util.UUID;

/** Whole days on which somebody is away, the last included; days of the district. */
public record Absence(UUID id, LocalDate firstDay, LocalDate lastDay) {

    /** @throws IllegalArgumentException if it ends before it begins */
    public Absence {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("must not end before it begins");
        }
    }
}
