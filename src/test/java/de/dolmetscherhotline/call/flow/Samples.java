package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallEvent.Arrival;
import de.dolmetscherhotline.call.flow.CallState.Announcement;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.CallState.Bridging;
import de.dolmetscherhotline.call.flow.CallState.CallerLost;
import de.dolmetscherhotline.call.flow.CallState.ChoosingLanguage;
import de.dolmetscherhotline.call.flow.CallState.Closed;
import de.dolmetscherhotline.call.flow.CallState.Connected;
import de.dolmetscherhotline.call.flow.CallState.Detail;
import de.dolmetscherhotline.call.flow.CallState.Detailing;
import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.call.flow.CallState.Farewell;
import de.dolmetscherhotline.call.flow.CallState.Identifying;
import de.dolmetscherhotline.call.flow.CallState.New;
import de.dolmetscherhotline.call.flow.CallState.RecallPaused;
import de.dolmetscherhotline.call.flow.CallState.Recalling;
import de.dolmetscherhotline.call.flow.CallState.Searching;
import de.dolmetscherhotline.call.flow.CallState.TalkOver;
import de.dolmetscherhotline.call.flow.CallState.Transferring;
import de.dolmetscherhotline.call.flow.CallState.Unserved;
import de.dolmetscherhotline.call.flow.Offer.Stage;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.Need;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.OrganisationKind;
import de.dolmetscherhotline.kernel.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every kind of state that makes a difference to the flow, by a name that says what is special about it. */
final class Samples {

    static final FlowRules RULES = new FlowRules(3, 3, 3, 2, 2);
    static final Language ARABIC = new Language("ar");
    static final Services SERVICES = new Services(true, true);

    /** Is asked for the language only, and has people to fall back to. */
    static final Caller CALLER = caller(false, false, true, SERVICES);

    /** Cannot be rung back, and there is nobody to be connected to. */
    static final Caller PLAIN_CALLER = caller(false, false, false, Services.NONE);

    static final Caller CHOOSY_CALLER = caller(true, true, true, SERVICES);
    static final ClosedHours CLOSED_HOURS = new ClosedHours(null, EnumSet.allOf(ClosedHours.Choice.class));
    static final Need NEED = Need.of(ARABIC);
    static final OfferId UNKNOWN_OFFER = offerId("unknown");
    static final int CURRENT_SEARCH = 2;
    static final int CURRENT_WAIT = 1;

    private static final Announcement TOLD = new Announcement(1, 1, 0, Asking.FIRST);
    private static final Request REQUEST = Request.of(CALLER, NEED);
    private static final Request IN_EMERGENCY = REQUEST.asEmergency();
    private static final Request PLAIN = Request.of(PLAIN_CALLER, NEED);
    private static final Request AFTER_TALK = REQUEST.afterTalk();
    private static final Request CALLBACK = REQUEST.goneAway();

    private Samples() {}

    static Caller caller(boolean asksSubject, boolean asksGender, boolean canBeRungBack, Services services) {
        return new Caller(
                new OrganisationId(uuid("practice")),
                OrganisationKind.PRACTICE,
                List.of(ARABIC),
                asksSubject,
                asksGender,
                canBeRungBack,
                services);
    }

    /** The number of the last look into the room in this state. */
    static int look(CallState state) {
        return switch (state) {
            case Bridging bridging -> bridging.look();
            case Connected connected -> connected.look();
            case CallState elsewhere -> 0;
        };
    }

    /** The number of the last attempt to ring back in this state. */
    static int recall(CallState state) {
        return switch (state) {
            case Recalling recalling -> recalling.request().recalls();
            case RecallPaused paused -> paused.request().recalls();
            case CallState elsewhere -> 0;
        };
    }

    static Map<String, CallState> states() {
        var states = new LinkedHashMap<String, CallState>();
        beforeTheSearch(states);
        whileSearching(states);
        forACallback(states);
        fromAcceptanceOn(states);
        return states;
    }

