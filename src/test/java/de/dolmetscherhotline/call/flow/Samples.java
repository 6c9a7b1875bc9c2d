package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallState.Announcement;
import de.dolmetscherhotline.call.flow.CallState.Asking;
import de.dolmetscherhotline.call.flow.CallState.Bridging;
import de.dolmetscherhotline.call.flow.CallState.ChoosingLanguage;
import de.dolmetscherhotline.call.flow.CallState.Connected;
import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.call.flow.CallState.Farewell;
import de.dolmetscherhotline.call.flow.CallState.Identifying;
import de.dolmetscherhotline.call.flow.CallState.New;
import de.dolmetscherhotline.call.flow.CallState.Rating;
import de.dolmetscherhotline.call.flow.CallState.Searching;
import de.dolmetscherhotline.call.flow.Offer.Stage;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.OrganisationKind;
import de.dolmetscherhotline.kernel.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every kind of state that makes a difference to the flow, by a name that says what is special about it. */
final class Samples {

    static final FlowRules RULES = new FlowRules(3, 3, 3);
    static final Language ARABIC = new Language("ar");
    static final Caller CALLER =
            new Caller(new OrganisationId(uuid("practice")), OrganisationKind.PRACTICE, List.of(ARABIC));
    static final OfferId UNKNOWN_OFFER = offerId("unknown");
    static final int CURRENT_SEARCH = 2;

    private static final Announcement TOLD = new Announcement(1, 1);

    private Samples() {}

    /** The number of the last look into the room in this state. */
    static int look(CallState state) {
        return switch (state) {
            case Bridging bridging -> bridging.look();
            case Connected connected -> connected.look();
            case CallState elsewhere -> 0;
        };
    }

    static Map<String, CallState> states() {
        var states = new LinkedHashMap<String, CallState>();
        states.put("New", new New());
        states.put("Identifying", new Identifying(3, Asking.FIRST));
        states.put("Identifying, last try", new Identifying(1, Asking.AGAIN_NOT_UNDERSTOOD));
        states.put("ChoosingLanguage", choosing("", 3, Offers.NONE));
        states.put("ChoosingLanguage, code begun", choosing("4", 3, Offers.NONE));
        states.put("ChoosingLanguage, last try", choosing("", 1, Offers.NONE));
        states.put("ChoosingLanguage, again after a search", choosing("", 3, searched(ending(Fate.WITHDRAWN), OVER)));
        states.put("Searching, nobody asked yet", searching(searched()));
        states.put("Searching, all were asked", searching(searched(ending(Fate.DECLINED), OVER)));
        states.put(
                "Searching, phones ring",
                searching(searched(
                        offer("asked", Stage.ASKED, null),
                        offer("ringing", Stage.RINGING, null),
                        offer("listening", Stage.LISTENING, null),
                        new Offer(offerId("hesitating"), interpreter("hesitating"), Stage.LISTENING, null, true),
                        ending(Fate.DECLINED),
                        OVER)));
        states.put("Bridging, nobody in", bridging(false, false, 0));
        states.put("Bridging, caller in", bridging(true, false, 1));
        states.put("Bridging, interpreter in", bridging(false, true, 1));
        states.put("Bridging, last look", bridging(false, true, RULES.roomChecks()));
        states.put("Connected", connected(false, offer("accepted", Stage.JOINING, null)));
        states.put("Connected, interpreter left", connected(true, offer("accepted", Stage.ENDING, Fate.ACCEPTED)));
        states.put("Connected, interpreter gone", connected(true, offer("accepted", Stage.OVER, Fate.ACCEPTED)));
        states.put("Rating", new Rating(served()));
        states.put("Farewell", new Farewell(Outcome.CONNECTED, null, served()));
        states.put("Ended", new Ended(Outcome.CONNECTED, served()));
        return states;
    }

    private static final Offer OVER = offer("over", Stage.OVER, Fate.NO_ANSWER);

    private static ChoosingLanguage choosing(String typed, int tries, Offers offers) {
        return new ChoosingLanguage(CALLER, typed, tries, Asking.FIRST, offers);
    }

    private static Searching searching(Offers offers) {
        return new Searching(CALLER, ARABIC, TOLD, offers);
    }

    private static Bridging bridging(boolean callerIn, boolean interpreterIn, int look) {
        var offers = searched(offer("accepted", Stage.JOINING, null), ending(Fate.TOO_LATE), OVER);
        return new Bridging(CALLER, ARABIC, TOLD, offerId("accepted"), callerIn, interpreterIn, look, offers);
    }

    private static Connected connected(boolean interpreterLeft, Offer accepted) {
        return new Connected(offerId("accepted"), interpreterLeft, 4, searched(accepted, ending(Fate.TOO_LATE), OVER));
    }

    private static Offers served() {
        return searched(offer("accepted", Stage.ENDING, Fate.ACCEPTED), OVER);
    }

    private static Offers searched(Offer... offers) {
        return new Offers(List.of(offers), 1, CURRENT_SEARCH, 0);
    }

    private static Offer ending(Fate fate) {
        return offer("ending", Stage.ENDING, fate);
    }

    private static Offer offer(String name, Stage stage, @Nullable Fate fate) {
        return new Offer(offerId(name), interpreter(name), stage, fate, false);
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
