package de.dolmetscherhotline.testsupport;

import de.dolmetscherhotline.simulator.SimulatorServer;
import de.dolmetscherhotline.simulator.TelephoneNetwork;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The application in a process of its own, with embedded stores of its own: what {@code kill -9} leaves is really left. */
public final class ChildApplication implements AutoCloseable {

    private static final String MAIN = "de.dolmetscherhotline.HotlineApplication";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path directory;
    private final int port;
    private final Map<String, String> settings;
    private final List<String> javaOptions;
    private @Nullable Process process;

    /**
     * Settings of one that telephones, to which another can be put {@linkplain #beside beside}.
     *
     * @param apiKey the key of the installation
     * @param server at which the network of this account is reached
     */
    public static Map<String, String> telephoning(
            String apiKey, String publicUrl, TelephoneNetwork.Account account, SimulatorServer server) {
        return Map.of(
                "hotline.api-key",
                apiKey,
                "hotline.keys.data",
                TestKeys.DATA,
                "hotline.keys.index",
                TestKeys.INDEX,
                "hotline.public-url",
                publicUrl,
                "hotline.twilio.account-sid",
                account.sid(),
                "hotline.twilio.auth-token",
                account.authToken(),
                "hotline.twilio.calls-per-second",
                Integer.toString(account.callsPerSecond()),
                "hotline.twilio.api-url",
                server.uri().toString());
    }

    /** Settings of another one that shares the stores of this one, which must have started. */
    public Map<String, String> beside() throws IOException {
        var others = new HashMap<>(settings);
        others.put("server.address", "127.0.0.1");
        others.put("spring.r2dbc.url", "r2dbc:postgresql://127.0.0.1:" + databasePort() + "/postgres");
        others.put("spring.r2dbc.username", "postgres");
        others.put("spring.data.redis.url", "redis://127.0.0.1:" + redisPort());
        return others;
    }

    /** One that starts with little effort and needs little memory, since several share the machine with the test. */
    public static ChildApplication small(Path directory, Map<String, String> settings) throws IOException {
        return new ChildApplication(directory, settings, "-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    }

    /**
     * @param directory for its stores and its log
     * @param settings Spring properties beyond those that every child has
     */
    public ChildApplication(Path directory, Map<String, String> settings, String... javaOptions) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.port = freePort();
        this.settings = settings;
        this.javaOptions = List.of(javaOptions);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public long pid() {
        return running().pid();
    }

    /** Returns when it answers; how long that took. */
    public Duration start() throws IOException, InterruptedException {
        var began = System.nanoTime();
        process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("application.log").toFile()))
                .start();
        while (!isReady()) {
            if (!running().isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException("did not start, see " + directory.resolve("application.log"));
            }
            running().waitFor(20, TimeUnit.MILLISECONDS);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", classPath(), MAIN, "--server.port=" + port));
        command.add("--hotline.local.directory=" + directory.resolve("stores"));
        command.add("--hotline.demo=false");
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        return command;
    }

    /** As the application has it in real life: without the tests. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private boolean isReady() throws InterruptedException {
        try (var http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            var request = HttpRequest.newBuilder(uri().resolve("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** As {@code kill -9}: its stores go on running, until its next start ends them. */
    public void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    /** As {@code kill}: it ends in good order, by and by. */
    public void terminate() {
        running().destroy();
    }

    public boolean endsWithin(Duration time) throws InterruptedException {
        return running().waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Where its embedded PostgreSQL listens. */
    public int databasePort() throws IOException {
        return portOf("PostgreSQL");
    }

    /** Where its embedded Redis listens. */
    public int redisPort() throws IOException {
        return portOf("Redis");
    }

    private int portOf(String store) throws IOException {
        var announced = Pattern.compile("Embedded " + store + " listens on 127\\.0\\.0\\.1:([0-9]+)");
        return announced
                .matcher(Files.readString(directory.resolve("application.log")))
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** PostgreSQL stands still, with everything it is doing, until {@link #thawDatabase}. */
    public void freezeDatabase() throws IOException, InterruptedException {
        signalDatabase("STOP");
    }

    public void thawDatabase() throws IOException, InterruptedException {
        signalDatabase("CONT");
    }

    /** The postmaster first, so that it starts nobody in the meantime. */
    private void signalDatabase(String signal) throws IOException, InterruptedException {
        var postmaster =
                Long.parseLong(Files.readAllLines(postmaster()).getFirst().strip());
        signal(signal, postmaster);
        for (var child :
                ProcessHandle.of(postmaster).orElseThrow().descendants().toList()) {
            signal(signal, child.pid());
        }
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
    }

    private Path postmaster() {
        return directory.resolve("stores/postgres/data/postmaster.pid");
    }

    private Path redis() {
        return directory.resolve("stores/redis/redis.pid");
    }

    private Process running() {
        var started = process;
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started;
    }

    /** Ends it in good order, and whatever an earlier {@link #kill} left behind. */
    @Override
    public void close() throws IOException, InterruptedException {
        var started = process;
        if (started != null) {
            started.destroy();
            if (!started.waitFor(40, TimeUnit.SECONDS)) {
                started.destroyForcibly().waitFor();
            }
        }
        endOwner(postmaster());
        endOwner(redis());
    }

    private static void endOwner(Path pidFile) throws IOException {
        if (Files.exists(pidFile)) {
            var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            ProcessHandle.of(pid)
                    .filter(owner -> owner.info().command().orElse("").matches(".*(postgres|redis-server).*"))
                    .ifPresent(ProcessHandle::destroy);
        }
    }
}
