package de.dolmetscherhotline.call;

import de.dolmetscherhotline.call.flow.CallEvent.ChoiceOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.FarewellOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.JoinOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.LeaveOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.NoNewsOfDial;
import de.dolmetscherhotline.call.flow.CallEvent.OfferOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.PatienceOver;
import de.dolmetscherhotline.call.flow.CallEvent.RoomCheckDue;
import de.dolmetscherhotline.call.flow.CallEvent.SeekAgainDue;
import de.dolmetscherhotline.call.flow.CallEvent.Timeout;
import de.dolmetscherhotline.call.flow.FlowRules;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Deadlines and counts of a call.
 *
 * @param pinTries how often the PIN may be entered
 * @param languageTries how often a language is asked for without getting one
 * @param menuSize languages in the spoken menu, by the keys 1 to at most 3: higher keys begin a language's code
 * @param roomChecks looks into a room, and arrivals in it, before a conversation that does not begin is given up
 * @param choosing until a language must be chosen; only reached if the network loses us
 * @param patience how long a caller waits for an interpreter at the most
 * @param seekAgain how often further interpreters are considered while a caller waits
 * @param placing until a dial must have been placed
 * @param doubt how long news of a leg is awaited when it is not known whether the network dials
 * @param ring how long an interpreter's phone rings; the network adds up to 5 s of its own
 * @param deciding how long an interpreter may listen without pressing a key
 * @param ending how long a leg may take to go away after its offer was decided
 * @param joining until both must be in the room
 * @param roomCheck how often a conversation is compared with what the network says
 * @param leaving how long the caller may stay in a room that the interpreter left
 * @param farewell how long last words and the rating may take
 * @param session longest conversation; the network ends it
 * @param sweep how often our calls are compared with the network's
 */
@ConfigurationProperties("hotline.call")
record CallSettings(
        @DefaultValue("3") int pinTries,
        @DefaultValue("4") int languageTries,
        @DefaultValue("3") int menuSize,
        @DefaultValue("5") int roomChecks,
        @DefaultValue("5m") Duration choosing,
        @DefaultValue("3m") Duration patience,
        @DefaultValue("2s") Duration seekAgain,
        @DefaultValue("45s") Duration placing,
        @DefaultValue("6s") Duration doubt,
        @DefaultValue("20s") Duration ring,
        @DefaultValue("30s") Duration deciding,
        @DefaultValue("20s") Duration ending,
        @DefaultValue("10s") Duration joining,
        @DefaultValue("60s") Duration roomCheck,
        @DefaultValue("10s") Duration leaving,
        @DefaultValue("60s") Duration farewell,
        @DefaultValue("2h") Duration session,
        @DefaultValue("60s") Duration sweep) {

    private static final Duration NETWORK_MARGIN = Duration.ofSeconds(10);

    CallSettings {
        if (menuSize < 1 || menuSize > 3) {
            throw new IllegalArgumentException("hotline.call.menu-size must be 1, 2 or 3");
        }
    }

    FlowRules rules() {
        return new FlowRules(pinTries, languageTries, roomChecks);
    }

    Duration until(Timeout timeout) {
        return switch (timeout) {
            case ChoiceOverdue due -> choosing;
            case SeekAgainDue due -> seekAgain;
            case PatienceOver due -> patience;
            case OfferOverdue due -> untilOverdue(due);
            case NoNewsOfDial due -> doubt;
            case JoinOverdue due -> joining;
            case RoomCheckDue due -> roomCheck;
            case LeaveOverdue due -> leaving;
            case FarewellOverdue due -> farewell;
        };
    }

    private Duration untilOverdue(OfferOverdue due) {
        return switch (due.stage()) {
            case ASKED -> placing;
            case RINGING -> ring.plus(NETWORK_MARGIN);
            case LISTENING -> deciding;
            case JOINING -> joining;
            case ENDING, OVER -> ending;
        };
    }
}
