package de.dolmetscherhotline.benchmark;

import de.dolmetscherhotline.simulator.Interference;
import de.dolmetscherhotline.simulator.LiveNetwork;
import de.dolmetscherhotline.simulator.Phone;
import de.dolmetscherhotline.simulator.SimulatorServer;
import de.dolmetscherhotline.simulator.TelephoneNetwork;
import de.dolmetscherhotline.testsupport.Installation;
import de.dolmetscherhotline.testsupport.Numbers;
import de.dolmetscherhotline.testsupport.TestKeys;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Everything goes wrong at once, in real time: two instances of the application on one PostgreSQL and one Redis, behind a
 * balancer; callers, interpreters and third parties with random habits; webhooks and REST requests that are doubled, delayed, swapped,
 * lost, forged or answered too late; and every few seconds one instance is killed with SIGKILL and started again. When
 * everybody has hung up, nothing may be left over and nobody may have been forgotten. Exit code 1 if something is.
 *
 * <pre>
 * ./mvnw test-compile exec:exec -Dexec.classpathScope=test -Dexec.executable=java \
 *     -Dexec.args="-cp %classpath de.dolmetscherhotline.benchmark.Chaos 2000 3"
 * </pre>
 *
 * Arguments: calls (2000), calls a second (3), seed (a random one, printed). Logs, and the history of each call that went
 * wrong, are kept in {@code target/chaos}.
 */
public final class Chaos {

    static final String KEY = "key-of-the-chaos";
    private static final int CALLS_STARTED_PER_SECOND = 30;
    private static final int PRACTICES = 150;
    private static final int THIRD_PARTIES = 300;
    private static final int REMEMBERED = 500_000;
    private static final Duration LOOK = Duration.ofMillis(500);

    private final ChaosPlan plan;
    private final PrintStream out;
    private final TelephoneNetwork.Account account =
            new TelephoneNetwork.Account("AC00000000000000000000000000000003", "chaos", CALLS_STARTED_PER_SECOND);
    private final TelephoneNetwork network = new TelephoneNetwork(account, Clock.systemUTC());
    private final String line = Numbers.landline();
    private final Iterator<String> mobiles = Numbers.mobiles();
    private final Practices rungBack;
    private final BlockingQueue<Practice> practices = new LinkedBlockingQueue<>();
    private final Mishaps mishaps;
    private final Random random;
    private final List<Phone> interpreters = new ArrayList<>();

    private record Practice(Phone phone, String pin) {}

    private Chaos(ChaosPlan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
        this.mishaps = new Mishaps(plan.seed());
        this.random = new Random(plan.seed());
        this.rungBack = new Practices(plan.seed());
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int calls = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
        double rate = args.length > 1 ? Double.parseDouble(args[1]) : 3;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : System.nanoTime() % 1_000_000;
        var plan = new ChaosPlan(
                calls,
                rate,
                100,
                Duration.ofSeconds(45),
                seed,
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(180),
                Path.of("target/chaos").toAbsolutePath());
        var violations = run(plan, System.out);
        System.exit(violations.isEmpty() ? 0 : 1);
    }

    /**
     * Does it all, and prints figures.
     *
     * @return what was violated; empty if all is well
     */
    public static List<String> run(ChaosPlan plan, PrintStream out) throws IOException, InterruptedException {
        return new Chaos(plan, out).run();
    }

    private List<String> run() throws IOException, InterruptedException {
        out.println("chaos: " + plan);
        FileSystemUtils.deleteRecursively(plan.directory());
        network.remember(REMEMBERED);
        try (var stores = Stores.start(plan.directory().resolve("stores"));
                var server = SimulatorServer.start(network, 0);
                var live = LiveNetwork.start(network);
                var balancer = Balancer.start();
                var nodes = Nodes.start(plan.directory(), settings(stores, server, balancer))) {
            balancer.nodes(nodes.uris());
            // Not by the balancer, which repeats what takes too long: the same person twice would be refused.
            install(Installation.at(nodes.uris().getFirst(), KEY));
            own(balancer);
            var legs = new Legs(server.uri(), account);
            var findings = new Findings(stores, network, balancer, legs, plan.directory());
            var thirdParties = new ThirdParties(thirdParties(), stores, balancer.uri(), plan.seed());
            var watch = new Watch(network, new Volunteers(interpreters, plan.seed()), rungBack, thirdParties);
            try (var watching = Repeating.every(LOOK, watch::look)) {
                callsAndKills(nodes, thirdParties);
                network.interfere(Interference.NONE);
                findings.awaitEnd(plan.settling());
                out.println(live.getClass().getSimpleName() + " is at rest; looked at " + watching.times() + " times");
            }
            Findings.figure(out, "instances killed", nodes.kills());
            Findings.figure(out, "mishaps", mishaps);
            return findings.print(out, watch.violations());
        }
    }

