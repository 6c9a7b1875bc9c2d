package de.dolmetscherhotline.call.flow;

/**
 * Which people the line can fall back to; only their numbers on record are ever dialled.
 *
 * @param coordinator whether a coordinator can be reached with 0
 * @param provider whether there is a professional provider, at a cost
 */
public record Services(boolean coordinator, boolean provider) {

    static final Services NONE = new Services(false, false);

    boolean has(Destination destination) {
        return switch (destination) {
            case COORDINATOR -> coordinator;
            case PROFESSIONAL_PROVIDER -> provider;
        };
    }
}
