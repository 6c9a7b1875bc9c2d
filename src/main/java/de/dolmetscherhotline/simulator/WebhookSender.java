package de.dolmetscherhotline.simulator;

import de.dolmetscherhotline.simulator.Interference.Delivery;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Sends webhooks: real HTTP, signed, 15 s at most, retries as the URL's fragment says (contract §2). */
final class WebhookSender {

    static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final Switchboard board;
    private final Signer signer;
    private final HttpClient http;
    private UnaryOperator<URI> router = UnaryOperator.identity();

    WebhookSender(Switchboard board) {
        this.board = board;
        this.signer = new Signer(board.account().authToken());
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_LIMIT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    void route(UnaryOperator<URI> next) {
        router = next;
    }

    /** Sends, unless interference decides otherwise; the answer arrives under the lock. */
    void send(Webhook webhook, Consumer<Answer> then) {
        var delivery = deliveryOf(webhook);
        if (delivery.dropped()) {
            logLost(webhook);
            board.after(LIMIT, () -> then.accept(Answer.lost()));
        } else if (delivery.delay().isZero()) {
            deliver(webhook, delivery, then);
        } else if (delivery.delay().compareTo(LIMIT) >= 0) {
            board.after(LIMIT, () -> then.accept(Answer.lost()));
            board.after(delivery.delay(), () -> deliver(webhook, delivery, tooLate -> {}));
        } else {
            board.after(delivery.delay(), () -> deliver(webhook, delivery, then));
        }
    }

    /** As {@link #send}, for one of several in a row: {@code freed} runs as soon as the next one may go. */
    void sendInLane(Webhook webhook, Delivery delivery, Consumer<Answer> then, Runnable freed) {
        if (delivery.dropped()) {
            logLost(webhook);
            freed.run();
        } else if (delivery.delay().isZero()) {
            deliver(webhook, delivery, answer -> {
                then.accept(answer);
                freed.run();
            });
        } else {
            board.after(delivery.delay(), () -> deliver(webhook, delivery, then));
            freed.run();
        }
    }

    /** How interference lets it travel. */
    Delivery deliveryOf(Webhook webhook) {
        return webhook.kind() == Exchange.Kind.MEDIA
                ? Delivery.normal()
                : board.interference().onWebhook(webhook.kind(), webhook.url(), webhook.params());
    }

    private void logLost(Webhook webhook) {
        board.exchanges()
                .begin(board.now(), webhook.kind(), webhook.method(), webhook.requestUrl(), webhook.params())
                .answered(ExchangeLog.NO_ANSWER, "");
    }

    private void deliver(Webhook original, Delivery delivery, Consumer<Answer> then) {
        var params = new LinkedHashMap<>(original.params());
        params.putAll(delivery.unknownParameters());
        var webhook = new Webhook(original.kind(), original.url(), original.post(), params);
        if (delivery.forged()) {
            dispatch(webhook, UUID.randomUUID().toString(), true, answer -> {
                if (answer.successful()) {
                    board.violation(webhook.kind() + " " + webhook.url() + ": a forged signature was accepted");
                }
                deliverGenuine(webhook, delivery, then);
            });
        } else {
            deliverGenuine(webhook, delivery, then);
        }
    }

    private void deliverGenuine(Webhook webhook, Delivery delivery, Consumer<Answer> then) {
        var token = UUID.randomUUID().toString();
        if (delivery.overlapping()) {
            dispatch(webhook, token, false, then);
            for (int copy = 1; copy < delivery.copies(); copy++) {
                dispatch(webhook, token, false, ignored -> {});
            }
        } else {
            dispatch(webhook, token, false, answer -> {
                then.accept(answer);
                again(webhook, token, delivery.copies() - 1);
            });
        }
    }

    private void again(Webhook webhook, String token, int copies) {
        if (copies > 0) {
            dispatch(webhook, token, false, ignored -> again(webhook, token, copies - 1));
        }
    }

    private void dispatch(Webhook webhook, String token, boolean forged, Consumer<Answer> then) {
        board.soon(() -> dispatchNow(webhook, token, forged, then));
    }

    private void dispatchNow(Webhook webhook, String token, boolean forged, Consumer<Answer> then) {
        var url = webhook.requestUrl();
        var slot = board.exchanges().begin(board.now(), webhook.kind(), webhook.method(), url, webhook.params());
        var rules = ConnectionRules.of(webhook.url(), board::violation);
        var request = request(webhook, url, token, forged, rules);
        board.fly(() -> {
            var answer = exchange(request, rules);
            return () -> {
                slot.answered(answer.status(), answer.shownBody());
                then.accept(answer);
            };
        });
    }

    private HttpRequest request(Webhook webhook, String url, String token, boolean forged, ConnectionRules rules) {
        var builder = HttpRequest.newBuilder(router.apply(URI.create(url)))
                .timeout(rules.read())
                .header("Accept", "*/*")
                .header("User-Agent", "TwilioProxy/1.1");
        if (webhook.kind() == Exchange.Kind.MEDIA) {
            return builder.GET().build();
        }
        var signature = signer.sign(url, webhook.post() ? webhook.params() : Map.of());
        builder.header("X-Twilio-Signature", forged ? signer.sign(url + "forged", Map.of()) : signature)
                .header("I-Twilio-Idempotency-Token", token);
        if (!webhook.post()) {
            return builder.GET().build();
        }
        return builder.header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(BodyPublishers.ofString(Webhook.form(webhook.params())))
                .build();
    }

    /** Blocks; not under the lock. */
    private Answer exchange(HttpRequest request, ConnectionRules rules) {
        var began = System.nanoTime();
        var answer = exchangeOnce(request);
        for (int left = rules.retries(); left > 0 && rules.repeats(answer) && inTime(began, rules); left--) {
            answer = exchangeOnce(request);
        }
        return answer;
    }

    private static boolean inTime(long began, ConnectionRules rules) {
        return System.nanoTime() - began < rules.total().toNanos();
    }

    private Answer exchangeOnce(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            var contentType = response.headers().firstValue("Content-Type").orElse("");
            return Answer.of(response.statusCode(), contentType, response.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Answer.none("interrupted");
        } catch (ConnectException | HttpConnectTimeoutException noConnection) {
            return Answer.noConnection("no connection: " + noConnection);
        } catch (HttpTimeoutException late) {
            return Answer.late(late.toString());
        } catch (IOException failure) {
            return Answer.none(failure.toString());
        }
    }
}
