package de.dolmetscherhotline.platform.embedded;

import de.dolmetscherhotline.platform.StartupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that outlived its application, which was killed outright. It is ended before the next one starts on the same
 * data, but only if it is ours: its program or its arguments lie in our directory. Other processes that happen to have
 * the number in the pid file are left alone, and the stale pid file goes.
 */
final class LeftBehind {

    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private LeftBehind() {}

    /** Ends the server named by the pid file, if it still runs and lives in the directory. */
    static void end(Path pidFile, Path directory) throws IOException {
        Optional<Long> pid = pidIn(pidFile);
        if (pid.isPresent() && runsIn(directory, pid.get())) {
            LOG.info("Ending the server that an earlier run left behind: process {}", pid.get());
            end(pid.get(), directory);
        }
        Files.deleteIfExists(pidFile);
    }

    private static void end(long pid, Path directory) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        if (stillRunsAfterPatience(pid, directory)) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            if (stillRunsAfterPatience(pid, directory)) {
                throw new StartupRefused(
                        "A server that an earlier run left behind does not end: process " + pid + ".",
                        "End that process, then start again.");
            }
        }
    }

    private static boolean stillRunsAfterPatience(long pid, Path directory) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (runsIn(directory, pid) && System.nanoTime() < deadline) {
            waitABit(pid);
        }
        return runsIn(directory, pid);
    }

    private static void waitABit(long pid) {
        try {
            Optional<ProcessHandle> process = ProcessHandle.of(pid);
            if (process.isPresent()) {
                process.get().onExit().get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException | ExecutionException notYet) {
            LOG.trace("Process {} still runs", pid);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a left-behind server ended", interrupted);
        }
    }

    /** A process that has ended but that nobody collected yet has neither program nor arguments: it does not run. */
    private static boolean runsIn(Path directory, long pid) {
        return ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .filter(info -> mentions(info.command(), directory) || mentions(info.commandLine(), directory))
                .isPresent();
    }

    private static boolean mentions(Optional<String> text, Path directory) {
        return text.filter(t -> t.contains(directory + "/")).isPresent();
    }

    private static Optional<Long> pidIn(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }
}
