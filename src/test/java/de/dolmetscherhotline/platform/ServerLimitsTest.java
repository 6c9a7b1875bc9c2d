package de.dolmetscherhotline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Clients that hold connections and say nothing. */
class ServerLimitsTest {

    private static final int FEW = 2;
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final int PATIENCE_MILLIS = 20_000;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final DisposableServer server = new ServerLimits(new ServerLimits.Limits(FEW, SHORT), metrics)
            .limit(HttpServer.create().host("127.0.0.1").port(0))
            .handle((request, response) -> request.receive()
                    .aggregate()
                    .then(response.sendString(Mono.just("well")).then()))
            .bindNow();

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void whoeverSaysNothingIsCutOff() throws IOException {
        try (var client = client()) {
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void whoeverBeginsToSpeakAndDoesNotEndIsCutOff() throws IOException {
        try (var client = client()) {
            send(client, "POST / HTTP/1.1\r\nHost: here\r\n");

            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void bodyThatDoesNotComeIsNotWaitedFor() throws IOException {
        try (var client = client()) {
            send(client, "POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 5\r\n\r\n12");

            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .doesNotContain("well");
        }
    }

    @Test
    void connectionBeyondTheLimitIsClosedAndThereIsRoomAgainLater() throws IOException {
        try (var first = client();
                var second = client()) {
            ask(first);
            ask(second);
            try (var third = client()) {
                assertThat(third.getInputStream().read()).isEqualTo(-1);
            }
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> open() == 0);
        try (var next = client()) {
            ask(next);
        }
    }

    private static void ask(Socket client) throws IOException {
        send(client, "GET / HTTP/1.1\r\nHost: here\r\n\r\n");
        assertThat(client.getInputStream().read()).isEqualTo('H');
    }

    private Socket client() throws IOException {
        var client = new Socket(InetAddress.getLoopbackAddress(), server.port());
        client.setSoTimeout(PATIENCE_MILLIS);
        return client;
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    private double open() {
        return Objects.requireNonNull(metrics.find("hotline.http.connections").gauge())
                .value();
    }
}
