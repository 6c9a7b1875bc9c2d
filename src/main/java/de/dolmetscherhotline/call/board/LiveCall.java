package de.dolmetscherhotline.call.board;

import de.dolmetscherhotline.call.flow.Offer;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.LineId;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.OrganisationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that goes on. Holds no number and no name.
 *
 * @param language null while it is not chosen
 * @param onTheLine whether somebody listens at the other end; else the organisation is to be rung back
 * @param since when the caller began to wait; of a conversation, when it began
 * @param rings interpreters whose telephones are called, or who have accepted
 * @param asked how many were asked in this call and will not take it
 */
public record LiveCall(
        CallId id,
        @Nullable LineId line,
        @Nullable OrganisationId organisation,
        Stage stage,
        @Nullable Language language,
        boolean emergency,
        boolean onTheLine,
        Instant since,
        List<Ring> rings,
        int asked) {

    public LiveCall {
        rings = List.copyOf(rings);
    }

    /** How far a call has come. */
    public enum Stage {
        /** It is not known yet what is needed. */
        ARRIVING,
        SEARCHING,
        /** Nobody can be found; the caller hears what else there is. */
        UNSERVED,
        /** An interpreter holds the line while the organisation is rung back. */
        RECALLING,
        /** The organisation did not pick up, and will be rung again. */
        RECALL_PAUSED,
        /** Being connected with the coordinator or a provider, or talking with them. */
        TRANSFERRING,
        /** An interpreter has accepted, and both are on their way. */
        BRIDGING,
        TALKING,
        /** One of them has left; the other may go on. */
        BROKEN_OFF
    }

    /**
     * An interpreter who is asked, or has accepted.
     *
     * @param since when this stage of it began, as far as that is known
     */
    public record Ring(OfferId offer, InterpreterId interpreter, Offer.Stage stage, Instant since) {}

    public boolean isTalk() {
        return switch (stage) {
            case TALKING, BROKEN_OFF -> true;
            case ARRIVING, SEARCHING, UNSERVED, RECALLING, RECALL_PAUSED, TRANSFERRING, BRIDGING -> false;
        };
    }

    /** Whether an interpreter could be chosen for it. */
    public boolean needsSomebody() {
        return switch (stage) {
            case SEARCHING, UNSERVED, RECALL_PAUSED -> true;
            case ARRIVING, RECALLING, TRANSFERRING, BRIDGING, TALKING, BROKEN_OFF -> false;
        };
    }

    /** Whether its caller can be handed to somebody else. */
    public boolean canBeHandedOver() {
        return onTheLine && (stage == Stage.SEARCHING || stage == Stage.UNSERVED);
    }
}
