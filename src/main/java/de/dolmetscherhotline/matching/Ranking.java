package de.dolmetscherhotline.matching;

import java.util.List;

/**
 * Everybody who was considered: who may be asked, and who not and why. Nobody is missing, nobody appears twice.
 *
 * @param eligible best first
 * @param omitted most fundamental reason first
 * @param gender whether the caller's wish or requirement about gender can be met; for a wish that cannot, people of
 *     another gender are still eligible
 */
public record Ranking(List<Candidate> eligible, List<Omission> omitted, GenderOutlook gender) {

    public Ranking {
        eligible = List.copyOf(eligible);
        omitted = List.copyOf(omitted);
    }

    /**
     * Whether the pool has an answer to this need now: somebody can be asked, can soon be asked, or has been asked in
     * this call. If false, the caller must hear so at once, and the demand counts as uncovered.
     */
    public boolean covered() {
        return worthWaiting() || omitted.stream().anyMatch(omission -> omission.reason() == LeftOut.ASKED_BEFORE);
    }

    /** Whether there is still somebody to ask, now or in a minute; phones that already ring do not count. */
    public boolean worthWaiting() {
        return !eligible.isEmpty()
                || omitted.stream().anyMatch(omission -> omission.reason().passing());
    }
}
