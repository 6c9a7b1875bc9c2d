package de.dolmetscherhotline.sheet;

/** Why a file is not read at all. */
public enum Flaw {
    EMPTY,
    /** Neither CSV nor XLSX. */
    NO_TABLE,
    /** Of a spreadsheet program before 2007, or protected by a password. */
    OLD_FORMAT,
    /** Has programs in it. */
    MACROS,
    /** Grows beyond measure when it is unpacked. */
    TOO_MUCH_INSIDE,
    TOO_MANY_ROWS,
    TOO_MANY_COLUMNS,
    /** Quotes that do not fit together, or a file that was cut off. */
    DAMAGED
}
