package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.kernel.Need;

/**
 * Whom the call serves, with what, and how far that has come.
 *
 * @param talked whether there was a conversation already, which broke off
 * @param away whether nobody waits on the line: the organisation is rung back when an interpreter is found
 * @param promised whether a caller who waited for nobody was promised to be rung back; whoever asked in writing was not
 * @param recalls how often it was rung back
 */
public record Request(Caller caller, Need need, boolean talked, boolean away, boolean promised, int recalls) {

    static Request of(Caller caller, Need need) {
        return new Request(caller, need, false, false, false, 0);
    }

    /** Nobody is on the line when it begins. */
    public static Request inWriting(Caller caller, Need need) {
        return new Request(caller, need, false, true, false, 0);
    }

    Request asEmergency() {
        return new Request(caller, need.inAnEmergency(), talked, away, promised, recalls);
    }

    Request afterTalk() {
        return new Request(caller, need, true, away, promised, recalls);
    }

    /** The caller rings off and relies on being rung back. */
    Request goneAway() {
        return new Request(caller, need, talked, true, true, 0);
    }

    /** The organisation has picked up. */
    Request onTheLine() {
        return new Request(caller, need, talked, false, promised, recalls);
    }

    Request rungBack() {
        return new Request(caller, need, talked, away, promised, recalls + 1);
    }
}
