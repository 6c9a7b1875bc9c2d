package de.dolmetscherhotline.webhook;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClientResponse;

/** Sends an announcement as Standard Webhooks describe it: once, with a deadline. What it is answered besides a status is ignored. */
@Component
class Courier {

    /** Less than the longest attempt at a piece of work. */
    private static final Duration DEADLINE = Duration.ofSeconds(7);

    /** Longer answers are not waited for. */
    private static final int LONGEST_ANSWER = 64 << 10;

    private static final Duration SLOWEST_ANSWER = Duration.ofSeconds(1);

    private static final int SUCCESS = 2;
    private static final int CLIENT_ERROR = 4;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int GONE = 410;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;

    private final ReceiverConnections connections;
    private final ReceiverUrls urls;
    private final Clock clock;

    Courier(ReceiverConnections connections, ReceiverUrls urls, Clock clock) {
        this.connections = connections;
        this.urls = urls;
        this.clock = clock;
    }

    /** An address that was allowed once may not be any more. */
    Mono<Delivery> deliver(String url, SigningSecret secret, Announcement announcement) {
        if (urls.problem(url).isPresent()) {
            return Mono.just(new Delivery.Failed("forbidden_address"));
        }
        var now = clock.instant();
        var signature = secret.signature(announcement.id(), now, announcement.body());
        return send(url, announcement, now, signature)
                .timeout(DEADLINE)
                .map(Courier::meaning)
                .onErrorResume(error -> Mono.just(new Delivery.Failed(reason(error))));
    }

    private Mono<Integer> send(String url, Announcement announcement, Instant now, String signature) {
        return connections
                .client()
                .headers(headers -> write(headers, announcement.id(), now, signature))
                .post()
                .uri(URI.create(url))
                .send(ByteBufMono.fromString(Mono.just(announcement.body())))
                .response(Courier::status)
                .single();
    }

    private static void write(HttpHeaders headers, String id, Instant now, String signature) {
        headers.set(HttpHeaderNames.USER_AGENT, "Dolmetscher-Hotline")
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set("webhook-id", id)
                .set("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .set("webhook-signature", signature);
    }

    /** Reads a short answer to its end, so that the connection can be used again; of a long one the rest stays unread. */
    private static Mono<Integer> status(HttpClientResponse response, ByteBufFlux content) {
        var status = response.status().code();
        return content.map(ByteBuf::readableBytes)
                .scan(Integer::sum)
                .takeWhile(read -> read <= LONGEST_ANSWER)
                .take(SLOWEST_ANSWER)
                .then()
                .onErrorComplete()
                .thenReturn(status);
    }

    private static Delivery meaning(int status) {
        if (status / 100 == SUCCESS) {
            return new Delivery.Taken();
        }
        return switch (status) {
            case GONE -> new Delivery.Gone();
            case REQUEST_TIMEOUT, TOO_EARLY, TOO_MANY_REQUESTS -> unable(status);
            default -> status / 100 == CLIENT_ERROR ? new Delivery.Refused(status) : unable(status);
        };
    }

    private static Delivery unable(int status) {
        return new Delivery.Failed("status_" + status);
    }

    /** A word: what the error says may contain the address. */
    private static String reason(Throwable error) {
        return Stream.<Throwable>iterate(error, cause -> cause != null, Throwable::getCause)
                .map(Courier::word)
                .filter(word -> !word.equals("unreachable"))
                .findFirst()
                .orElse("unreachable");
    }

    private static String word(Throwable cause) {
        return switch (cause) {
            case ForbiddenAddress forbidden -> "forbidden_address";
            case UnknownHostException unknown -> "unknown_host";
            case SSLException untrusted -> "not_trusted";
            case TimeoutException late -> "timed_out";
            case io.netty.handler.timeout.TimeoutException late -> "timed_out";
            case io.netty.channel.ConnectTimeoutException late -> "timed_out";
            default -> "unreachable";
        };
    }
}
