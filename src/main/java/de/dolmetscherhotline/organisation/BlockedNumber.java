package de.dolmetscherhotline.organisation;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.PhoneNumber;
import java.time.Instant;
import java.util.UUID;

/**
 * A telephone number whose callers a district refuses.
 *
 * @param reason for the coordinators; callers do not hear it
 */
record BlockedNumber(UUID id, DistrictId districtId, PhoneNumber number, String reason, Instant blockedAt) {}
