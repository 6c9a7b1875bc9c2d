package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.OrganisationKind;
import java.util.List;

/**
 * Who calls, once that is known.
 *
 * @param menu the languages offered by key, the first by key 1: the organisation's favourites, then the line's
 */
public record Caller(OrganisationId organisation, OrganisationKind kind, List<Language> menu) {

    public Caller {
        menu = List.copyOf(menu);
    }
}
