package de.dolmetscherhotline.kernel;

/** What sort of organisation asks; all that an interpreter hears about the caller before accepting. */
public enum OrganisationKind {
    PRACTICE,
    HOSPITAL,
    EMERGENCY_SERVICE,
    AUTHORITY,
    SCHOOL,
    KINDERGARTEN,
    COUNSELLING,
    POLICE,
    COURT,
    OTHER
}
