package de.dolmetscherhotline.evaluation;

import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Age groups of a report; nobody under 18 interprets. */
enum AgeGroup {
    UNDER_30(30),
    FROM_30(45),
    FROM_45(60),
    FROM_60(75),
    FROM_75(Integer.MAX_VALUE),
    UNKNOWN(Integer.MAX_VALUE);

    private final int below;

    AgeGroup(int below) {
        this.below = below;
    }

    /** The group of somebody who was born on that day, on another day. */
    static AgeGroup of(@Nullable LocalDate born, LocalDate day) {
        if (born == null) {
            return UNKNOWN;
        }
        int age = Period.between(born, day).getYears();
        return Objects.requireNonNull(Stream.of(values())
                .filter(group -> age < group.below)
                .findFirst()
                .orElse(FROM_75));
    }
}
