/**
 * The only place that knows Twilio: webhooks and their signature, TwiML, and the REST requests behind
 * {@link de.dolmetscherhotline.call.Telephony} and {@link de.dolmetscherhotline.text.TextNetwork}. Facts about Twilio come from {@code src/adr/0002-twilio-edge.md}.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "call",
            "call :: flow",
            "call :: guest",
            "language",
            "platform",
            "selfservice",
            "sms",
            "text"
        })
@NullMarked
package de.dolmetscherhotline.twilio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
