package de.dolmetscherhotline.pool;

/** Who may be taken, by what they said about being available. */
public enum Reach {
    /** Those who said that they are available, for as long as that holds. */
    ON_DUTY,
    /** Also those who opted in to emergencies and said nothing that still holds; nobody who is off by her own word. */
    EMERGENCY,
    /** Those chosen by name, and those who volunteered: whatever they said before. */
    INVITED
}
