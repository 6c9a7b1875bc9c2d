package de.dolmetscherhotline.text;

import de.dolmetscherhotline.platform.SqlValues;
import java.util.Arrays;

/** How far a text has come. News arrive in any order: a state is only ever replaced by a later one. */
public enum TextState {
    DUE(0),
    SENDING(1),
    /** Not sent on purpose: unwanted, too many, or too late. */
    WITHHELD(5),
    /** The network did not take it. */
    REFUSED(5),
    /** Not known whether the network took it; never sent again. */
    UNCLEAR(2),
    ACCEPTED(3),
    SENT(4),
    DELIVERED(5),
    UNDELIVERED(5),
    FAILED(5);

    private final int rank;

    TextState(int rank) {
        this.rank = rank;
    }

    /** The states that this one may replace, as the database writes them. */
    String[] replaceable() {
        return Arrays.stream(values())
                .filter(state -> state.rank < rank)
                .map(SqlValues::word)
                .toArray(String[]::new);
    }
}
