package de.dolmetscherhotline.kernel;

import java.util.UUID;

/** Identifies a practice, hospital, authority or school that may use the hotline. */
public record OrganisationId(UUID value) {

    public static OrganisationId random() {
        return new OrganisationId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
