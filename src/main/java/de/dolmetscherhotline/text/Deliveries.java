package de.dolmetscherhotline.text;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where the network's reports about texts come in; at least once each, in any order. */
@Component
public class Deliveries {

    private final TextLog texts;
    private final OptOuts optOuts;
    private final TextMetrics metrics;

    Deliveries(TextLog texts, OptOuts optOuts, TextMetrics metrics) {
        this.texts = texts;
        this.optOuts = optOuts;
        this.metrics = metrics;
    }

    /**
     * The network knows more about a text. Does nothing if that is no news, or if it is about another text.
     *
     * @param sid the network's id of the text
     * @param errorCode the network's, 0 if there is none
     */
    public Mono<Void> report(TextId id, String sid, Delivery delivery, int errorCode) {
        return texts.noteSid(id, sid)
                .filter(Boolean::booleanValue)
                .flatMap(ours -> texts.advance(id, delivery.state(), errorCode))
                .filter(Boolean::booleanValue)
                .flatMap(news -> conclude(id, delivery));
    }

    private Mono<Void> conclude(TextId id, Delivery delivery) {
        return switch (delivery) {
            case SENT -> Mono.empty();
            case DELIVERED -> counted("delivered");
            case UNDELIVERED -> counted("undelivered");
            case FAILED -> counted("failed");
            case OPTED_OUT -> optOut(id).then(counted("opted_out"));
        };
    }

    private Mono<Void> optOut(TextId id) {
        return texts.find(id)
                .flatMap(text -> Mono.justOrEmpty(text.to()).flatMap(number -> optOuts.add(text.district(), number)));
    }

    private Mono<Void> counted(String result) {
        return Mono.fromRunnable(() -> metrics.count(result));
    }
}
