package de.dolmetscherhotline.call.flow;

import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OrganisationId;
import de.dolmetscherhotline.kernel.OrganisationKind;
import java.util.List;

/**
 * Who calls, once that is known.
 *
 * @param menu the languages offered by key, the first by key 1: the organisation's favourites, then the line's
 * @param asksSubject whether its people are asked what the conversation is about
 * @param asksGender whether its people are asked for the interpreter's gender
 * @param canBeRungBack whether a number is on record under which it can be called back
 */
public record Caller(
        OrganisationId organisation,
        OrganisationKind kind,
        List<Language> menu,
        boolean asksSubject,
        boolean asksGender,
        boolean canBeRungBack,
        Services services) {

    public Caller {
        menu = List.copyOf(menu);
    }
}
