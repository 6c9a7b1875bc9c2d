package de.dolmetscherhotline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import de.dolmetscherhotline.simulator.TelephoneNetwork.Account;
import de.dolmetscherhotline.simulator.TelephoneNetwork.Webhooks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A network, an application made of fixed answers, and telephones. */
final class World implements AutoCloseable {

    static final String SID = "AC00000000000000000000000000000001";
    static final String TOKEN = "0123456789abcdef0123456789abcdef";
    static final String LINE = "+493023125100";
    static final String CALLER = "+491713920001";
    static final String MARIA = "+491713920011";
    static final String OLEG = "+491713920012";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final MutableClock clock = new MutableClock();
    final StubApp app = new StubApp();
    final TelephoneNetwork network;
    final SimulatorServer server;

    World() {
        this(1);
    }

    World(int callsPerSecond) {
        network = new TelephoneNetwork(new Account(SID, TOKEN, callsPerSecond), clock);
        network.own(LINE, new Webhooks(app.url("/voice"), null, app.url("/number-status"), app.url("/sms")));
        server = SimulatorServer.start(network, 0);
    }

    record Rest(int status, JsonNode json) {
        String text(String field) {
            return json.path(field).asString("");
        }

        int code() {
            return json.path("code").asInt();
        }
    }

    Phone phone(String number) {
        return network.phone(number);
    }

    Phone caller() {
        return phone(CALLER);
    }

    void run() {
        network.runDue();
    }

    /** Lets time pass, stopping at every instant at which something is due. */
    void pass(Duration time) {
        var end = clock.instant().plus(time);
        network.runDue();
        for (var next = network.nextDue(); next.isPresent() && !next.get().isAfter(end); next = network.nextDue()) {
            clock.set(next.get());
            network.runDue();
        }
        clock.set(end);
        network.runDue();
    }

    void passSeconds(long seconds) {
        pass(Duration.ofSeconds(seconds));
    }

    Rest post(String path, String... form) {
        return postAs(SID, TOKEN, path, form);
    }

    Rest postAs(String user, String password, String path, String... form) {
        var body = new StringBuilder();
        for (int i = 0; i < form.length; i += 2) {
            body.append(body.isEmpty() ? "" : "&").append(Webhook.form(Map.of(form[i], form[i + 1])));
        }
        return send(request(path, user, password)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    Rest get(String path) {
        return send(request(path, SID, TOKEN).GET().build());
    }

    Rest delete(String path) {
        return send(request(path, SID, TOKEN).DELETE().build());
    }

    private HttpRequest.Builder request(String path, String user, String password) {
        var basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(server.uri() + "/2010-04-01/Accounts/" + SID + "/" + path))
                .header("Authorization", "Basic " + basic);
    }

    static Rest send(HttpRequest request) {
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            return new Rest(response.statusCode(), JSON.readTree(response.body().isEmpty() ? "{}" : response.body()));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Calls an interpreter with all events reported; returns the call's SID. */
    String offer(String to) {
        var created = post(
                "Calls.json",
                "To",
                to,
                "From",
                LINE,
                "Url",
                url("/offer"),
                "Timeout",
                "20",
                "StatusCallback",
                url("/leg-status"),
                "StatusCallbackEvent",
                "initiated",
                "StatusCallbackEvent",
                "ringing",
                "StatusCallbackEvent",
                "answered",
                "StatusCallbackEvent",
                "completed");
        assertThat(created.status()).isEqualTo(201);
        return created.text("sid");
    }

    String url(String path) {
        return app.url(path).toString();
    }

    List<Exchange> exchanges(Exchange.Kind... kinds) {
        return network.exchanges().stream()
                .filter(exchange -> kinds.length == 0 || List.of(kinds).contains(exchange.kind()))
                .toList();
    }

    /** The events reported by the room, in order. */
    List<String> roomEvents() {
        return exchanges(Exchange.Kind.CONFERENCE_STATUS).stream()
                .map(exchange -> exchange.params().get("StatusCallbackEvent"))
                .toList();
    }

    /** The states reported for a leg, in order. */
    List<String> states(String callSid) {
        return exchanges(Exchange.Kind.CALL_STATUS).stream()
                .map(Exchange::params)
                .filter(params -> callSid.equals(params.get("CallSid")))
                .map(params -> params.get("CallStatus"))
                .toList();
    }

    static String conference(String attributes) {
        return "<Dial action=\"/after\"><Conference " + attributes
                + " beep=\"false\" statusCallback=\"/room\" statusCallbackEvent=\"start end join leave\">case-7</Conference></Dial>";
    }

    List<String> said(String number) {
        return phone(number).heard().stream()
                .filter(heard -> heard.kind() == Heard.Kind.SAY)
                .map(Heard::text)
                .toList();
    }

    /** Every name that left the network is one of contract §3. */
    void onlyKnownNames() {
        for (var exchange : network.exchanges()) {
            if (exchange.kind() != Exchange.Kind.REST) {
                assertThat(ParameterNames.of(exchange.kind()))
                        .as(exchange.kind() + " " + exchange.url())
                        .containsAll(exchange.params().keySet());
            }
        }
    }

    /** Every webhook that arrived carries the signature of its content. */
    void everythingSigned() {
        var validator = new com.twilio.security.RequestValidator(TOKEN);
        for (var received : app.received()) {
            if (!received.form().isEmpty()) {
                assertThat(validator.validate(
                                url(received.uri()),
                                received.form(),
                                received.headers().get("X-Twilio-Signature")))
                        .as(received.uri())
                        .isTrue();
            }
        }
    }

    @Override
    public void close() {
        server.close();
        app.close();
    }
}
