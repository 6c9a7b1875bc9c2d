package de.dolmetscherhotline.benchmark;

import de.dolmetscherhotline.testsupport.ChildApplication;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Two instances of the application, of which at least one runs. */
final class Nodes implements AutoCloseable {

    private final List<ChildApplication> nodes;
    private final AtomicInteger kills = new AtomicInteger();

    private Nodes(List<ChildApplication> nodes) {
        this.nodes = nodes;
    }

    static Nodes start(Path directory, Map<String, String> settings) throws IOException, InterruptedException {
        var nodes = new Nodes(List.of(
                ChildApplication.small(directory.resolve("node-1"), settings),
                ChildApplication.small(directory.resolve("node-2"), settings)));
        try {
            nodes.startAll();
            return nodes;
        } catch (RuntimeException failure) {
            nodes.close();
            throw failure;
        }
    }

    private void startAll() {
        var starts = nodes.stream()
                .map(node -> CompletableFuture.runAsync(() -> start(node)))
                .toList();
        starts.forEach(CompletableFuture::join);
    }

    private static void start(ChildApplication node) {
        try {
            node.start();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(closing);
        }
    }

    List<URI> uris() {
        return nodes.stream().map(ChildApplication::uri).toList();
    }

    /** The first one, then the other: each is killed while both run, and started again at once. */
    Killer killInTurns(Duration first, Duration pause) {
        return new Killer(first, pause);
    }

    /** Kills until it is closed; then both run. */
    final class Killer implements AutoCloseable {

        private final CountDownLatch enough = new CountDownLatch(1);
        private final Thread thread;

        private Killer(Duration first, Duration pause) {
            this.thread = Thread.ofPlatform().daemon().start(() -> run(first, pause));
        }

        private void run(Duration first, Duration pause) {
            try {
                for (var wait = first; !enough.await(wait.toMillis(), TimeUnit.MILLISECONDS); wait = pause) {
                    var node = nodes.get(kills.getAndIncrement() % nodes.size());
                    node.kill();
                    start(node);
                }
            } catch (InterruptedException unexpected) {
                Thread.currentThread().interrupt();
            }
        }

        int kills() {
            return kills.get();
        }

        /** Returns when both run. */
        @Override
        public void close() throws InterruptedException {
            enough.countDown();
            thread.join();
        }
    }

    int kills() {
        return kills.get();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (var node : nodes) {
            node.close();
        }
    }
}
