package de.dolmetscherhotline.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Things that stop together: when the scope is closed, nothing that was started in it has an effect any more. */
final class Scope {

    private final Switchboard board;
    private final List<Agenda.Entry> entries = new ArrayList<>();
    private final List<Scope> children = new ArrayList<>();
    private boolean closed;

    Scope(Switchboard board) {
        this.board = board;
    }

    /** A scope that can be closed earlier, and is closed with this one. */
    Scope child() {
        var child = new Scope(board);
        if (closed) {
            child.close();
        } else {
            children.add(child);
        }
        return child;
    }

    void after(Duration delay, Runnable action) {
        if (!closed) {
            entries.add(board.after(delay, guard(action)));
        }
    }

    void soon(Runnable action) {
        after(Duration.ZERO, action);
    }

    Runnable guard(Runnable action) {
        return () -> {
            if (!closed) {
                action.run();
            }
        };
    }

    <T> Consumer<T> guard(Consumer<T> action) {
        return value -> {
            if (!closed) {
                action.accept(value);
            }
        };
    }

    void close() {
        closed = true;
        entries.forEach(Agenda.Entry::cancel);
        entries.clear();
        children.forEach(Scope::close);
        children.clear();
    }
}
