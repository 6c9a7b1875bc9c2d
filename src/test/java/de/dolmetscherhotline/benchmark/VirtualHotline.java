package de.dolmetscherhotline.benchmark;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.matching.Strategy;
import de.dolmetscherhotline.simulator.Phone;
import de.dolmetscherhotline.simulator.SimulatorServer;
import de.dolmetscherhotline.simulator.TelephoneNetwork;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Installation;
import de.dolmetscherhotline.testsupport.MovableClock;
import de.dolmetscherhotline.testsupport.Numbers;
import de.dolmetscherhotline.testsupport.TestTelephony;
import de.dolmetscherhotline.testsupport.VirtualApplication;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A whole hotline with its telephone network, in virtual time: a practice calls, volunteers are rung. Work is done one
 * item after the other, so that the same calls always go the same way.
 */
final class VirtualHotline implements AutoCloseable {

    private static final Duration STEP = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** What became of one call; no seconds if nobody took it. */
    record Search(@Nullable Double seconds, int phonesRung) {}

    private final MovableClock clock = TestTelephony.CLOCK;
    private final TelephoneNetwork network;
    private final SimulatorServer server;
    private final VirtualApplication application;
    private final Installation installation;
    private final String line = Numbers.landline();
    private final Phone caller;
    private final Set<Phone> rung = new HashSet<>();

    private VirtualHotline(
            TelephoneNetwork network,
            SimulatorServer server,
            VirtualApplication application,
            Installation installation) {
        this.network = network;
        this.server = server;
        this.application = application;
        this.installation = installation;
        this.caller = network.phone(Numbers.landline());
    }

    /** @param directory for the stores, which the next hotline may use after this one is closed */
    static VirtualHotline start(Path directory, Strategy strategy, int callsPerSecond) {
        var account = new TelephoneNetwork.Account(TestTelephony.ACCOUNT_SID, TestTelephony.AUTH_TOKEN, callsPerSecond);
        var network = new TelephoneNetwork(account, TestTelephony.CLOCK);
        var server = SimulatorServer.start(network, 0);
        var application = VirtualApplication.start(settings(directory, strategy, callsPerSecond, server.uri()));
        var installation = Installation.at(application.uri(), HotlineIT.API_KEY);
        var hotline = new VirtualHotline(network, server, application, installation);
        hotline.open();
        return hotline;
    }

    private static Map<String, String> settings(
            Path directory, Strategy strategy, int callsPerSecond, URI telephoneNetwork) {
        var settings = new HashMap<>(Map.of(
                "hotline.local.directory", directory.toString(),
                "hotline.matching.strategy", strategy.name(),
                "hotline.rest.pause-after-unanswered", "1000000",
                "hotline.limits.calls-per-organisation", "1000000",
                "hotline.limits.dials-per-line", "1000000",
                "hotline.twilio.calls-per-second", Integer.toString(callsPerSecond),
                "hotline.twilio.api-url", telephoneNetwork.toString(),
                "hotline.work.concurrency", "1",
                "logging.level.root", "warn"));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("hotline."))
                .forEach(name -> settings.put(name, System.getProperty(name)));
        return settings;
    }

    private void open() {
        network.route(application::here);
        network.own(
                line,
                new TelephoneNetwork.Webhooks(
                        URI.create(TestTelephony.PUBLIC_URL + "/twilio/voice"),
                        null,
                        URI.create(TestTelephony.PUBLIC_URL + "/twilio/voice/status"),
                        null));
        installation.line(line);
        installation.practice(caller.number());
    }

    /**
     * Telephones of people on duty who speak Arabic, in the order of their random ids: that is the order in which those
     * are asked who have the same history.
     */
    List<Phone> volunteers(int count) {
        return Stream.generate(Numbers::mobile)
                .limit(count)
                .collect(Collectors.toMap(installation::interpreter, network::phone, (one, other) -> one, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    /** One call for Arabic, from the first ring until everybody has hung up. */
    Search call() {
        var began = clock.instant();
        rung.clear();
        caller.dial(line);
        settle();
        caller.press("1");
        passUntil(() -> caller.state() == Phone.State.IN_CONFERENCE || caller.state() == Phone.State.IDLE);
        var phonesRung = rung.size();
        pass(Duration.ofSeconds(20));
        caller.hangUp();
        pass(STEP);
        return new Search(secondsOfTheCallSince(began), phonesRung);
    }

    /** As the session log has it. */
    private @Nullable Double secondsOfTheCallSince(Instant began) {
        List<@Nullable Number> seconds = JsonPath.read(
                installation.get("/api/v1/sessions?from=" + began).body(), "$[*].timeToInterpreterSeconds");
        if (seconds.size() != 1) {
            throw new IllegalStateException(seconds.size() + " calls in the session log instead of one");
        }
        return Optional.ofNullable(seconds.getFirst()).map(Number::doubleValue).orElse(null);
    }

    List<String> violations() {
        return network.violations();
    }

    /** Lets time pass, stopping at every instant at which something falls due. */
    void pass(Duration time) {
        var end = clock.instant().plus(time);
        settle();
        for (var next = nextDue(); next.isPresent() && !next.get().isAfter(end); next = nextDue()) {
            clock.moveTo(next.get());
            settle();
        }
        clock.moveTo(end);
        settle();
    }

    private void passUntil(BooleanSupplier condition) {
        var end = clock.instant().plus(PATIENCE);
        settle();
        while (!condition.getAsBoolean() && clock.instant().isBefore(end)) {
            clock.moveTo(nextDue().filter(next -> next.isBefore(end)).orElse(end));
            settle();
        }
    }

    private Optional<Instant> nextDue() {
        return Stream.concat(network.nextDue().stream(), application.worker().nextDue().blockOptional().stream())
                .min(Instant::compareTo);
    }

    private void settle() {
        boolean something;
        do {
            something = network.runDue();
            noteWhoIsRung();
            something |= Objects.requireNonNullElse(application.worker().drain().block(), 0L) > 0;
        } while (something);
    }

    private void noteWhoIsRung() {
        network.phones().stream()
                .filter(phone -> phone.state() == Phone.State.RINGING)
                .forEach(rung::add);
    }

    @Override
    public void close() {
        application.close();
        server.close();
    }
}
