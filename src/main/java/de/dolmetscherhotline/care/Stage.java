package de.dolmetscherhotline.care;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** How far ahead somebody is warned that something runs out. */
enum Stage {
    LAST(7),
    SECOND(30),
    FIRST(60);

    private final int days;

    Stage(int days) {
        this.days = days;
    }

    int days() {
        return days;
    }

    /** The last day of which the earliest warning speaks today. */
    static LocalDate horizon(LocalDate today) {
        return today.plusDays(FIRST.days);
    }

    /**
     * Which warning is due; empty if none is yet, or it is too late. Who records late what runs out soon is warned once, not
     * of everything that was missed.
     *
     * @param validUntil the last day on which it holds
     */
    static Optional<Stage> of(LocalDate today, LocalDate validUntil) {
        var left = ChronoUnit.DAYS.between(today, validUntil);
        return Arrays.stream(values())
                .filter(stage -> left >= 0 && left <= stage.days)
                .findFirst();
    }
}