    private static void beforeTheSearch(Map<String, CallState> states) {
        states.put("New", new New());
        states.put("Closed", closed(CLOSED_HOURS, 3));
        states.put("Closed, last try", closed(CLOSED_HOURS, 1));
        states.put("Closed, no choices", closed(new ClosedHours(null, Set.of()), 3));
        states.put("Identifying", new Identifying(SERVICES, 3, false, Asking.FIRST));
        states.put("Identifying, nobody to fall back to", new Identifying(Services.NONE, 3, false, Asking.FIRST));
        states.put("Identifying, emergency", new Identifying(SERVICES, 3, true, Asking.AGAIN_AS_EMERGENCY));
        states.put("Identifying, last try", new Identifying(SERVICES, 1, false, Asking.AGAIN_NOT_UNDERSTOOD));
        states.put("ChoosingLanguage", choosing("", 3, Offers.NONE));
        states.put("ChoosingLanguage, code begun", choosing("4", 3, Offers.NONE));
        states.put("ChoosingLanguage, last try", choosing("", 1, Offers.NONE));
        states.put("ChoosingLanguage, again after a search", choosing("", 3, searched(ending(Fate.WITHDRAWN), OVER)));
        states.put(
                "ChoosingLanguage, heard",
                new ChoosingLanguage(CALLER, "", ARABIC, 3, false, Asking.FIRST, Offers.NONE));
        states.put(
                "ChoosingLanguage, emergency",
                new ChoosingLanguage(CHOOSY_CALLER, "", null, 3, true, Asking.AGAIN_AS_EMERGENCY, Offers.NONE));
        states.put(
                "ChoosingLanguage, choosy",
                new ChoosingLanguage(CHOOSY_CALLER, "", null, 3, false, Asking.FIRST, Offers.NONE));
        states.put(
                "ChoosingLanguage, nobody to fall back to",
                new ChoosingLanguage(PLAIN_CALLER, "", null, 3, false, Asking.FIRST, Offers.NONE));
        states.put("Detailing subject", detailing(Detail.SUBJECT, 3));
        states.put("Detailing subject, last try", detailing(Detail.SUBJECT, 1));
        states.put("Detailing gender", detailing(Detail.GENDER, 3));
    }

    private static void whileSearching(Map<String, CallState> states) {
        states.put("Searching, just begun", new Searching(REQUEST, Announcement.BEGIN, 0, searched()));
        states.put("Searching, nobody asked yet", searching(REQUEST, searched()));
        states.put("Searching, all were asked", searching(REQUEST, searched(ending(Fate.DECLINED), OVER)));
        states.put("Searching, phones ring", searching(REQUEST, ringing()));
        states.put("Searching, emergency", searching(IN_EMERGENCY, searched(OVER)));
        states.put("Searching, after a talk", searching(AFTER_TALK, searched(talked())));
        states.put("Searching, nobody to fall back to", searching(PLAIN, searched(OVER)));
        states.put("Unserved", unserved(REQUEST, Outcome.NO_COVERAGE, Asking.FIRST));
        states.put("Unserved, told twice", unserved(REQUEST, Outcome.NOBODY_ANSWERED, Asking.AGAIN_NOTHING_PRESSED));
        states.put("Unserved, emergency", unserved(IN_EMERGENCY, Outcome.NOBODY_ANSWERED, Asking.FIRST));
        states.put("Unserved, nobody to fall back to", unserved(PLAIN, Outcome.NOBODY_ANSWERED, Asking.FIRST));
        states.put(
                "Transferring", new Transferring(Destination.COORDINATOR, false, searching(REQUEST, searched(OVER))));
        states.put(
                "Transferring, answered",
                new Transferring(
                        Destination.PROFESSIONAL_PROVIDER, true, unserved(REQUEST, Outcome.NO_COVERAGE, Asking.FIRST)));
        states.put(
                "Transferring, was choosing",
                new Transferring(Destination.COORDINATOR, false, choosing("", 3, Offers.NONE)));
        states.put(
                "Transferring, was closed", new Transferring(Destination.COORDINATOR, false, closed(CLOSED_HOURS, 3)));
        states.put(
                "Transferring, was identifying",
                new Transferring(Destination.COORDINATOR, false, new Identifying(SERVICES, 3, false, Asking.FIRST)));
        states.put(
                "Transferring, was detailing",
                new Transferring(Destination.COORDINATOR, false, detailing(Detail.GENDER, 3)));
    }

    private static void forACallback(Map<String, CallState> states) {
        states.put("Searching for a callback", searching(CALLBACK, ringing()));
        states.put("Searching for a callback, nobody asked", searching(REQUEST.goneAway(), searched()));
        states.put("Recalling", recalling(1, null));
        states.put("Recalling, last attempt", recalling(RULES.recalls(), null));
        states.put("Recalling, superseded", recalling(1, Outcome.JOINED_ANOTHER_CALL));
        states.put("RecallPaused", new RecallPaused(CALLBACK.rungBack(), searched(ending(Fate.IN_VAIN), OVER)));
    }

