package de.dolmetscherhotline.matching;

/** Whether somebody is available by plan or by their own last word, as of one instant. */
public enum Duty {
    /** By a shift, or because they said so. */
    ON_DUTY,
    /** They said so explicitly. Wins over every shift, over an opt-in to emergencies, over everything. */
    SAID_OFF,
    /** No shift, and they said nothing. */
    NOT_ON_DUTY
}
