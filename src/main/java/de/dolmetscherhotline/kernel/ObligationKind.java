package de.dolmetscherhotline.kernel;

/** What an interpreter must have declared, shown or attended. Each may run out. */
public enum ObligationKind {
    /** That she is bound to secrecy (§ 203 StGB); nobody is asked without it. */
    SECRECY("secrecy declaration", "Verschwiegenheitserklärung"),
    /** The certificate of good conduct (Führungszeugnis). */
    CRIMINAL_RECORD("criminal record certificate", "Führungszeugnis"),
    TRAINING("training", "Schulung");

    private final String english;
    private final String german;

    ObligationKind(String english, String german) {
        this.english = english;
        this.german = german;
    }

    public String english() {
        return english;
    }

    public String german() {
        return german;
    }
}
