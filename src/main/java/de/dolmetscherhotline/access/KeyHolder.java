package de.dolmetscherhotline.access;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.OrganisationId;
import java.util.UUID;

/**
 * The principal of a request with a key of an organisation.
 *
 * @param key which of its keys, by id
 * @param district to which the organisation belongs
 */
public record KeyHolder(UUID key, OrganisationId organisation, DistrictId district) implements OnBehalf {}
