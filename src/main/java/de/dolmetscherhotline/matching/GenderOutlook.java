package de.dolmetscherhotline.matching;

/** What can be said to the caller about the gender that was wished for or required, as of one {@link Ranking}. */
public enum GenderOutlook {
    /** The caller did not mind. */
    NOT_ASKED,
    /** Somebody of that gender can be asked now. */
    CAN_BE_MET,
    /** Nobody of that gender can be asked now, but somebody is left out only for a passing reason. */
    MAY_BE_MET_SOON,
    /** Nobody of that gender is left to ask: the caller must hear so. */
    CANNOT_BE_MET
}
