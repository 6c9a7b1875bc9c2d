package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.InterpreterId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may be asked for an appointment, with what decides when her turn is.
 *
 * @param exactLanguage false if reached through the dialect ladder
 * @param gender null if not stated
 * @param kilometres from where she lives to where it is; 0 by telephone, infinite if unknown
 * @param timesAsked for appointments, lately
 * @param lastAsked for an appointment; null if never
 */
record Askable(
        InterpreterId id,
        boolean exactLanguage,
        @Nullable Gender gender,
        double kilometres,
        Familiarity familiarity,
        long timesAsked,
        @Nullable Instant lastAsked) {}
