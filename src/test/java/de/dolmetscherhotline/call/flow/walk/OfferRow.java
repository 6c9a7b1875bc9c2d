package de.dolmetscherhotline.call.flow.walk;

import de.dolmetscherhotline.kernel.InterpreterId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the application knows about the leg of an offer, and what is true about it. */
final class OfferRow {

    private enum Dial {
        DUE,
        ORDERED,
        DROPPED
    }

    private final InterpreterId interpreter;
    private Dial dial = Dial.DUE;
    private @Nullable InterpreterLeg leg;
    private boolean known;
    private boolean hangUpOrdered;
    private int timesLetGo;

    OfferRow(InterpreterId interpreter) {
        this.interpreter = interpreter;
    }

    InterpreterId interpreter() {
        return interpreter;
    }

    /** True for the one who may dial. */
    boolean beginDial() {
        var mayDial = dial == Dial.DUE;
        if (mayDial) {
            dial = Dial.ORDERED;
        }
        return mayDial;
    }

    /** True if the dial was still due and will never be ordered. */
    boolean dropDial() {
        var dropped = dial == Dial.DUE;
        if (dropped) {
            dial = Dial.DROPPED;
        }
        return dropped;
    }

    void dialled(InterpreterLeg placed) {
        leg = placed;
        if (hangUpOrdered) {
            placed.hangUpWasOrdered();
        }
    }

    /** The network has told us its name for the leg. */
    void named(InterpreterLeg speaking) {
        leg = speaking;
        known = true;
    }

    Optional<InterpreterLeg> knownLeg() {
        return known ? Optional.ofNullable(leg) : Optional.empty();
    }

    boolean isLegUp() {
        return leg != null && leg.isUp();
    }

    void hangUpWasOrdered() {
        hangUpOrdered = true;
        if (leg != null) {
            leg.hangUpWasOrdered();
        }
    }

    void letGo() {
        timesLetGo++;
    }

    int timesLetGo() {
        return timesLetGo;
    }
}
