package de.dolmetscherhotline.simulator;

import java.net.URI;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The REST API of a network on a loopback port of its own. */
public final class SimulatorServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final DisposableServer server;

    private SimulatorServer(DisposableServer server) {
        this.server = server;
    }

    /**
     * Listens on 127.0.0.1.
     *
     * @param port 0 for any free one
     */
    public static SimulatorServer start(TelephoneNetwork network, int port) {
        var handler = RouterFunctions.toHttpHandler(TwilioApi.routes(network, ""));
        return new SimulatorServer(HttpServer.create()
                .host(LOOPBACK)
                .port(port)
                .handle(new ReactorHttpHandlerAdapter(handler))
                .bindNow());
    }

    /** Base URL to configure instead of the vendor's, such as {@code http://127.0.0.1:4010}. */
    public URI uri() {
        return URI.create("http://" + LOOPBACK + ":" + server.port());
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
