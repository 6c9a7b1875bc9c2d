package de.dolmetscherhotline.benchmark;

import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.simulator.Behaviour;
import de.dolmetscherhotline.simulator.LiveNetwork;
import de.dolmetscherhotline.simulator.Phone;
import de.dolmetscherhotline.simulator.SimulatorServer;
import de.dolmetscherhotline.simulator.TelephoneNetwork;
import de.dolmetscherhotline.testsupport.ChildApplication;
import de.dolmetscherhotline.testsupport.Installation;
import de.dolmetscherhotline.testsupport.Numbers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Fifty people call at once, in real time, and fifty conversations run side by side. The application runs in a process of
 * its own with embedded stores in a temporary directory; the telephone network runs here. Prints how long it took until
 * the first webhook was answered, the memory of the idle application, how fast webhooks were answered, and how long
 * callers waited.
 *
 * <pre>
 * ./mvnw test-compile exec:exec -Dexec.classpathScope=test -Dexec.executable=java \
 *     -Dexec.args="-cp %classpath de.dolmetscherhotline.benchmark.FiftyCalls"
 * </pre>
 *
 * With {@code -Dstatements=true} statements sent to PostgreSQL are counted as well, which makes everything slower; with
 * {@code -DcallsPerSecond=1} the account may dial only so often.
 */
public final class FiftyCalls {

    private static final int CALLS = 50;
    private static final int INTERPRETERS = 60;
    private static final Duration SETTLED = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(170);
    private static final String KEY = "key-of-the-benchmark";
    private static final String LINE = Numbers.landline();
    private static final Pattern ACCESS =
            Pattern.compile("\"(?:POST|GET) (/twilio/\\S+) HTTP/1.1\" (\\d+) \\S+ (\\d+)");
    private static final Pattern IDS = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

    private final int callsPerSecond = Integer.getInteger("callsPerSecond", 50);
    private final TelephoneNetwork.Account account =
            new TelephoneNetwork.Account("AC00000000000000000000000000000002", "benchmark", callsPerSecond);
    private final TelephoneNetwork network = new TelephoneNetwork(account, Clock.systemUTC());
    private final Path directory;
    private final PrintStream out;

    private FiftyCalls(Path directory, PrintStream out) {
        this.directory = directory;
        this.out = out;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var directory = Files.createTempDirectory("hotline-benchmark");
        new FiftyCalls(directory, System.out).run();
        FileSystemUtils.deleteRecursively(directory);
    }

    private void run() throws IOException, InterruptedException {
        try (var server = SimulatorServer.start(network, 0);
                var live = LiveNetwork.start(network);
                var hotline = new ChildApplication(
                        directory, settings(server), "-Dreactor.netty.http.server.accessLogEnabled=true")) {
            var began = System.nanoTime();
            hotline.start();
            answerFirstWebhook(hotline);
            report("start to first webhook answered, stores new", millis(began), "ms");
            report("memory when idle, after a garbage collection", idleMemory(hotline.pid()), "MiB");

            var installation = Installation.at(hotline.uri(), KEY);
            installation.line(LINE);
            var callers = IntStream.range(0, CALLS)
                    .mapToObj(n -> caller(installation))
                    .toList();
            IntStream.range(0, INTERPRETERS).forEach(n -> interpreter(installation, n));
            measure(callers, installation);
            report("memory after the rush, after a garbage collection", idleMemory(hotline.pid()), "MiB");
            out.println(live.getClass().getSimpleName() + " violations: " + network.violations());
        }
        latencies();
    }

    private Map<String, String> settings(SimulatorServer server) {
        var settings = new HashMap<>(Map.of(
                "hotline.api-key", KEY,
                "hotline.twilio.account-sid", account.sid(),
                "hotline.twilio.auth-token", account.authToken(),
                "hotline.twilio.calls-per-second", Integer.toString(callsPerSecond),
                "hotline.twilio.api-url", server.uri().toString()));
        if (Boolean.getBoolean("statements")) {
            settings.put("logging.level.io.r2dbc.postgresql.QUERY", "debug");
        }
        return settings;
    }

    private void answerFirstWebhook(ChildApplication hotline) {
        network.own(
                LINE,
                new TelephoneNetwork.Webhooks(
                        hotline.uri().resolve("/twilio/voice"),
                        null,
                        hotline.uri().resolve("/twilio/voice/status"),
                        null));
        var stranger = network.phone(Numbers.landline());
        stranger.dial(LINE);
        await().pollInterval(Duration.ofMillis(5)).until(() -> !stranger.heard().isEmpty());
        stranger.hangUp();
    }

