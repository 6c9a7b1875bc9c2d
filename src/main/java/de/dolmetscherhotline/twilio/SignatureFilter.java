package de.dolmetscherhotline.twilio;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Lets only Twilio's own requests through to {@code /twilio/}: everything without a valid signature over the public URL is
 * refused. Forwarding headers are not believed; the public URL is configured.
 */
@Component
@Order(SignatureFilter.AFTER_SECURITY_HEADERS)
class SignatureFilter implements WebFilter {

    private static final Logger log = LoggerFactory.getLogger(SignatureFilter.class);
    static final int AFTER_SECURITY_HEADERS = 0;

    /** Twilio sends about forty at most. */
    private static final int MOST_PARAMETERS = 100;

    private static final String HEADER = "X-Twilio-Signature";

    /** Matches as handlers are matched, so that a path written in another way does not get past us to a handler. */
    private static final PathPattern WEBHOOKS = PathPatternParser.defaultInstance.parse("/twilio/**");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]{1,40}");
    private static final int MOST_LOGGED = 40;

    private final WebhookSignature signature;
    private final String publicUrl;
    private final Counter refused;

    SignatureFilter(TwilioSettings settings, MeterRegistry metrics) {
        this.signature = new WebhookSignature(settings.acceptedTokens());
        this.publicUrl = settings.publicUrl();
        this.refused = Counter.builder("hotline.webhooks.refused")
                .description("Requests to webhooks without a valid signature")
                .register(metrics);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!WEBHOOKS.matches(exchange.getRequest().getPath().pathWithinApplication())) {
            return chain.filter(exchange);
        }
        return Mono.defer(() -> form(exchange))
                .map(form -> isGenuine(exchange, form))
                .onErrorReturn(false)
                .flatMap(genuine -> genuine ? chain.filter(exchange) : refuse(exchange));
    }

    private static Mono<MultiValueMap<String, String>> form(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var isForm = HttpMethod.POST.equals(request.getMethod())
                && MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(
                        request.getHeaders().getContentType());
        return isForm ? exchange.getFormData() : Mono.just(new LinkedMultiValueMap<>());
    }

    private boolean isGenuine(ServerWebExchange exchange, MultiValueMap<String, String> form) {
        var given = exchange.getRequest().getHeaders().getFirst(HEADER);
        var uri = exchange.getRequest().getURI();
        var url = publicUrl + uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        var genuine = given != null && form.size() <= MOST_PARAMETERS && signature.matches(url, form, given);
        if (!genuine) {
            log.warn(
                    "refused {} without a valid signature for the public URL; parameters: {}",
                    shortened(uri.getRawPath()),
                    plainNames(form));
        }
        return genuine;
    }

    /** Anybody may send us anything: what is logged of it cannot forge or fill a log. */
    private static List<String> plainNames(MultiValueMap<String, String> form) {
        return form.keySet().stream()
                .filter(name -> PLAIN.matcher(name).matches())
                .limit(MOST_LOGGED)
                .toList();
    }

    private static String shortened(String path) {
        return path.length() <= 100 ? path : path.substring(0, 100) + "…";
    }

    private Mono<Void> refuse(ServerWebExchange exchange) {
        refused.increment();
        exchange.getResponse().setStatusCode(HttpStatus.FORBIDDEN);
        return exchange.getResponse().setComplete();
    }
}
