package de.dolmetscherhotline.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before several nodes as nginx does with {@code proxy_next_upstream error timeout non_idempotent}: in turns, and
 * what fails on the way is repeated on the next node.
 */
final class Balancer implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final Duration READ_LIMIT = Duration.ofSeconds(14);
    private static final Duration AVOIDED = Duration.ofSeconds(2);
    private static final Set<String> NOT_PASSED_ON =
            Set.of("connection", "content-length", "host", "upgrade", "expect", "transfer-encoding", "http2-settings");

    private final HttpServer server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final Map<URI, Long> avoidedUntil = new ConcurrentHashMap<>();
    private final Queue<Passed> passed = new ConcurrentLinkedQueue<>();
    private volatile List<URI> nodes = List.of();

    /** A request that was answered; {@code status} 502 if no node did. */
    record Passed(String path, int status, double millis) {}

    private Balancer(HttpServer server) {
        this.server = server;
    }

    static Balancer start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        var balancer = new Balancer(server);
        server.createContext("/", balancer::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return balancer;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void nodes(List<URI> next) {
        nodes = List.copyOf(next);
    }

    List<Passed> passed() {
        return List.copyOf(passed);
    }

    /** How often a node did not answer, so that the request was given to the other one. */
    int failed() {
        return failed.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var began = System.nanoTime();
            var body = exchange.getRequestBody().readAllBytes();
            int status = pass(exchange, body);
            var millis = (System.nanoTime() - began) / 1e6;
            passed.add(new Passed(exchange.getRequestURI().getPath(), status, millis));
        }
    }

    private int pass(HttpExchange exchange, byte[] body) throws IOException {
        for (var node : inOrder()) {
            try {
                var answer = send(exchange, node, body);
                respond(exchange, answer);
                return answer.statusCode();
            } catch (IOException nextUpstream) {
                failed.incrementAndGet();
                avoidedUntil.put(node, System.nanoTime() + AVOIDED.toNanos());
            }
        }
        exchange.sendResponseHeaders(502, -1);
        return 502;
    }

    /** In turns; those that failed lately come last. */
    private List<URI> inOrder() {
        var order = new ArrayList<>(nodes);
        Collections.rotate(order, turn.getAndIncrement());
        order.sort(Comparator.comparing(this::isAvoided));
        return order;
    }

    private boolean isAvoided(URI node) {
        var until = avoidedUntil.get(node);
        return until != null && System.nanoTime() - until < 0;
    }

    private HttpResponse<byte[]> send(HttpExchange exchange, URI node, byte[] body) throws IOException {
        var request = HttpRequest.newBuilder(
                        URI.create(node + exchange.getRequestURI().toString()))
                .timeout(READ_LIMIT)
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IOException(closing);
        }
    }

    private static void respond(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
    }
}
