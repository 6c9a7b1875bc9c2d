package de.dolmetscherhotline.call.search;

import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.kernel.ObligationKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who was asked, in which order all who could be asked stood, and why others were left out.
 *
 * @param phonesWanted how many telephones the policy wanted to ring
 */
public record Decision(
        List<InterpreterId> asked, int phonesWanted, List<InterpreterId> ranked, List<LeftOutEntry> leftOut) {

    /**
     * Why somebody was left out.
     *
     * @param reason the code of a {@link de.dolmetscherhotline.matching.LeftOut}
     * @param obligation which one is missing or has run out; null if the reason is another
     */
    public record LeftOutEntry(
            InterpreterId interpreter,
            String reason,
            @Nullable ObligationKind obligation) {}
}