    private static void fromAcceptanceOn(Map<String, CallState> states) {
        states.put("Bridging, nobody in", bridging(REQUEST, false, false, 0));
        states.put("Bridging, caller in", bridging(REQUEST, true, false, 1));
        states.put("Bridging, interpreter in", bridging(REQUEST, false, true, 1));
        states.put("Bridging, last look", bridging(AFTER_TALK, false, true, RULES.roomChecks()));
        states.put(
                "Bridging, out of patience", bridging(REQUEST, true, false, 1).outOfPatience());
        states.put("Connected", connected(false, ACCEPTED));
        states.put("Connected, interpreter left", connected(true, offer("accepted", Stage.ENDING, Fate.ACCEPTED)));
        states.put("Connected, interpreter gone", connected(true, talked()));
        states.put("CallerLost", new CallerLost(REQUEST, offerId("accepted"), bridged()));
        states.put("TalkOver", new TalkOver(REQUEST, served()));
        states.put("TalkOver, as many talks as there may be", new TalkOver(AFTER_TALK, servedTwice()));
        states.put("Farewell", new Farewell(Outcome.CONNECTED, null, served()));
        states.put("Ended", new Ended(Outcome.CONNECTED, served()));
    }

    private static final Offer OVER = offer("over", Stage.OVER, Fate.NO_ANSWER);
    private static final Offer ACCEPTED = offer("accepted", Stage.JOINING, null);

    private static Closed closed(ClosedHours hours, int tries) {
        return new Closed(new Arrival.FromUnknownNumber(SERVICES), hours, tries, Asking.FIRST);
    }

    private static ChoosingLanguage choosing(String typed, int tries, Offers offers) {
        return new ChoosingLanguage(CALLER, typed, null, tries, false, Asking.FIRST, offers);
    }

    private static Detailing detailing(Detail detail, int tries) {
        return new Detailing(CHOOSY_CALLER, NEED, detail, tries, Asking.FIRST, Offers.NONE);
    }

    private static Searching searching(Request request, Offers offers) {
        return new Searching(request, TOLD, 0, offers);
    }

    private static Offers ringing() {
        return searched(
                offer("asked", Stage.ASKED, null),
                offer("ringing", Stage.RINGING, null),
                offer("listening", Stage.LISTENING, null),
                offer("hesitating", Stage.LISTENING, null).askedAgain(),
                ending(Fate.DECLINED),
                OVER);
    }

    private static Unserved unserved(Request request, Outcome why, Asking asking) {
        return new Unserved(request, why, asking, searched(ending(Fate.WITHDRAWN), OVER));
    }

    private static Recalling recalling(int recalls, @Nullable Outcome otherwise) {
        var request = CALLBACK;
        for (var i = 0; i < recalls; i++) {
            request = request.rungBack();
        }
        return new Recalling(request, offerId("accepted"), otherwise, bridged());
    }

    private static Bridging bridging(Request request, boolean callerIn, boolean interpreterIn, int look) {
        return new Bridging(request, offerId("accepted"), callerIn, interpreterIn, look, false, bridged());
    }

    private static Connected connected(boolean interpreterLeft, Offer accepted) {
        return new Connected(
                REQUEST, offerId("accepted"), interpreterLeft, 4, searched(accepted, ending(Fate.TOO_LATE), OVER));
    }

    private static Offers bridged() {
        return searched(ACCEPTED, ending(Fate.TOO_LATE), OVER);
    }

    private static Offers served() {
        return searched(offer("accepted", Stage.ENDING, Fate.ACCEPTED), OVER);
    }

    private static Offers servedTwice() {
        return searched(talked(), offer("ending", Stage.ENDING, Fate.ACCEPTED));
    }

    private static Offer talked() {
        return offer("accepted", Stage.OVER, Fate.ACCEPTED);
    }

    private static Offers searched(Offer... offers) {
        return new Offers(List.of(offers), 1, CURRENT_SEARCH, 0, CURRENT_WAIT);
    }

    private static Offer ending(Fate fate) {
        return offer("ending", Stage.ENDING, fate);
    }

    private static Offer offer(String name, Stage stage, @Nullable Fate fate) {
        return new Offer(offerId(name), interpreter(name), true, stage, fate, false);
    }

    static OfferId offerId(String name) {
        return new OfferId(uuid("offer " + name));
    }

    static InterpreterId interpreter(String name) {
        return new InterpreterId(uuid("interpreter " + name));
    }

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
