package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.evaluation.SmallCells.Count;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tables that share margins, as {@link SmallCells} sees them, and then what may be published of them. */
final class Network {

    private final List<Count> counts = new ArrayList<>();
    private final Map<String, Integer> nodes = new LinkedHashMap<>();
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private BitSet hidden = new BitSet();

    /**
     * Adds a count.
     *
     * @param name by which it is asked for again
     * @param from the node from which it comes, and that to which it goes: what comes in goes out
     * @param people how many stand behind it
     */
    void add(String name, String from, String to, long value, long people) {
        positions.put(name, counts.size());
        counts.add(new Count(node(from), node(to), value, people > 0 && people <= SmallCells.SMALL));
    }

    /** The same where each one counted is somebody. */
    void add(String name, String from, String to, long value) {
        add(name, from, to, value, value);
    }

    private int node(String name) {
        return nodes.computeIfAbsent(name, added -> nodes.size());
    }

    /** Decides what is published, once all is added. */
    Network protect(String total) {
        hidden = SmallCells.hidden(counts, position(total));
        return this;
    }

    /** The count; null if it is not to be published. */
    @Nullable
    Long published(String name) {
        return hidden.get(position(name)) ? null : counts.get(position(name)).value();
    }

    private int position(String name) {
        var position = positions.get(name);
        if (position == null) {
            throw new IllegalArgumentException("no such count: " + name);
        }
        return position;
    }
}
