package de.dolmetscherhotline.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Base of the demonstration's tests. They share one application that runs in real time as a visitor would see it: with the
 * invented pool, the simulated telephones, and webhooks that really travel. It knows its own address beforehand. It has
 * stores of its own, so that one of these tests at a time runs beside those of the other application.
 */
@BesideOthers
@ResourceLock("the demonstration")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "hotline.local.directory=target/demonstration",
            "hotline.demo=true",
            "hotline.api-key=" + HotlineIT.API_KEY,
            "spring.flyway.clean-disabled=false"
        })
@AutoConfigureWebTestClient
@Import({EmptyDatabase.class, OwnConnections.class})
public abstract class DemonstrationIT {

    private static final int PORT = freePort();
    private static final String ADDRESS = "http://127.0.0.1:" + PORT;

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry properties) {
        properties.add("server.port", () -> PORT);
        properties.add("hotline.public-url", () -> ADDRESS);
        properties.add("hotline.twilio.api-url", () -> ADDRESS + "/simulator/rest");
    }

    @Autowired
    private WebTestClient browser;

    /** Without cookies and without JavaScript; does not follow redirects. */
    protected WebTestClient browser() {
        return browser;
    }

    /** Asks the REST API with its key. */
    protected Answer api(String path) {
        return Answer.to(browser.get().uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + HotlineIT.API_KEY));
    }

    /** The address of a path in this application. */
    protected static String at(String path) {
        return ADDRESS + path;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
