package de.dolmetscherhotline.staff;

/** What somebody of the staff may, the least first: each may what those before may. */
public enum Role {
    /** Sees what goes on and how it went. */
    VIEWER,
    /** Works with the pool, organisations and calls. */
    COORDINATOR,
    /** Decides besides who gets in, and reads the audit trail. */
    ADMINISTRATOR;

    public boolean isAtLeast(Role least) {
        return compareTo(least) >= 0;
    }
}
