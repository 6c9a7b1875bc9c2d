package de.dolmetscherhotline.benchmark;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Does something again and again until it is closed. */
final class Repeating implements AutoCloseable {

    private final Thread thread;
    private final Runnable step;
    private final AtomicInteger times = new AtomicInteger();

    private Repeating(Duration pause, Runnable step) {
        this.step = step;
        this.thread = Thread.ofPlatform().daemon().start(() -> loop(pause));
    }

    static Repeating every(Duration pause, Runnable step) {
        return new Repeating(pause, step);
    }

    private void loop(Duration pause) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                step.run();
                times.incrementAndGet();
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    int times() {
        return times.get();
    }

    /** Returns when the step under way is done. */
    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
