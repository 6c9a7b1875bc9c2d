package de.dolmetscherhotline.member;

import de.dolmetscherhotline.access.OnBehalf;
import de.dolmetscherhotline.kernel.MemberId;
import de.dolmetscherhotline.kernel.OrganisationId;

/**
 * The principal of whoever has signed in to the portal. Everything that a page shows and changes is her organisation's: no
 * address or form names another.
 */
public record SignedIn(MemberId member, OrganisationId organisation, String name, String organisationName)
        implements OnBehalf {

    /** Without her name. */
    @Override
    public String toString() {
        return "SignedIn " + member;
    }
}
