package de.dolmetscherhotline.call.store;

import de.dolmetscherhotline.call.flow.CallEvent.CallbackOver;
import de.dolmetscherhotline.call.flow.CallEvent.ChoiceOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.EmergencyUnanswered;
import de.dolmetscherhotline.call.flow.CallEvent.FarewellOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.JoinOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.LeaveOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.NoNewsOfDial;
import de.dolmetscherhotline.call.flow.CallEvent.OfferOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.PatienceOver;
import de.dolmetscherhotline.call.flow.CallEvent.RecallDue;
import de.dolmetscherhotline.call.flow.CallEvent.RecallOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.ReturnOverdue;
import de.dolmetscherhotline.call.flow.CallEvent.RoomCheckDue;
import de.dolmetscherhotline.call.flow.CallEvent.SeekAgainDue;
import de.dolmetscherhotline.call.flow.CallEvent.Timeout;
import de.dolmetscherhotline.call.flow.CallEvent.TransferOverdue;
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
 * @param recalls how often an organisation is rung back at the most
 * @param talks conversations that a call may have, with breaks between them
 * @param roomChecks looks into a room, and arrivals in it, before a conversation that does not begin is given up
 * @param choosing until a language must be chosen; only reached if the network loses us
 * @param patience how long a caller waits on the line for an interpreter at the most
 * @param callback how long an interpreter is sought for somebody who wants to be rung back
 * @param answeringBack until an organisation that is rung back must have picked up and pressed the key
 * @param recallPause until an organisation that could not be reached is rung again
 * @param emergencyUnanswered until the coordinator is told that nobody accepts an emergency
 * @param overflowAfter how long a caller waits for the district's own pool before partners are asked
 * @param reunion how long after a broken conversation the same interpreter is asked first
 * @param returning how long an interpreter may wait for a caller who was cut off
 * @param seekAgain how often further interpreters are considered while a caller waits
 * @param placing until a dial must have been placed
 * @param doubt how long news of a leg is awaited when it is not known whether the network dials
 * @param ring how long an interpreter's phone rings; the network adds up to 5 s of its own
 * @param deciding how long an interpreter may listen without pressing a key; longer than the question itself takes
 * @param ending how long a leg may take to go away after its offer was decided
 * @param joining until both must be in the room
 * @param roomCheck how often a conversation is compared with what the network says
 * @param leaving how long the caller may stay in a room that the interpreter left
 * @param farewell how long last words and the rating may take
 * @param session longest conversation; the network ends it
 * @param sweep how often our calls are compared with the network's
 */
@ConfigurationProperties("hotline.call")
public record CallSettings(
        @DefaultValue("3") int pinTries,
        @DefaultValue("4") int languageTries,
        @DefaultValue("3") int menuSize,
        @DefaultValue("5") int roomChecks,
        @DefaultValue("3") int recalls,
        @DefaultValue("3") int talks,
        @DefaultValue("5m") Duration choosing,
        @DefaultValue("3m") Duration patience,
        @DefaultValue("60m") Duration callback,
        @DefaultValue("75s") Duration answeringBack,
        @DefaultValue("5m") Duration recallPause,
        @DefaultValue("30s") Duration emergencyUnanswered,
        @DefaultValue("30s") Duration overflowAfter,
        @DefaultValue("5m") Duration reunion,
        @DefaultValue("60s") Duration returning,
        @DefaultValue("2s") Duration seekAgain,
        @DefaultValue("45s") Duration placing,
        @DefaultValue("6s") Duration doubt,
        @DefaultValue("20s") Duration ring,
        @DefaultValue("45s") Duration deciding,
        @DefaultValue("20s") Duration ending,
        @DefaultValue("10s") Duration joining,
        @DefaultValue("60s") Duration roomCheck,
        @DefaultValue("10s") Duration leaving,
        @DefaultValue("60s") Duration farewell,
        @DefaultValue("2h") Duration session,
        @DefaultValue("60s") Duration sweep) {

    private static final Duration NETWORK_MARGIN = Duration.ofSeconds(10);

    public CallSettings {
        if (menuSize < 1 || menuSize > 3) {
            throw new IllegalArgumentException("hotline.call.menu-size must be 1, 2 or 3");
        }
    }

    public FlowRules rules() {
        return new FlowRules(pinTries, languageTries, roomChecks, recalls, talks);
    }

    public Duration until(Timeout timeout) {
        return switch (timeout) {
            case ChoiceOverdue due -> choosing;
            case SeekAgainDue due -> seekAgain;
            case EmergencyUnanswered due -> emergencyUnanswered;
            case PatienceOver due -> patience;
            case CallbackOver due -> callback;
            case RecallOverdue due -> answeringBack;
            case RecallDue due -> recallPause;
            case OfferOverdue due -> untilOverdue(due);
            case NoNewsOfDial due -> doubt;
            case JoinOverdue due -> joining;
            case RoomCheckDue due -> roomCheck;
            case LeaveOverdue due -> leaving;
            case ReturnOverdue due -> returning;
            case TransferOverdue due -> session.plus(farewell);
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
