package de.dolmetscherhotline.sms;

/** What a word of a text stands for; the words themselves are in {@code sms/words.txt}. */
enum Term {
    SWITCH_ON,
    /** Switches on, or is an article, or a number. */
    EIN,
    REACHABLE,
    /** "Da": reachable, or just arrived somewhere. */
    THERE,
    OFF,
    NOT,
    ONLY,
    MORE,
    CAN,
    SPARE_TIME,
    DISTURB,

    UNTIL,
    /** Until, but said after the time. */
    UP_TO,
    FROM,
    FOR,
    AT,
    OCLOCK,
    /** An hour's length or the time of day: "2h", "bis 18h". */
    HOUR_MARK,
    HOUR,
    MINUTE,
    /** A length in minutes. */
    MINUTES,
    HALF,
    /** A length in minutes that only hours can follow. */
    HOURS_AND_HALF,
    QUARTER,
    THREE_QUARTERS,
    PAST,
    BEFORE,
    /** A day by its distance from today. */
    TODAY,
    /** Tomorrow, or the morning of a day that was named before. */
    MORGEN,
    /** A weekday, 1 for Monday. */
    DAY,
    MORNING,
    AFTERNOON,
    EVENING,
    NIGHT,
    /** Before noon after a number, else a preposition. */
    AM,
    PM,
    NOON,
    MIDNIGHT,
    MONTH,

    PAUSE,
    STATUS,
    PLAN,
    WEEK,
    YES,
    NO,
    /** "Absage": she cannot come. */
    WITHDRAW,
    NUMBER_WORD,
    EMERGENCY,
    HELP,
    LANGUAGE,
    STOP,
    TEXTS,

    QUESTION_WORD,
    SEND,
    SWITCH_VERB,
    BE_VERB,
    HAVE,
    REQUEST,
    PRONOUN,
    COURTESY,
    FILLER,

    /** Digits or a word for a number. */
    NUMBER,
    /** A time of day, in minutes since midnight. */
    CLOCK,
    /** A date as yyyymmdd, of which the year may be 0. */
    DATE,
    DASH,
    QUESTION_MARK,
    UNKNOWN
}
