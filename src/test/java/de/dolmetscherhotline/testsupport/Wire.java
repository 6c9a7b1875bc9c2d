package de.dolmetscherhotline.testsupport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** A cable to a server on loopback that can be cut, held and mended. */
public final class Wire implements AutoCloseable {

    private enum Condition {
        WHOLE,
        /** Nothing gets through, connections stay: as if the server were frozen. */
        HELD,
        /** Connections break, new ones are closed at once. */
        CUT
    }

    private volatile int target;
    private final ServerSocket entry;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Condition> condition = new AtomicReference<>(Condition.WHOLE);

    private Wire(int target) throws IOException {
        this.target = target;
        this.entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    public static Wire to(int port) throws IOException {
        var wire = new Wire(port);
        Thread.ofVirtual().start(wire::accept);
        return wire;
    }

    public int port() {
        return entry.getLocalPort();
    }

    /** From now on it leads to another server; connections that are there stay. */
    public void leadTo(int port) {
        target = port;
    }

    public void cut() {
        condition.set(Condition.CUT);
        ends.forEach(Wire::close);
    }

    public synchronized void hold() {
        condition.set(Condition.HELD);
    }

    public synchronized void mend() {
        condition.set(Condition.WHOLE);
        notifyAll();
    }

    private void accept() {
        try {
            while (!entry.isClosed()) {
                connect(entry.accept());
            }
        } catch (IOException closed) {
            ends.forEach(Wire::close);
        }
    }

    private void connect(Socket near) {
        try {
            var far = new Socket(InetAddress.getLoopbackAddress(), target);
            ends.add(near);
            ends.add(far);
            if (condition.get() == Condition.CUT) {
                close(near);
                close(far);
                return;
            }
            Thread.ofVirtual().start(() -> pump(near, far));
            Thread.ofVirtual().start(() -> pump(far, near));
        } catch (IOException nobodyThere) {
            close(near);
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            var buffer = new byte[8192];
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                waitWhileHeld();
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (SocketException cut) {
            // Whoever cut it knows.
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            close(from);
            close(to);
        }
    }

    private synchronized void waitWhileHeld() throws InterruptedException {
        while (condition.get() == Condition.HELD) {
            wait();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // That is what we wanted.
        }
    }

    @Override
    public void close() throws IOException {
        mend();
        entry.close();
        ends.forEach(Wire::close);
    }
}
