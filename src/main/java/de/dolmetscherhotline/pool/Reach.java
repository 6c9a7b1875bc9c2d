package de.dolmetscherhotline.pool;

/** Who may be taken, by whether they are available. */
public enum Reach {
    /** Those on duty, by their word or their plan. */
    ON_DUTY,
    /** Also those who opted in to emergencies and are not on duty; nobody who is off by her own word, or away. */
    EMERGENCY,
    /** Those chosen by name, and those who volunteered: whatever they said before. */
    INVITED
}
