package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallEvent.Answer;
import de.dolmetscherhotline.call.flow.CallEvent.Arrival;
import de.dolmetscherhotline.call.flow.CallEvent.CallbackBegun;
import de.dolmetscherhotline.call.flow.CallEvent.CallerArrived;
import de.dolmetscherhotline.call.flow.CallEvent.CallerHungUp;
import de.dolmetscherhotline.call.flow.CallEvent.CallerLeftRoom;
import de.dolmetscherhotline.call.flow.CallEvent.CallerPressed;
import de.dolmetscherhotline.call.flow.CallEvent.CallerSpoke;
import de.dolmetscherhotline.call.flow.CallEvent.Coverage;
import de.dolmetscherhotline.call.flow.CallEvent.InterpreterPressed;
import de.dolmetscherhotline.call.flow.CallEvent.InterpretersSought;
import de.dolmetscherhotline.call.flow.CallEvent.JoinedRoom;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageRead;
import de.dolmetscherhotline.call.flow.CallEvent.LanguageReading;
import de.dolmetscherhotline.call.flow.CallEvent.LegAnswered;
import de.dolmetscherhotline.call.flow.CallEvent.LegOver;
import de.dolmetscherhotline.call.flow.CallEvent.LegPlaced;
import de.dolmetscherhotline.call.flow.CallEvent.LegRang;
import de.dolmetscherhotline.call.flow.CallEvent.LimitReached;
import de.dolmetscherhotline.call.flow.CallEvent.NewOffer;
import de.dolmetscherhotline.call.flow.CallEvent.PinMatched;
import de.dolmetscherhotline.call.flow.CallEvent.PinRefused;
import de.dolmetscherhotline.call.flow.CallEvent.PinWrong;
import de.dolmetscherhotline.call.flow.CallEvent.RoomSeen;
import de.dolmetscherhotline.call.flow.Command.SeekInterpreters;
import de.dolmetscherhotline.call.flow.Scenes.CallerScene;
import de.dolmetscherhotline.call.flow.Scenes.InterpreterScene;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OfferId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** One call, told turn by turn. An offer is named after its interpreter. */
final class Story {

    static final Language ARABIC = Samples.ARABIC;
    static final Language UKRAINIAN = new Language("uk");
    static final Language FARSI = new Language("fa");
    static final String PIN = "4711";
    static final String REFUSED_PIN = "9999";
    static final String PIN_OVER_LIMIT = "8888";
    static final String NOTHING = "";

    private final CallFlow flow = new CallFlow(Samples.RULES);
    private final Deque<InterpretersSought> pool = new ArrayDeque<>();
    private InterpretersSought volunteer = InterpretersSought.NOT_FREE;
    private final List<Command> commands = new ArrayList<>();
    private CallState state = new CallState.New();

    /** A known practice calls and is asked for the language. */
    static Story ofAKnownCaller() {
        return of(Samples.CALLER);
    }

    /** Somebody known calls and is asked for the language. */
    static Story of(Caller caller) {
        return new Story().happens(new CallerArrived(new Arrival.FromOrganisation(caller)));
    }

    static Story ofAnUnknownCaller() {
        return new Story().happens(new CallerArrived(new Arrival.FromUnknownNumber(Samples.SERVICES)));
    }

    /** Somebody calls while the line is closed. */
    static Story whenClosed(Arrival open, ClosedHours.Choice... choices) {
        var hours = new ClosedHours(null, Set.of(choices));
        return new Story().happens(new CallerArrived(new Arrival.WhenClosed(open, hours)));
    }

    static Story ofArrival(Arrival arrival) {
        return new Story().happens(new CallerArrived(arrival));
    }

    /** A practice has asked to be rung back when somebody who speaks Arabic is found. */
    static Story ofACallback(String... found) {
        var request = Request.of(Samples.CALLER, Samples.NEED).goneAway();
        return new Story().poolFinds(found).happens(new CallbackBegun(request));
    }

    /** Amira has accepted and holds the line while the practice is rung back. */
    static Story ringingBackForAmira() {
        return ofACallback("Amira").rings("Amira").picksUp("Amira").answers("Amira", "1");
    }

    /** Nobody is on duty for the language, and the caller hears the choices. */
    static Story unserved() {
        return ofAKnownCaller().poolFindsNobody(Coverage.NONE).presses("1");
    }

    /** What a look into the room that is ordered now will find. */
    RoomSeen seen(String interpreter, boolean callerIn, boolean interpreterIn) {
        return new RoomSeen(offerTo(interpreter), Samples.look(state), callerIn, interpreterIn);
    }

    /** A known practice has asked for Arabic, and the telephones of these interpreters were ordered to ring. */
    static Story withRinging(String... interpreters) {
        var story = ofAKnownCaller().poolFinds(interpreters).presses("1");
        Arrays.stream(interpreters).forEach(story::rings);
        return story;
    }

    /** Amira has accepted and nobody has arrived in the room yet. */
    static Story withAmiraOnTheWay() {
        return withRinging("Amira").picksUp("Amira").answers("Amira", "1");
    }

