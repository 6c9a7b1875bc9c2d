package de.dolmetscherhotline.platform.embedded;

import de.dolmetscherhotline.platform.StartupRefused;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import redis.embedded.RedisExecProvider;

/**
 * A Redis server of our own. The binary comes from an artifact and is run from our directory, so that a later start can
 * tell that a server left behind is ours.
 */
final class EmbeddedRedis implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LOOK_EVERY_MILLIS = 20;

    private final Process process;
    private final int port;

    private EmbeddedRedis(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static EmbeddedRedis start(Path directory) throws IOException {
        Path home = Files.createDirectories(directory.resolve("redis"));
        Path pidFile = home.resolve("redis.pid");
        LeftBehind.end(pidFile, directory);
        int port = freePort();
        Process process = new ProcessBuilder(command(home, pidFile, port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var redis = new EmbeddedRedis(process, port);
        redis.awaitReadiness(home);
        return redis;
    }

    private static List<String> command(Path home, Path pidFile, int port) throws IOException {
        Path data = Files.createDirectories(home.resolve("data"));
        return List.of(
                binary(home).toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--dir",
                data.toString(),
                "--appendonly",
                "yes",
                "--save",
                "",
                "--daemonize",
                "no",
                "--pidfile",
                pidFile.toString(),
                "--loglevel",
                "warning",
                "--logfile",
                home.resolve("redis.log").toString());
    }

    private static Path binary(Path home) throws IOException {
        String name = "redis-server-" + RedisExecProvider.redisVersion + "-" + system() + "-" + architecture();
        Path binary = home.resolve(name);
        if (!Files.isExecutable(binary)) {
            unpack(name, binary);
        }
        return binary;
    }

    /** The last step is a move: a start that is killed half-way leaves no half a binary under the final name. */
    private static void unpack(String name, Path binary) throws IOException {
        Path part = binary.resolveSibling(name + ".part");
        try (InputStream content = RedisExecProvider.class.getResourceAsStream("/" + name)) {
            if (content == null) {
                throw new StartupRefused(
                        "There is no embedded Redis for this operating system.",
                        "Set SPRING_R2DBC_URL and SPRING_DATA_REDIS_URL to a PostgreSQL and a Redis of your own.");
            }
            Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!part.toFile().setExecutable(true)) {
            throw new IOException("Cannot make executable: " + part);
        }
        Files.move(part, binary, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "darwin" : name;
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            default -> "386";
        };
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReadiness(Path home) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!accepts()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new IOException("Redis did not start, see " + home.resolve("redis.log"));
            }
            waitABit();
        }
    }

    private boolean accepts() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LOOK_EVERY_MILLIS * 10);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void waitABit() throws IOException {
        try {
            process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while Redis started", interrupted);
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
