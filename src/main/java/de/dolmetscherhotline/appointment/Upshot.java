package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.call.flow.Fate;
import de.dolmetscherhotline.call.flow.Offer;
import de.dolmetscherhotline.kernel.InterpreterId;
import org.jspecify.annotations.Nullable;

/** What the end of its call means to an appointment by telephone. A pure rule. */
sealed interface Upshot {

    /**
     * They have talked.
     *
     * @param who interpreted last; null if that is not known
     */
    record Talked(@Nullable InterpreterId who) implements Upshot {}

    /** An interpreter was on the line, but nobody came to the telephone of the organisation. */
    record OrganisationAway() implements Upshot {}

    /** No interpreter came to the telephone. Whatever else went wrong is unmet demand as well, so that somebody looks at it. */
    record NobodyCame() implements Upshot {}

    static Upshot of(Ended ended) {
        return switch (ended.outcome()) {
            case CONNECTED, INTERRUPTED -> new Talked(last(ended, Fate.ACCEPTED));
            case CALLBACK_FAILED, CANCELLED, ENDED_BY_COORDINATOR ->
                last(ended, Fate.IN_VAIN) == null ? new NobodyCame() : new OrganisationAway();
            case ABANDONED_CHOOSING,
                    ABANDONED_WAITING,
                    NO_COVERAGE,
                    NOBODY_ANSWERED,
                    CALLBACK_ARRANGED,
                    JOINED_ANOTHER_CALL,
                    HANDED_TO_COORDINATOR,
                    HANDED_TO_PROVIDER,
                    CLOSED,
                    REFUSED_BLOCKED,
                    REFUSED_LIMIT,
                    REFUSED_TOO_MANY_PINS,
                    REFUSED_UNKNOWN_CALLER,
                    NO_LANGUAGE_CHOSEN,
                    UNKNOWN_LINE,
                    FAILED -> new NobodyCame();
        };
    }

    private static @Nullable InterpreterId last(Ended ended, Fate fate) {
        return ended.offers().all().stream()
                .filter(offer -> offer.fate() == fate)
                .map(Offer::interpreter)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