    static Story inConversationWithAmira() {
        return withAmiraOnTheWay().joins(Party.CALLER, "Amira").joins(Party.INTERPRETER, "Amira");
    }

    /** Amira has hung up, and the caller is alone. */
    static Story talkOverWithAmira() {
        return inConversationWithAmira().legEnds("Amira", LegEnd.COMPLETED).callerLeavesRoomOf("Amira");
    }

    /** The caller was cut off, and Amira is asked whether she waits. */
    static Story callerLostByAmira() {
        return inConversationWithAmira().callerHangsUp();
    }

    static OfferId offerTo(String interpreter) {
        return Samples.offerId(interpreter);
    }

    /** What the next search of the pool reserves. Without this, nobody is free but somebody may soon be. */
    Story poolFinds(String... interpreters) {
        pool.add(sought(interpreters));
        return this;
    }

    private static InterpretersSought sought(String... interpreters) {
        var made = Arrays.stream(interpreters)
                .map(name -> new NewOffer(offerTo(name), Samples.interpreter(name), true))
                .toList();
        return new InterpretersSought(made, Coverage.HOPEFUL, 0);
    }

    /** She said yes to the call-out, and her word holds. Without this nobody did. */
    Story volunteers(String interpreter) {
        volunteer = sought(interpreter);
        return this;
    }

    Story poolFindsNobody(Coverage coverage) {
        return poolFindsNobody(coverage, 0);
    }

    Story poolFindsNobody(Coverage coverage, int ahead) {
        pool.add(new InterpretersSought(List.of(), coverage, ahead));
        return this;
    }

    Story presses(String keys) {
        return happens(new CallerPressed(keys));
    }

    /** The caller says the language instead of pressing a key. */
    Story says(String words) {
        return happens(new CallerSpoke(words));
    }

    Story callerHangsUp() {
        return happens(new CallerHungUp());
    }

    Story callerLeavesRoomOf(String interpreter) {
        return happens(new CallerLeftRoom(offerTo(interpreter)));
    }

    Story rings(String interpreter) {
        return happens(new LegPlaced(offerTo(interpreter))).happens(new LegRang(offerTo(interpreter)));
    }

    Story picksUp(String interpreter) {
        return happens(new LegAnswered(offerTo(interpreter)));
    }

    Story answers(String interpreter, String keys) {
        return happens(new InterpreterPressed(offerTo(interpreter), keys));
    }

    Story legEnds(String interpreter, LegEnd end) {
        return happens(new LegOver(offerTo(interpreter), end));
    }

    Story joins(Party who, String room) {
        return happens(new JoinedRoom(offerTo(room), who));
    }

    /** One event, and at once the answers to whatever the flow asks. */
    Story happens(CallEvent event) {
        commands.clear();
        feed(event);
        return this;
    }

    private void feed(CallEvent event) {
        var step = flow.on(state, event);
        state = step.next();
        for (var command : step.commands()) {
            commands.add(command);
            if (command instanceof Command.Question question) {
                feed(answerTo(question));
            }
        }
    }

    private Answer answerTo(Command.Question question) {
        return switch (question) {
            case Command.CheckPin check -> pinChecked(check.pin());
            case Command.ReadLanguage read -> new LanguageRead(meaningOf(read.keys()));
            case Command.ReadSpeech read -> new LanguageRead(meaningOfWords(read.words()));
            case Command.ReserveInterpreter reserve -> poolAnswers();
            case Command.ReserveVolunteer reserve -> volunteer;
            case SeekInterpreters seek -> poolAnswers();
        };
    }

    private InterpretersSought poolAnswers() {
        return pool.isEmpty() ? InterpretersSought.NOT_FREE : pool.removeFirst();
    }

    private static Answer pinChecked(String pin) {
        return switch (pin) {
            case PIN -> new PinMatched(Samples.CALLER);
            case REFUSED_PIN -> new PinRefused();
            case PIN_OVER_LIMIT -> new LimitReached();
            default -> new PinWrong();
        };
    }

    private static LanguageReading meaningOf(String keys) {
        return switch (keys) {
            case "1" -> new LanguageReading.Chosen(ARABIC);
            case "2" -> new LanguageReading.Chosen(UKRAINIAN);
            case "4" -> new LanguageReading.Incomplete("4");
            case "41" -> new LanguageReading.Chosen(FARSI);
            default -> new LanguageReading.Unknown();
        };
    }

    private static LanguageReading meaningOfWords(String words) {
        return words.equals("farsi") ? new LanguageReading.Heard(FARSI) : new LanguageReading.Unknown();
    }

    CallState state() {
        return state;
    }

    /** What the last event led to, answers included. */
    List<Command> commands() {
        return List.copyOf(commands);
    }

    Offer offer(String interpreter) {
        return state.offers().find(offerTo(interpreter)).orElseThrow();
    }

    CallerScene callerHears() {
        return Scenes.forCaller(state);
    }

    InterpreterScene hears(String interpreter) {
        return Scenes.forInterpreter(state, offerTo(interpreter));
    }
}
