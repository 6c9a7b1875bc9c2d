package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallState.Bridging;
import de.dolmetscherhotline.call.flow.CallState.ChoosingLanguage;
import de.dolmetscherhotline.call.flow.CallState.Connected;
import de.dolmetscherhotline.call.flow.CallState.Ended;
import de.dolmetscherhotline.call.flow.CallState.Farewell;
import de.dolmetscherhotline.call.flow.CallState.Identifying;
import de.dolmetscherhotline.call.flow.CallState.New;
import de.dolmetscherhotline.call.flow.CallState.Rating;
import de.dolmetscherhotline.call.flow.CallState.Searching;

/**
 * The course of a call. Every state answers every event; late and impossible ones are undone rather than ignored. Time
 * enters as events that were armed before ({@link Command.Arm}).
 */
public final class CallFlow {

    private final Choosing choosing;
    private final Search search;
    private final Conversation conversation;
    private final Closing closing;

    public CallFlow(FlowRules rules) {
        this.choosing = new Choosing(rules);
        this.search = new Search(rules);
        this.conversation = new Conversation(rules);
        this.closing = new Closing();
    }

    public Step on(CallState state, CallEvent event) {
        return switch (state) {
            case New s -> choosing.on(s, event);
            case Identifying s -> choosing.on(s, event);
            case ChoosingLanguage s -> choosing.on(s, event);
            case Searching s -> search.on(s, event);
            case Bridging s -> conversation.on(s, event);
            case Connected s -> conversation.on(s, event);
            case Rating s -> closing.on(s, event);
            case Farewell s -> closing.on(s, event);
            case Ended s -> closing.on(s, event);
        };
    }
}