    private void callsAndKills(Nodes nodes, ThirdParties thirdParties) throws InterruptedException {
        try (var inviting = thirdParties.invited(LOOK);
                var killer = nodes.killInTurns(plan.untilFirstKill(), plan.betweenKills())) {
            letEverybodyCall();
            out.println("callers are done, while " + killer.kills() + " instances were killed");
            Findings.figure(out, "orders about third parties", inviting.answers());
        }
    }

    private Map<String, String> settings(Stores stores, SimulatorServer server, Balancer balancer) {
        var settings = new HashMap<>(stores.settings());
        settings.put("hotline.public-url", balancer.uri().toString());
        settings.put("hotline.api-key", KEY);
        settings.put("hotline.keys.data", TestKeys.DATA);
        settings.put("hotline.keys.index", TestKeys.INDEX);
        settings.put("hotline.twilio.account-sid", account.sid());
        settings.put("hotline.twilio.auth-token", account.authToken());
        settings.put("hotline.twilio.calls-per-second", Integer.toString(CALLS_STARTED_PER_SECOND));
        settings.put("hotline.twilio.api-url", server.uri().toString());
        settings.put("hotline.limits.calls-per-organisation", "1000000");
        settings.put("hotline.limits.dials-per-line", "1000000");
        settings.put("hotline.call.choosing", "30s");
        settings.put("hotline.call.patience", "25s");
        settings.put("hotline.call.room-check", "10s");
        settings.put("hotline.call.farewell", "15s");
        settings.put("hotline.call.callback", "45s");
        settings.put("hotline.call.answering-back", "30s");
        settings.put("hotline.call.recall-pause", "3s");
        settings.put("hotline.call.returning", "8s");
        settings.put("hotline.call.emergency-unanswered", "5s");
        settings.put("hotline.call.sweep", "15s");
        settings.put("hotline.rest.wrap-up", "1s");
        settings.put("hotline.rest.engaged", "3s");
        settings.put("hotline.matching.failed-number-pause", "5s");
        settings.put("hotline.matching.max-phones-at-once", "4");
        return settings;
    }

    private void install(Installation installation) {
        installation.line(line);
        IntStream.range(0, Math.min(PRACTICES, plan.calls()))
                .forEach(n -> practice(installation, "%06d".formatted(471_000 + n)));
        IntStream.range(0, plan.interpreters()).forEach(n -> interpreter(installation));
    }

    private void practice(Installation installation, String pin) {
        var number = Numbers.landline();
        installation.practice(number, pin);
        rungBack.add(network.phone(number));
        practices.add(new Practice(network.phone(number), pin));
    }

    private void interpreter(Installation installation) {
        var number = mobiles.next();
        installation.interpreter(number);
        interpreters.add(network.phone(number));
    }

    /** So many that none is rung again before everybody knows that it is over. */
    private List<Phone> thirdParties() {
        return Stream.generate(Numbers::landline)
                .limit(Math.min(THIRD_PARTIES, plan.calls()))
                .map(network::phone)
                .toList();
    }

    private void own(Balancer balancer) {
        network.own(
                line,
                new TelephoneNetwork.Webhooks(
                        balancer.uri().resolve("/twilio/voice"),
                        null,
                        balancer.uri().resolve("/twilio/voice/status"),
                        null));
        network.dialActionAfterHangUp(plan.seed() % 2 == 0);
        network.interfere(mishaps);
    }

    private void letEverybodyCall() throws InterruptedException {
        var calls = new ArrayList<Thread>();
        for (int n = 0; n < plan.calls(); n++) {
            var practice = practices.take();
            long seed = plan.seed() * 1_000_003 + n;
            calls.add(Thread.ofVirtual().start(() -> call(practice, seed)));
            var pause = -Math.log(1 - random.nextDouble()) / plan.callsPerSecond();
            TimeUnit.MILLISECONDS.sleep((long) (pause * 1_000));
        }
        for (var call : calls) {
            call.join();
        }
    }

    private void call(Practice practice, long seed) {
        new RandomCaller(practice.phone(), line, practice.pin(), plan.longestCall(), new Random(seed)).run();
        practices.add(practice);
    }
}
