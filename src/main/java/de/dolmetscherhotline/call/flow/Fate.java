package de.dolmetscherhotline.call.flow;

/** What became of an offer. Each is remembered differently about the interpreter, see {@code pool.Reservations}. */
public enum Fate {
    /** Accepted by key, and the call went to this interpreter. */
    ACCEPTED,
    /** Declined by key. */
    DECLINED,
    /** Declined because she may know the people concerned. Nobody can tell afterwards: it turns into {@link #DECLINED}. */
    EXCUSED,
    /** The phone rang and nobody picked it up. */
    NO_ANSWER,
    /** Picked up, but no key came: voicemail, or somebody who could not decide. */
    NO_KEY,
    /** The phone was engaged. */
    BUSY,
    /** The network cannot reach the number. */
    UNREACHABLE,
    /** Somebody else accepted first. */
    TOO_LATE,
    /** Taken back because the caller hung up, chose another language or ran out of patience. */
    WITHDRAWN,
    /** Accepted, but the interpreter never arrived in the conversation. */
    LOST,
    /** Accepted, but the organisation that was to be rung back did not pick up. */
    IN_VAIN,
    /** The network refused to place the call, for a reason that concerns us. */
    FAILED,
    /** We do not know whether the network called at all. */
    UNCLEAR
}
