package de.dolmetscherhotline.access;

import de.dolmetscherhotline.kernel.OrganisationId;

/**
 * The principal of whoever acts for an organisation, signed in or by a key: what they see and ask for is this organisation's
 * only.
 */
public interface OnBehalf {

    OrganisationId organisation();
}
