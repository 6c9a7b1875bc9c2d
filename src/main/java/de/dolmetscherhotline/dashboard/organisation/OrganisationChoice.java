package de.dolmetscherhotline.dashboard.organisation;

import de.dolmetscherhotline.kernel.OrganisationId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** An organisation that a form lets choose; its id as text: it is offered, nothing is shown of it. */
public record OrganisationChoice(String value, String words) {

    /** By name. */
    static List<OrganisationChoice> of(Map<OrganisationId, String> names) {
        return names.entrySet().stream()
                .map(one -> new OrganisationChoice(one.getKey().toString(), one.getValue()))
                .sorted(Comparator.comparing(OrganisationChoice::words, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }
}
