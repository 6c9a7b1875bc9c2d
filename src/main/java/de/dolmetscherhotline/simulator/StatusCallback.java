package de.dolmetscherhotline.simulator;

import java.net.URI;
import java.util.Set;

/** Where the progress of a leg is reported, and which of the words initiated, ringing, answered, completed. */
record StatusCallback(URI url, boolean post, Set<String> events) {

    static final Set<String> EVENTS = Set.of("initiated", "ringing", "answered", "completed");
}
