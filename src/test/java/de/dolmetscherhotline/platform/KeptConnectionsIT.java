package de.dolmetscherhotline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.testsupport.HotlineIT;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Whoever keeps a connection, as browsers and the telephone network do, and asks again as soon as the last answer is there, is
 * answered. A server that misses one request in a thousand fails here.
 */
class KeptConnectionsIT extends HotlineIT {

    private static final int CONNECTIONS = 6;
    private static final int REQUESTS = 1500;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final String LENGTH = "content-length: ";

    @LocalServerPort
    private int port;

    @Test
    void eachRequestOnAKeptConnectionIsAnswered() throws InterruptedException {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answered = clients.invokeAll(IntStream.range(0, CONNECTIONS)
                    .mapToObj(connection -> (Callable<Integer>) this::askOneAfterTheOther)
                    .toList());

            assertThat(answered)
                    .allSatisfy(connection -> assertThat(connection.get()).isEqualTo(REQUESTS));
        }
    }

    private int askOneAfterTheOther() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (int answered = 0; answered < REQUESTS; answered++) {
                socket.getOutputStream()
                        .write("GET /actuator/health/liveness HTTP/1.1\r\nHost: here\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                readWhole(answers);
            }
            return REQUESTS;
        }
    }

    private static void readWhole(BufferedReader answers) throws IOException {
        assertThat(answers.readLine()).isEqualTo("HTTP/1.1 200 OK");
        int length = 0;
        for (var line = answers.readLine(); !line.isEmpty(); line = answers.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(line.substring(LENGTH.length()));
            }
        }
        assertThat(length).isPositive();
        assertThat(answers.skip(length)).isEqualTo(length);
    }
}
