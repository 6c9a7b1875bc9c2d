package de.dolmetscherhotline.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** An organisation's own system, as somebody would write it who has read the section about it in README.md. */
final class OwnSystem implements AutoCloseable {

    static final int SILENT = 0;
    static final int ENDLESS = 1;

    private final DisposableServer server;
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final Set<ChannelId> connections = ConcurrentHashMap.newKeySet();
    private volatile int always = 204;
    private volatile String elsewhere = "";

    private OwnSystem(UnaryOperator<HttpServer> form) {
        server = form.apply(HttpServer.create())
                .host("127.0.0.1")
                .port(0)
                .doOnConnection(
                        connection -> connections.add(connection.channel().id()))
                .handle(this::answer)
                .bindNow();
    }

    static OwnSystem start() {
        return new OwnSystem(server -> server);
    }

    static OwnSystem start(UnaryOperator<HttpServer> form) {
        return new OwnSystem(form);
    }

    /** What was received. */
    record Told(String id, String timestamp, String signature, String contentType, String length, String body) {

        /** Checks it as a receiver should. */
        Told isSignedWith(String secret) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(
                        Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
                var expected = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
                assertThat(signature).isEqualTo("v1," + Base64.getEncoder().encodeToString(expected));
                return this;
            } catch (GeneralSecurityException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().defaultIfEmpty("").flatMap(body -> {
            told.add(new Told(
                    header(request, "webhook-id"),
                    header(request, "webhook-timestamp"),
                    header(request, "webhook-signature"),
                    header(request, "content-type"),
                    header(request, "content-length"),
                    body));
            var next = answers.poll();
            return Mono.from(answer(next == null ? always : next, response));
        });
    }

    private Publisher<Void> answer(int status, HttpServerResponse response) {
        return switch (status) {
            case SILENT -> Mono.never();
            case ENDLESS -> response.sendString(Flux.range(0, Integer.MAX_VALUE).map(n -> "x".repeat(1000)));
            case 302 -> response.sendRedirect(elsewhere);
            default -> response.status(status).send();
        };
    }

    private static String header(HttpServerRequest request, String name) {
        return String.valueOf(request.requestHeaders().get(name));
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hooks?from=hotline";
    }

    int port() {
        return server.port();
    }

    /** The next answers; then again what is answered always. */
    OwnSystem answers(Integer... statuses) {
        answers.addAll(List.of(statuses));
        return this;
    }

    OwnSystem answersAlways(int status) {
        always = status;
        return this;
    }

    OwnSystem redirectsTo(String url) {
        elsewhere = url;
        return answersAlways(302);
    }

    List<Told> told() {
        return told;
    }

    int connections() {
        return connections.size();
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
