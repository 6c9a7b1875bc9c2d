package de.dolmetscherhotline.simulator;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** An application that answers each path with what a test laid down; other paths with 204. */
final class StubApp implements AutoCloseable {

    record Reply(int status, String contentType, String body) {
        static Reply xml(String body) {
            return new Reply(200, "text/xml; charset=utf-8", body);
        }

        static Reply twiml(String verbs) {
            return xml("<Response>" + verbs + "</Response>");
        }

        static Reply status(int status) {
            return new Reply(status, "text/plain", "");
        }
    }

    record Received(String path, String uri, Map<String, String> headers, Map<String, String> form) {}

    private final Map<String, Function<Map<String, String>, Reply>> replies = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final DisposableServer server;

    StubApp() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .asString(StandardCharsets.UTF_8)
                        .defaultIfEmpty("")
                        // A reply may wait for another one, and connections share threads.
                        .publishOn(Schedulers.boundedElastic())
                        .flatMap(body -> {
                            var headers = new LinkedHashMap<String, String>();
                            request.requestHeaders().forEach(header -> headers.put(header.getKey(), header.getValue()));
                            var path = request.fullPath();
                            received.add(new Received(path, request.uri(), headers, decode(body)));
                            var reply = replies.getOrDefault(path, form -> Reply.status(204))
                                    .apply(decode(body));
                            response.status(reply.status());
                            if (!reply.contentType().isEmpty()) {
                                response.header("Content-Type", reply.contentType());
                            }
                            return response.sendByteArray(Mono.just(reply.body().getBytes(charset(reply))))
                                    .then();
                        }))
                .bindNow();
    }

    private static Charset charset(Reply reply) {
        return reply.contentType().startsWith("audio/") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }

    private static Map<String, String> decode(String form) {
        var params = new LinkedHashMap<String, String>();
        for (var pair : List.of(form.split("&", -1))) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                params.put(text(pair.substring(0, equals)), text(pair.substring(equals + 1)));
            }
        }
        return params;
    }

    private static String text(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    StubApp answers(String path, String verbs) {
        return answers(path, Reply.twiml(verbs));
    }

    StubApp answers(String path, Reply reply) {
        replies.put(path, form -> reply);
        return this;
    }

    StubApp answers(String path, Function<Map<String, String>, Reply> reply) {
        replies.put(path, reply);
        return this;
    }

    List<Received> received() {
        return received;
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
