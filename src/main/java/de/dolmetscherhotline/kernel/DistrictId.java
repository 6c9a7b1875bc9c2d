package de.dolmetscherhotline.kernel;

import java.util.UUID;

/** Identifies a district (Landkreis). */
public record DistrictId(UUID value) {

    public static DistrictId random() {
        return new DistrictId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
