package de.dolmetscherhotline.webhook;

import de.dolmetscherhotline.kernel.OrganisationId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How many attempts are under way in this process: few for one receiver, and fewer altogether than work can be done at once, so
 * that receivers which do not answer never keep calls or texts waiting.
 */
@Component
class Lanes {

    static final int OF_ONE = 2;
    static final int ALTOGETHER = 4;

    private final Map<OrganisationId, Integer> underWay = new HashMap<>();
    private int all;

    /** False if there is none free; whoever gets true leaves it again. */
    synchronized boolean enter(OrganisationId organisation) {
        var ofThisOne = underWay.getOrDefault(organisation, 0);
        if (all == ALTOGETHER || ofThisOne == OF_ONE) {
            return false;
        }
        all++;
        underWay.put(organisation, ofThisOne + 1);
        return true;
    }

    synchronized void leave(OrganisationId organisation) {
        all--;
        underWay.computeIfPresent(organisation, (id, count) -> count == 1 ? null : count - 1);
    }
}
