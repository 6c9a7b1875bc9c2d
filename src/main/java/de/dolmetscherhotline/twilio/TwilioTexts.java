package de.dolmetscherhotline.twilio;

import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.text.TextId;
import de.dolmetscherhotline.text.TextNetwork;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import reactor.core.publisher.Mono;

/** Texts by Twilio's REST API (contract §5.4); what its error codes mean stands in §5.6. */
@Component
class TwilioTexts implements TextNetwork {

    static final int OPTED_OUT = 21610;

    private static final Set<Integer> NUMBER_IS_BAD = Set.of(21211, 21214, 21217, 21614);
    private static final int QUEUE_IS_FULL = 21611;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration AFTER_TOO_MANY = Duration.ofSeconds(1);
    private static final Duration AFTER_FULL_QUEUE = Duration.ofMinutes(1);

    private final TwilioRest rest;
    private final WebhookUrls urls;

    TwilioTexts(TwilioRest rest, WebhookUrls urls) {
        this.rest = rest;
        this.urls = urls;
    }

    @Override
    public Mono<Sent> send(TextId id, PhoneNumber from, PhoneNumber to, String body) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("To", to.e164());
        form.add("From", from.e164());
        form.add("Body", body);
        form.add("StatusCallback", urls.textStatus(id));
        return rest.post("create-message", "/Messages.json", form, MessageResource.class)
                .<Sent>map(message -> new Sent.Accepted(message.sid()))
                .onErrorResume(error -> Mono.just(notAccepted(error)));
    }

    static Sent notAccepted(Throwable error) {
        if (error instanceof TwilioRefused refused && refused.isFinal()) {
            return refused(refused);
        }
        if (error.getCause() instanceof ConnectException) {
            return new Sent.TooMany(AFTER_TOO_MANY);
        }
        return new Sent.Unclear(error.toString());
    }

    private static Sent refused(TwilioRefused refused) {
        if (refused.code() == OPTED_OUT) {
            return new Sent.OptedOut();
        }
        if (refused.code() == QUEUE_IS_FULL) {
            return new Sent.TooMany(AFTER_FULL_QUEUE);
        }
        if (refused.status() == TOO_MANY_REQUESTS) {
            return new Sent.TooMany(AFTER_TOO_MANY);
        }
        return NUMBER_IS_BAD.contains(refused.code())
                ? new Sent.NumberRefused(refused.code())
                : new Sent.Refused(refused.code());
    }

    private record MessageResource(String sid) {}
}
