package de.dolmetscherhotline.privacy;

import java.util.Locale;

/**
 * Where sealed values lie. Whatever was sealed for one field, or for one owner, cannot be opened as anything else. The
 * constants' words are part of what is stored: they never change.
 */
public enum Field {
    /** An interpreter's number for calls; the owner is the interpreter. */
    CALLS(Namespace.INTERPRETER, "interpreter_number", "number", "interpreter_id"),

    /** An interpreter's number for texts, where it is another one; the owner is the interpreter. */
    TEXTS(Namespace.INTERPRETER, "interpreter_number", "number", "interpreter_id"),

    /** A number that wants no texts; the owner is the district. */
    TEXT_OPT_OUT(Namespace.INTERPRETER, "text_opt_out", "number", "district_id"),

    /** The number of somebody who applies, until it is confirmed; the owner is the application. */
    APPLICANT(Namespace.INTERPRETER, "application", "number", "id"),

    /** The number of somebody who is invited; the owner is the invitation. */
    INVITED(Namespace.INTERPRETER, "invitation", "number", "id"),

    /** The number to which a text for somebody goes who is in no pool, until it is sent; the owner is the district. */
    STRANGER(Namespace.INTERPRETER, "text_stranger", "number", "district_id"),

    /** A number whose callers are refused; the owner is the row itself. */
    BLOCKED(Namespace.BLOCKED, "blocked_number", "number", "id"),

    /** The hash of an organisation's PIN; the owner is the organisation. */
    PIN(Namespace.PIN, "organisation", "pin", "id"),

    /** The number of a third party, until it has left the conversation; the owner is the row itself. */
    GUEST(Namespace.GUEST, "guest", "number", "id"),

    /** A volunteer's id and PIN; the owner is the interpreter. */
    VOLUNTEER_PIN(Namespace.VOLUNTEER_PIN, "volunteer_pin", "pin", "interpreter_id"),

    /** With what we sign for an organisation's own system; the owner is the organisation. */
    WEBHOOK_SECRET(Namespace.WEBHOOK_SECRET, "webhook", "secret", "organisation_id"),

    /** A mail until it is sent; the owner is the row itself. */
    LETTER(Namespace.LETTER, "letter", "content", "id"),

    /** From which codes of an authenticator app are computed; the owner is the account of staff. */
    SECOND_FACTOR(Namespace.SECOND_FACTOR, "staff_second_factor", "secret", "staff_id"),

    /** The same of an authenticator that is being set up, and counts for nothing yet; the owner is the account of staff. */
    SECOND_FACTOR_BEGUN(Namespace.SECOND_FACTOR, "staff_second_factor_begun", "secret", "staff_id"),

    /** A list of people that is to be imported, until it is; the owner is the row itself. */
    UPLOAD(Namespace.UPLOAD, "roster_upload", "content", "id");

    /** Fields whose hashes can be compared with each other, as that of an opt-out with an interpreter's number. */
    enum Namespace {
        INTERPRETER,
        BLOCKED,
        PIN,
        GUEST,
        VOLUNTEER_PIN,
        WEBHOOK_SECRET,
        LETTER,
        SECOND_FACTOR,
        UPLOAD;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Namespace namespace;
    private final String table;
    private final String prefix;
    private final String owner;

    Field(Namespace namespace, String table, String prefix, String owner) {
        this.namespace = namespace;
        this.table = table;
        this.prefix = prefix;
        this.owner = owner;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Namespace namespace() {
        return namespace;
    }

    String table() {
        return table;
    }

    /** The column of the encrypted value. */
    String cipher() {
        return prefix + "_cipher";
    }

    /** The column of the keyed hash. */
    String index() {
        return prefix + "_index";
    }

    /** The column of the owner. */
    String owner() {
        return owner;
    }

    /** What tells this field's rows from others in its table, as SQL. */
    String condition() {
        return switch (this) {
            case CALLS, TEXTS -> "field = '" + word() + "'";
            case TEXT_OPT_OUT,
                    APPLICANT,
                    INVITED,
                    STRANGER,
                    BLOCKED,
                    PIN,
                    GUEST,
                    VOLUNTEER_PIN,
                    WEBHOOK_SECRET,
                    LETTER,
                    SECOND_FACTOR,
                    SECOND_FACTOR_BEGUN,
                    UPLOAD -> cipher() + " is not null";
        };
    }
}
