package de.dolmetscherhotline.twilio;

import com.twilio.twiml.MessagingResponse;
import com.twilio.twiml.messaging.Body;
import com.twilio.twiml.messaging.Message;
import de.dolmetscherhotline.sms.Inbox;
import de.dolmetscherhotline.sms.Reply;
import de.dolmetscherhotline.text.Deliveries;
import de.dolmetscherhotline.text.Delivery;
import de.dolmetscherhotline.text.TextId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What Twilio brings and tells about texts. */
@RestController
class TextWebhooks {

    private final Inbox inbox;
    private final Deliveries deliveries;

    TextWebhooks(Inbox inbox, Deliveries deliveries) {
        this.inbox = inbox;
        this.deliveries = deliveries;
    }

    /** A text comes in to a number of the account. */
    @PostMapping(path = "/twilio/sms", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<String> received(ServerWebExchange exchange) {
        return webhook(exchange)
                .flatMap(webhook -> inbox.receive(webhook.incoming()))
                .map(TextWebhooks::render);
    }

    /** How a text of ours fares. The states before it leaves Twilio are no news. */
    @PostMapping("/twilio/texts/{text}/status")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> status(@PathVariable UUID text, ServerWebExchange exchange) {
        return webhook(exchange)
                .flatMap(webhook -> Mono.justOrEmpty(delivery(webhook))
                        .flatMap(delivery ->
                                deliveries.report(new TextId(text), webhook.sid(), delivery, webhook.errorCode())));
    }

    private static Optional<Delivery> delivery(TextWebhook webhook) {
        var optedOut = webhook.errorCode() == TwilioTexts.OPTED_OUT;
        return switch (webhook.status()) {
            case "sent" -> Optional.of(Delivery.SENT);
            case "delivered" -> Optional.of(Delivery.DELIVERED);
            case "undelivered" -> Optional.of(optedOut ? Delivery.OPTED_OUT : Delivery.UNDELIVERED);
            case "failed" -> Optional.of(optedOut ? Delivery.OPTED_OUT : Delivery.FAILED);
            default -> Optional.empty();
        };
    }

    private static String render(Reply reply) {
        var response = new MessagingResponse.Builder();
        return switch (reply) {
            case Reply.Silence silence -> response.build().toXml();
            case Reply.Say say -> response.message(message(say.text())).build().toXml();
        };
    }

    private static Message message(String text) {
        return new Message.Builder().body(new Body.Builder(text).build()).build();
    }

    private static Mono<TextWebhook> webhook(ServerWebExchange exchange) {
        return exchange.getFormData().map(TextWebhook::of);
    }
}
