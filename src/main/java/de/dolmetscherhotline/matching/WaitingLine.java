package de.dolmetscherhotline.matching;

import de.dolmetscherhotline.kernel.InterpreterId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Several callers wait for one language: emergencies first, then whoever has waited longest. Everybody searches by
 * themselves, so that each must leave to those ahead what they are about to need.
 *
 * @param ahead callers who are to be served first, in their order
 * @param waiting all who wait for the language, this caller included
 */
public record WaitingLine(List<Ahead> ahead, int waiting) {

    public WaitingLine {
        ahead = List.copyOf(ahead);
    }

    /** Nobody else waits. */
    public static final WaitingLine ALONE = new WaitingLine(List.of(), 1);

    /**
     * A caller ahead.
     *
     * @param ringing whether a telephone rings for them already
     * @param asked who cannot be asked for them any more
     */
    public record Ahead(boolean ringing, Set<InterpreterId> asked) {
        public Ahead {
            asked = Set.copyOf(asked);
        }
    }

    /** Those who may be asked for this caller once everybody ahead for whom nobody rings yet has been left one. */
    public List<Candidate> left(List<Candidate> eligible) {
        var left = new ArrayList<>(eligible);
        for (var caller : ahead) {
            if (!caller.ringing()) {
                left.stream()
                        .filter(candidate -> !caller.asked().contains(candidate.id()))
                        .findFirst()
                        .ifPresent(left::remove);
            }
        }
        return List.copyOf(left);
    }

    /**
     * How many telephones may ring for this caller: the fewer people there are for each waiting caller, the less is gained
     * by ringing several for one.
     *
     * @param wanted what the policy would like
     */
    public int share(int wanted, int eligible) {
        return Math.min(wanted, Math.max(1, Math.ceilDiv(eligible, waiting)));
    }
}
