package de.dolmetscherhotline.matching;

/**
 * Why somebody was not asked: the hard rules of design §5, one value each.
 *
 * <p>The order of declaration is the order of report: who breaks several rules is reported with the first. It runs from
 * what the person is (admitted, adult, bound to secrecy, able), over what this call needs and what they agreed to, to what
 * is gone in a minute. So a passing reason means that nothing else stands in the way.
 */
public enum LeftOut {
    NOT_ACTIVE(
            "not-active",
            Lasting.FOR_THIS_CALL,
            "is not active in the pool",
            "ist im Dolmetscherpool nicht aktiv gemeldet"),
    NOT_ADULT("not-adult", Lasting.FOR_THIS_CALL, "is under 18", "ist noch nicht 18 Jahre alt"),
    SECRECY_NOT_DECLARED(
            "secrecy-not-declared",
            Lasting.FOR_THIS_CALL,
            "has no valid secrecy declaration",
            "hat keine gültige Verschwiegenheitserklärung"),
    OBLIGATION_MISSING(
            "obligation-missing",
            Lasting.FOR_THIS_CALL,
            "has not shown something that is required",
            "hat einen geforderten Nachweis nicht erbracht"),
    OBLIGATION_EXPIRED(
            "obligation-expired",
            Lasting.FOR_THIS_CALL,
            "has shown something that holds no longer",
            "hat einen Nachweis, der abgelaufen ist"),
    LANGUAGE_NOT_SPOKEN(
            "language-not-spoken",
            Lasting.FOR_THIS_CALL,
            "speaks neither the language nor a configured fallback",
            "spricht weder die Sprache noch eine dafür zugelassene Ausweichsprache"),
    LEVEL_TOO_LOW(
            "level-too-low",
            Lasting.FOR_THIS_CALL,
            "speaks the language below the required level",
            "spricht die Sprache nicht auf dem geforderten Niveau"),
    ONE_WAY_ONLY(
            "one-way-only",
            Lasting.FOR_THIS_CALL,
            "interprets the language in one direction only",
            "dolmetscht die Sprache nur in eine Richtung"),
    SUBJECT_NOT_QUALIFIED(
            "subject-not-qualified",
            Lasting.FOR_THIS_CALL,
            "is not qualified for the subject",
            "ist für das Fachgebiet nicht qualifiziert"),
    GENDER_NOT_AS_REQUIRED(
            "gender-not-as-required",
            Lasting.FOR_THIS_CALL,
            "is not of the required gender, or has not stated one",
            "hat nicht das geforderte Geschlecht oder keines angegeben"),
    DO_NOT_PAIR(
            "do-not-pair",
            Lasting.FOR_THIS_CALL,
            "is not to be paired with this organisation",
            "soll mit dieser Einrichtung nicht zusammengebracht werden"),
    SAID_OFF("said-off", Lasting.FOR_THIS_CALL, "switched themselves off", "hat sich selbst abgemeldet"),
    NOT_ON_DUTY("not-on-duty", Lasting.FOR_THIS_CALL, "is not on duty now", "hat gerade keine Bereitschaftszeit"),
    QUIET_HOURS("quiet-hours", Lasting.FOR_THIS_CALL, "is in quiet hours", "hat gerade Ruhezeit"),
    DAILY_LIMIT_REACHED(
            "daily-limit-reached",
            Lasting.FOR_THIS_CALL,
            "has reached the agreed number of calls for today",
            "hat die vereinbarte Zahl der Anrufe für heute erreicht"),
    NUMBER_FAILED(
            "number-failed",
            Lasting.FOR_THIS_CALL,
            "could not be reached at their number lately; the number needs checking",
            "war unter der Nummer zuletzt nicht erreichbar; die Nummer muss geprüft werden"),
    ASKED_BEFORE(
            "asked-before",
            Lasting.FOR_THIS_CALL,
            "was already asked in this call",
            "wurde in diesem Anruf schon gefragt"),
    RESERVED(
            "reserved",
            Lasting.PASSING,
            "is being rung or is talking in another call",
            "wird gerade für einen anderen Anruf angerufen oder spricht in einem"),
    RESTING("resting", Lasting.PASSING, "rests after a conversation", "hat nach einem Einsatz gerade Pause");

    private enum Lasting {
        FOR_THIS_CALL,
        PASSING
    }

    private final String code;
    private final Lasting lasting;
    private final String english;
    private final String german;

    LeftOut(String code, Lasting lasting, String english, String german) {
        this.code = code;
        this.lasting = lasting;
        this.english = english;
        this.german = german;
    }

    /** Stable name for storage and for the REST API; never changes once it was released. */
    public String code() {
        return code;
    }

    /** Completes the sentence "Maria …". */
    public String english() {
        return english;
    }

    /** Completes the sentence „Maria …“. */
    public String german() {
        return german;
    }

    /** Whether this may be gone in a minute, so that it is worth waiting for. */
    public boolean passing() {
        return lasting == Lasting.PASSING;
    }
}
