package de.dolmetscherhotline.simulator;

/** Runs a network in real time: the only place that waits on a wall clock. The network's clock must be a real one. */
public final class LiveNetwork implements AutoCloseable {

    private final Thread runner;
    private volatile boolean closed;

    private LiveNetwork(TelephoneNetwork network) {
        this.runner = Thread.ofPlatform().daemon().name("telephone-network").unstarted(() -> run(network));
    }

    public static LiveNetwork start(TelephoneNetwork network) {
        var live = new LiveNetwork(network);
        live.runner.start();
        return live;
    }

    private void run(TelephoneNetwork network) {
        try {
            network.board().runUntil(() -> closed);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        runner.interrupt();
    }
}
