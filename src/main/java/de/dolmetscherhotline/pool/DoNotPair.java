package de.dolmetscherhotline.pool;

import de.dolmetscherhotline.kernel.OrganisationId;

/** An organisation whose calls a member never gets, and why; the reason is for the coordinator only. */
public record DoNotPair(OrganisationId organisation, String reason) {}
