/**
 * A local telephone network that speaks Twilio's protocol: signed webhooks out, the REST subset in, telephones that people
 * (a demonstration page, a test) pick up and press keys on. It knows nothing of the application it talks to.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package de.dolmetscherhotline.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
