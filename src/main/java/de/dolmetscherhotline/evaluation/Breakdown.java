package de.dolmetscherhotline.evaluation;

/** By what figures are broken down. */
public enum Breakdown {
    /** How calls ended. */
    OUTCOME,
    LANGUAGE,
    /** What the organisation is, when the call was counted first. */
    ORGANISATION_KIND,
    /** Where the organisation is. */
    MUNICIPALITY,
    /** Hour of the day, wall time of the district; both passes of the hour that autumn has twice. */
    HOUR,
    /** Day of the week, 1 = Monday. */
    WEEKDAY;

    /** Whether it is known how long each of the sessions was waited for. */
    boolean hasWaits() {
        return switch (this) {
            case LANGUAGE, ORGANISATION_KIND, MUNICIPALITY -> true;
            case OUTCOME, HOUR, WEEKDAY -> false;
        };
    }
}
