package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.call.flow.CallState.Bridging;
import de.dolmetscherhotline.call.flow.CallState.CallerLost;
import de.dolmetscherhotline.call.flow.CallState.ChoosingLanguage;
import de.dolmetscherhotline.call.flow.CallState.Closed;
import de.dolmetscherhotline.call.flow.CallState.Connected;
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

/**
 * The course of a call. Every state answers every event; late and impossible ones are undone rather than ignored. Time
 * enters as events that were armed before ({@link Command.Arm}).
 */
public final class CallFlow {

    private final Arriving arriving;
    private final Choosing choosing;
    private final Search search;
    private final Callback callback;
    private final Conversation conversation;
    private final Transfer transfer;
    private final Closing closing;

    public CallFlow(FlowRules rules) {
        this.arriving = new Arriving(rules);
        this.choosing = new Choosing(rules);
        this.search = new Search(rules);
        this.callback = new Callback(rules);
        this.conversation = new Conversation(rules);
        this.transfer = new Transfer();
        this.closing = new Closing(rules);
    }

    public Step on(CallState state, CallEvent event) {
        return switch (state) {
            case New s -> arriving.on(s, event);
            case Closed s -> arriving.on(s, event);
            case Identifying s -> arriving.on(s, event);
            case ChoosingLanguage s -> choosing.on(s, event);
            case Detailing s -> choosing.on(s, event);
            case Searching s -> search.on(s, event);
            case Unserved s -> search.on(s, event);
            case Recalling s -> callback.on(s, event);
            case RecallPaused s -> callback.on(s, event);
            case Bridging s -> conversation.on(s, event);
            case Connected s -> conversation.on(s, event);
            case CallerLost s -> conversation.on(s, event);
            case Transferring s -> transfer.on(s, event);
            case TalkOver s -> closing.on(s, event);
            case Farewell s -> closing.on(s, event);
            case Ended s -> closing.on(s, event);
        };
    }
}