    private Phone caller(Installation installation) {
        var number = Numbers.landline();
        installation.practice(number);
        return network.phone(number);
    }

    private void interpreter(Installation installation, int n) {
        var number = Numbers.mobile();
        installation.interpreter(number);
        network.phone(number).behaves(Behaviour.accepts(Duration.ofMillis(2000 + n % 7 * 500L)));
    }

    private void measure(List<Phone> callers, Installation installation) throws InterruptedException {
        var began = Instant.now();
        callers.forEach(caller -> caller.dial(LINE));
        all(callers, FiftyCalls::hasMenu);
        callers.forEach(caller -> caller.press("1"));
        var chosen = System.nanoTime();
        for (int share = 10; share <= CALLS; share += 20) {
            var wanted = share;
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> talking(callers) >= wanted);
            report(share + " of " + CALLS + " talk after", millis(chosen), "ms");
        }
        all(callers, caller -> !caller.talkingWith().isEmpty());
        TimeUnit.MILLISECONDS.sleep(SETTLED.toMillis());
        callers.forEach(Phone::hangUp);
        await().atMost(PATIENCE)
                .until(() -> network.phones().stream().allMatch(phone -> phone.state() == Phone.State.IDLE));
        TimeUnit.MILLISECONDS.sleep(SETTLED.toMillis());
        sessions(installation.get("/api/v1/sessions?limit=200&from=" + began).body());
    }

    private void sessions(String sessions) {
        List<String> outcomes = JsonPath.read(sessions, "$[*].outcome");
        List<Number> waits = JsonPath.read(sessions, "$[?(@.outcome=='connected')].timeToInterpreterSeconds");
        report("calls connected", outcomes.stream().filter("connected"::equals).count(), "of " + outcomes.size());
        percentiles(
                "language chosen to connected",
                waits.stream().map(Number::doubleValue).sorted().toList(),
                "s");
    }

    private static boolean hasMenu(Phone caller) {
        return caller.heard().stream().anyMatch(heard -> heard.text().contains("drücken Sie die 1"));
    }

    private static long talking(List<Phone> callers) {
        return callers.stream()
                .filter(caller -> !caller.talkingWith().isEmpty())
                .count();
    }

    private static void all(List<Phone> phones, Predicate<Phone> condition) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> phones.stream().allMatch(condition));
    }

    /** The server's own access log: from the request's first byte to the answer's last. */
    private void latencies() throws IOException {
        var times = new HashMap<String, List<Double>>();
        long statements = 0;
        try (var lines = Files.lines(directory.resolve("application.log"))) {
            for (var line : (Iterable<String>) lines::iterator) {
                var access = ACCESS.matcher(line);
                if (access.find()) {
                    var kind = IDS.matcher(access.group(1)).replaceAll("…").replaceAll("/\\d+$", "/n");
                    times.computeIfAbsent(kind + " " + access.group(2), each -> new ArrayList<>())
                            .add(Double.parseDouble(access.group(3)));
                } else if (line.contains("Executing query")) {
                    statements++;
                }
            }
        }
        var webhooks = times.values().stream().flatMap(List::stream).sorted().toList();
        percentiles("webhook latency, " + webhooks.size() + " webhooks", webhooks, "ms");
        times.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .forEach(kind -> percentiles(
                        "  " + kind.getKey() + ", " + kind.getValue().size(),
                        kind.getValue().stream().sorted().toList(),
                        "ms"));
        if (statements > 0) {
            report("statements per webhook, work included", statements / Math.max(1, webhooks.size()), "");
        }
    }

    private void percentiles(String what, List<Double> sorted, String unit) {
        if (!sorted.isEmpty()) {
            out.printf(
                    "%-60s p50 %.1f  p95 %.1f  p99 %.1f  max %.1f %s%n",
                    what, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), sorted.getLast(), unit);
        }
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
    }

    private void report(String what, long value, String unit) {
        out.printf("%-60s %d %s%n", what, value, unit);
    }

    private static long millis(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toMillis();
    }

    /** Resident memory of the Java process alone, in MiB; 0 where the system does not tell. */
    private static long idleMemory(long pid) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        new ProcessBuilder(jcmd, Long.toString(pid), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        var status = Path.of("/proc/" + pid + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024;
        }
    }
}
